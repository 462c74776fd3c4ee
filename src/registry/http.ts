import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { isJsonObject } from '../base/json.js';
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

export interface HttpReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
  /** Who gave it: another one than was asked, after a redirect. */
  readonly url: URL;
}

/** No answer, or none that can be read. The message says why, as it reads in brackets. */
export class NoReply extends Error {
  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = 'NoReply';
  }
}

/**
 * GET, or POST of a form, through the proxy that the runner is set to. A redirect is an answer.
 * @param timeout In milliseconds, for the request with its answer.
 * @throws NoReply when there is none in that time, or it is too large.
 */
export async function send(request: HttpRequest, timeout = REQUEST_TIMEOUT): Promise<HttpReply> {
  const { url, accept = '*/*', authorization, form } = request;
  const signal = AbortSignal.timeout(timeout);
  const headers = {
    accept,
    ...(authorization !== undefined && { authorization }),
    ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
  };
  try {
    const client = openClient(signal);
    const method = form === undefined ? 'GET' : 'POST';
    const { message } = await client.request(method, url.href, form ?? null, headers);
    const body = await readBody(message);
    return { status: message.statusCode ?? 0, headers: message.headers, body, url };
  } catch (cause) {
    if (cause instanceof NoReply) throw cause;
    throw new NoReply(
      signal.aborted ? `no answer within ${timeout / 1000} seconds` : describe(cause),
      { cause },
    );
  }
}

/**
 * GET that follows redirects, since many registries send who asks for a blob to a store. The header
 * `Authorization` stays with the address that was asked: a store refuses it, and has no business
 * with it.
 * @param within `same-origin`: a redirect to another address is an answer.
 * @throws NoReply as `send`, and after too many redirects or one that leads away from TLS.
 */
export async function follow(
  { authorization, ...request }: HttpRequest,
  within: 'anywhere' | 'same-origin' = 'anywhere',
): Promise<HttpReply> {
  let next: HttpRequest = { ...request, authorization };
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const reply = await send(next);
    const { location } = reply.headers;
    if (!isRedirect(reply) || location === undefined) return reply;
    const url = resolveRedirect(location, next.url);
    const leaves = url.origin !== next.url.origin;
    if (leaves && within === 'same-origin') return reply;
    next = leaves ? { ...request, url } : { ...next, url };
  }
  throw new NoReply(`more than ${MOST_REDIRECTS} redirects`);
}

export function isRedirect({ status }: Pick<HttpReply, 'status'>): boolean {
  return REDIRECTS.includes(status);
}

function resolveRedirect(location: string, from: URL): URL {
  const url = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new NoReply('a redirect to what is no address');
  }
  if (url.protocol === 'http:' && !(from.protocol === 'http:' && isOwnMachine(url))) {
    throw new NoReply(`a redirect to http, to ${url.host}`);
  }
  return url;
}

/** The client has no limit for a whole request, and keeps a connection that nobody answers on. */
function openClient(signal: AbortSignal): HttpClient {
  const limit = {
    prepareRequest: (options: { signal?: AbortSignal }) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  };
  return new HttpClient('gitops-promote', [limit], { allowRedirects: false });
}

async function readBody(message: IncomingMessage): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > LARGEST_BODY) throw new NoReply('an answer of more than 8 MiB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Where several addresses of a host were tried, Node.js gives an error without a message. */
function describe(cause: unknown): string {
  const { message, code } = isJsonObject(cause) ? cause : {};
  const texts = [message, code].filter((text) => typeof text === 'string');
  return texts.find((text) => text !== '') ?? 'a failure without a name';
}
