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
 * Asks addresses until each has answered 2xx three times in a row.
 * @param rest How long it may take at most, in milliseconds.
 */
export async function checkEndpoints(
  urls: readonly string[],
  rest: number,
  { endpoints, clock }: { readonly endpoints: Endpoints; readonly clock: Clock },
): Promise<readonly EndpointResult[]> {
  const end = clock.now() + Math.min(PATIENCE, rest);
  const rows = new Map(urls.map((url) => [url, { times: 0, last: 'not asked' }]));
  for (;;) {
    const open = [...rows].filter(([, { times }]) => times < TIMES);
    await Promise.all(
      open.map(async ([url, { times }]) => {
        const limit = Math.max(1, Math.min(LIMIT, end - clock.now()));
        const answer = await endpoints.probe(url, limit);
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

export function describeSilentEndpoints(results: readonly EndpointResult[]): string | undefined {
  const silent = results.filter(({ isAnswering }) => !isAnswering);
  if (silent.length === 0) return undefined;
  const list = silent.map(({ url, last }) => `${url} (${last})`).join(', ');
  return `health-url: no answer of 2xx three times in a row within ${PATIENCE / 1000} seconds: ${list}. Look at the logs of what serves it, and whether this runner reaches it.`;
}
