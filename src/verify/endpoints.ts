import type { Clock, EndpointAnswer, Endpoints } from '../ports/runner.js';

/** How long addresses may take until they answer, in milliseconds. */
const PATIENCE = 30_000;

/** How often in a row each has to: during a rollout the old Pods answer beside the new ones. */
const TIMES = 3;

/** Between two answers, in milliseconds. */
const PAUSE = 1_000;

/** What one request may take, in milliseconds. */
const LIMIT = 10_000;

/** What became of an address. */
export interface EndpointResult {
  readonly url: string;
  readonly isAnswering: boolean;
  /** The last status, or why there was none. */
  readonly last: string;
}

/**
 * How long addresses may take until they answer, in milliseconds.
 * @param rest What is left of all of the time.
 */
export function limitEndpoints(rest: number): number {
  return Math.max(0, Math.min(PATIENCE, rest));
}

/**
 * Asks addresses until each has answered 2xx three times in a row.
 * @param limit How long it may take at most, in milliseconds.
 */
export async function checkEndpoints(
  urls: readonly string[],
  limit: number,
  { endpoints, clock }: { readonly endpoints: Endpoints; readonly clock: Clock },
): Promise<readonly EndpointResult[]> {
  const end = clock.now() + limit;
  const rows = new Map(urls.map((url) => [url, { times: 0, last: 'not asked' }]));
  for (;;) {
    const open = [...rows].filter(([, { times }]) => times < TIMES);
    await Promise.all(
      open.map(async ([url, { times }]) => {
        const rest = Math.max(1, Math.min(LIMIT, end - clock.now()));
        const answer = await endpoints.probe(url, rest);
        rows.set(url, { times: isGood(answer) ? times + 1 : 0, last: describeAnswer(answer) });
      }),
    );
    const isDone = [...rows.values()].every(({ times }) => times >= TIMES);
    if (isDone || clock.now() + PAUSE > end) break;
    await clock.sleep(PAUSE);
  }
  return [...rows].map(([url, { times, last }]) => ({ url, isAnswering: times >= TIMES, last }));
}

function isGood(answer: EndpointAnswer): boolean {
  return 'status' in answer && answer.status >= 200 && answer.status < 300;
}

function describeAnswer(answer: EndpointAnswer): string {
  return 'status' in answer ? String(answer.status) : answer.problem;
}

/** @param limit How long they had, in milliseconds. */
export function describeSilentEndpoints(
  results: readonly EndpointResult[],
  limit: number,
): string | undefined {
  const silent = results.filter(({ isAnswering }) => !isAnswering);
  if (silent.length === 0) return undefined;
  const list = silent.map(({ url, last }) => `${url} (${last})`).join(', ');
  const cures = [...new Set(silent.map(({ last }) => cureOf(last)))];
  if (limit < PATIENCE) cures.unshift('Raise verify-timeout, which left no more.');
  return `health-url: no answer of 2xx three times in a row within ${Math.round(limit / 1000)} seconds: ${list}. ${cures.join(' ')}`;
}

function cureOf(last: string): string {
  if (last.startsWith('redirects to ')) {
    return 'A redirect to another host is not followed: give an address that answers by itself, without a login.';
  }
  if (/certificate has expired|not yet valid|altnames/i.test(last)) {
    return 'Its certificate is not valid for it now: correct the address, or renew the certificate.';
  }
  if (/certificate|self-signed/i.test(last)) {
    return 'Give the certificate of its authority to Node.js (NODE_EXTRA_CA_CERTS in the env of this step), or an address with one that is trusted.';
  }
  return 'Look at the logs of what serves it, and whether this runner reaches it.';
}
