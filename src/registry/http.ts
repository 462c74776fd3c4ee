import type { HttpReply as PlainReply, SendRequest } from '../ports/http.js';
import { isPrivate } from './protocol/address.js';
import { NoAnswer } from './protocol/refusals.js';

/** How long one request may take with its answer, in milliseconds. */
const REQUEST_TIMEOUT = 30_000;

/** How large an answer may be, in bytes. Registries take manifests of 4 MiB at the most. */
const LARGEST_BODY = 8 * 1024 * 1024;

const MOST_REDIRECTS = 5;

const REDIRECTS = [301, 302, 303, 307, 308];

export interface HttpRequest {
  readonly url: URL;
  readonly accept?: string;
  /** Value of the header `Authorization`. */
  readonly authorization?: string;
  /** Makes it a POST of this form. */
  readonly form?: string;
}

export interface HttpReply extends PlainReply {
  /** Who gave it: another one than was asked, after a redirect. */
  readonly url: URL;
}

/** Codes of Node.js and OpenSSL for a certificate that is not trusted or not valid. */
const CERTIFICATE = /CERT|^UNABLE_TO_/;

/**
 * GET, or POST of a form. A redirect is an answer.
 * @throws NoAnswer when there is none in time, or it is too large.
 */
export async function sendRequest(
  { url, accept = '*/*', authorization, form }: HttpRequest,
  send: SendRequest,
): Promise<HttpReply> {
  const reply = await send({
    method: form === undefined ? 'GET' : 'POST',
    url,
    headers: {
      accept,
      ...(authorization !== undefined && { authorization }),
      ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    body: form,
    limit: REQUEST_TIMEOUT,
    largestBody: LARGEST_BODY,
  });
  if (!('problem' in reply)) return { ...reply, url };
  const isUntrusted = CERTIFICATE.test(reply.code);
  const cure = isUntrusted ? ". An authority of one's own is told with NODE_EXTRA_CA_CERTS" : '';
  throw new NoAnswer(`${url.host}: ${reply.problem}${cure}`, !isUntrusted);
}

/**
 * GET that follows redirects, since many registries send who asks for a blob to a store. The header
 * `Authorization` stays with the address that was asked: a store refuses it, and has no business
 * with it.
 * @param within `same-origin`: a redirect to another address is an answer.
 * @throws NoAnswer as `sendRequest`, and after too many redirects or one that leads away from TLS.
 */
export async function followRedirects(
  { authorization, ...request }: HttpRequest,
  send: SendRequest,
  within: 'anywhere' | 'same-origin' = 'anywhere',
): Promise<HttpReply> {
  let next: HttpRequest = { ...request, authorization };
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const reply = await sendRequest(next, send);
    const { location } = reply.headers;
    if (!isRedirect(reply) || location === undefined) return reply;
    const url = resolveRedirect(location, next.url);
    const leaves = url.origin !== next.url.origin;
    if (leaves && within === 'same-origin') return reply;
    next = leaves ? { ...request, url } : { ...next, url };
  }
  throw new NoAnswer(`more than ${MOST_REDIRECTS} redirects`);
}

export function isRedirect({ status }: HttpReply): boolean {
  return REDIRECTS.includes(status);
}

function resolveRedirect(location: string, from: URL): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (url && isPrivate(url, from)) return url;
  throw new NoAnswer(`a redirect to ${url ? `${url.protocol}//${url.host}` : 'no address'}`);
}
