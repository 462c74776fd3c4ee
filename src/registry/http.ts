import type { HttpReply as PlainReply, SendRequest } from '../ports/http.js';
import { isOwnMachine } from './protocol/address.js';

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

/** No answer, or none that can be read. The message says why, as it reads in brackets. */
export class Unreachable extends Error {}

/** Requests that keep what they show to the address that was asked. */
export class RegistryHttp {
  readonly #send: SendRequest;

  constructor(send: SendRequest) {
    this.#send = send;
  }

  /**
   * GET, or POST of a form. A redirect is an answer.
   * @throws Unreachable when there is none in time, or it is too large.
   */
  async send({ url, accept = '*/*', authorization, form }: HttpRequest): Promise<HttpReply> {
    const reply = await this.#send({
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
    if ('problem' in reply) throw new Unreachable(reply.problem);
    return { ...reply, url };
  }

  /**
   * GET that follows redirects, since many registries send who asks for a blob to a store. The header
   * `Authorization` stays with the address that was asked: a store refuses it, and has no business
   * with it.
   * @param within `same-origin`: a redirect to another address is an answer.
   * @throws Unreachable as `send`, and after too many redirects or one that leads away from TLS.
   */
  async follow(
    { authorization, ...request }: HttpRequest,
    within: 'anywhere' | 'same-origin' = 'anywhere',
  ): Promise<HttpReply> {
    let next: HttpRequest = { ...request, authorization };
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const reply = await this.send(next);
      const { location } = reply.headers;
      if (!isRedirect(reply) || location === undefined) return reply;
      const url = resolveRedirect(location, next.url);
      const leaves = url.origin !== next.url.origin;
      if (leaves && within === 'same-origin') return reply;
      next = leaves ? { ...request, url } : { ...next, url };
    }
    throw new Unreachable(`more than ${MOST_REDIRECTS} redirects`);
  }
}

export function isRedirect({ status }: Pick<HttpReply, 'status'>): boolean {
  return REDIRECTS.includes(status);
}

function resolveRedirect(location: string, from: URL): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new Unreachable('a redirect to what is no address');
  }
  if (url.protocol === 'http:' && !(from.protocol === 'http:' && isOwnMachine(url))) {
    throw new Unreachable(`a redirect to http, to ${url.host}`);
  }
  return url;
}
