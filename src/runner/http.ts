import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { isJsonObject } from '../base/json.js';
import { renderExchange, type Trace } from '../base/trace.js';

/** More than this is no answer that anybody reads, in bytes. */
const LARGEST_BODY = 64 * 1024 * 1024;

/** One request, as it is sent: nothing is followed and nothing is sent again. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** How long the whole of it may take, in milliseconds. */
  readonly limit: number;
  /** Certificates to trust instead of those that Node.js does, in PEM. */
  readonly authority?: string;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** Whether the body is of interest; by default it is. */
  readonly readsBody?: boolean;
  /** How large it may be, in bytes. */
  readonly largestBody?: number;
  /** Is told of the request, without what its query, headers and body hold. */
  readonly trace?: Trace;
}

export interface HttpReply {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** Empty when it was not read. */
  readonly body: Buffer;
}

/** No answer, or none that can be read. The message says why, as it reads in brackets. */
export class NoReply extends Error {
  /** Of Node.js or OpenSSL; empty where they give none. */
  readonly code: string;

  constructor(message: string, options: { readonly code?: string; readonly cause?: unknown } = {}) {
    super(message, options);
    this.name = 'NoReply';
    this.code = options.code ?? '';
  }
}

/**
 * Sends a request over a connection of its own, which ends with it, through the proxy that the
 * runner's environment names for this address.
 * @throws NoReply when no answer came, none within the limit, or one that is too large.
 */
export async function sendRequest(request: HttpRequest): Promise<HttpReply> {
  const start = performance.now();
  const tell = (answer: number | string, headers: IncomingHttpHeaders): void => {
    const { method, url } = request;
    const address = `${url.origin}${url.pathname}`;
    const took = performance.now() - start;
    request.trace?.(renderExchange({ method, address, answer, headers, took }));
  };
  try {
    const reply = await exchange(request);
    tell(reply.status, reply.headers);
    return reply;
  } catch (cause) {
    const failure = toNoReply(cause);
    tell(failure.message, {});
    throw failure;
  }
}

async function exchange(request: HttpRequest): Promise<HttpReply> {
  const { url, limit, authority, signal } = request;
  const ending = new AbortController();
  // Only with keepAlive does the client keep its agent, and with it a way to end a connection.
  const client = new HttpClient('gitops-promote', [endingWith(ending.signal)], {
    allowRedirects: false,
    keepAlive: true,
    socketTimeout: limit,
  });
  if (authority !== undefined && url.protocol === 'https:') {
    trust(client.getAgent(url.href), authority);
  }
  const end = startLimit(limit, signal);
  try {
    return await Promise.race([receive(client, request), end.reached]);
  } finally {
    end.stop();
    // The client forgets a connection through a proxy.
    ending.abort();
    client.dispose();
  }
}

/** The client's own limit is one of silence. */
function endingWith(signal: AbortSignal) {
  return {
    prepareRequest: (options: { signal?: AbortSignal }) => {
      options.signal = signal;
    },
    canHandleAuthentication: () => false,
    handleAuthentication: () => Promise.reject(new Error('not used')),
  };
}

/** The options of an agent are those of its connections, also through a proxy. */
function trust(agent: object, authority: string): void {
  if ('options' in agent) Object.assign(agent.options as object, { ca: authority });
}

async function receive(
  client: HttpClient,
  { method, url, headers, body = '', readsBody = true, largestBody = LARGEST_BODY }: HttpRequest,
): Promise<HttpReply> {
  const { message } = await client.request(method, url.href, body, { ...headers });
  return {
    status: message.statusCode ?? 0,
    headers: message.headers,
    body: readsBody ? await readBody(message, largestBody) : Buffer.alloc(0),
  };
}

interface Limit {
  /** Rejects when the time is over. */
  readonly reached: Promise<never>;
  readonly stop: () => void;
}

function startLimit(limit: number, signal: AbortSignal | undefined): Limit {
  let stop = (): void => undefined;
  const reached = new Promise<never>((_, reject) => {
    const refuse = (why: string) => {
      reject(new NoReply(why));
    };
    const end = () => {
      refuse('ended');
    };
    const timer = setTimeout(refuse, limit, `no answer within ${limit / 1000} seconds`);
    if (signal?.aborted === true) end();
    signal?.addEventListener('abort', end);
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    };
  });
  return { reached, stop };
}

/** @throws Error when the connection ends in between. */
async function readBody(message: IncomingMessage, largest: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > largest) throw new NoReply(`an answer of more than ${largest / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Where several addresses of a host were tried, Node.js gives an error without a message of its own. */
function toNoReply(cause: unknown): NoReply {
  if (cause instanceof NoReply) return cause;
  const { errors, code, message } = isJsonObject(cause) ? cause : {};
  if (Array.isArray(errors) && errors.length > 0) return toNoReply(errors[0]);
  const given = typeof code === 'string' ? code : '';
  const said = typeof message === 'string' && message !== '' ? message : given;
  return new NoReply(said === '' ? 'no answer' : said, { code: given, cause });
}
