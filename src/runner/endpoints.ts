import type { SendRequest } from '../ports/http.js';
import type { EndpointAnswer } from '../ports/runner.js';

const MOST_REDIRECTS = 5;

/** Asks an address with GET; its body is neither read nor shown. */
export async function probeEndpoint(
  address: string,
  limit: number,
  send: SendRequest,
): Promise<EndpointAnswer> {
  const end = Date.now() + limit;
  let url = new URL(address);
  for (let redirects = 0; ; redirects += 1) {
    const rest = Math.max(1, end - Date.now());
    const answer = await send({ method: 'GET', url, headers: {}, limit: rest, readsBody: false });
    if ('problem' in answer) return { problem: answer.problem };
    const { status, headers } = answer;
    const { location = '' } = headers;
    const isRedirect = status >= 300 && status < 400 && URL.canParse(location, url.href);
    if (!isRedirect) return { status };
    const next = new URL(location, url.href);
    if (next.hostname !== url.hostname) return { problem: `redirects to ${next.origin}` };
    if (redirects === MOST_REDIRECTS) return { problem: 'redirects again and again' };
    url = next;
  }
}
