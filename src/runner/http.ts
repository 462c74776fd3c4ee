import type { IncomingMessage } from 'node:http';
import { HttpClient } from '@actions/http-client';
import { isJsonObject } from '../base/json.js';
import { renderExchange, type Trace } from '../base/trace.js';
import type { HttpReply, HttpRequest, NoReply, SendRequest } from '../ports/http.js';

/** More than this is no answer that anybody reads, in bytes. */
const LARGEST_BODY = 64 * 1024 * 1024;

/**
 * Sends each request over a connection of its own, which ends with it, through the proxy that the
 * runner's environment names for its address.
 * @param trace Is told of every request, without what its query, headers and body hold.
 */
export function openTransport(trace: Trace): SendRequest {
  return async (request) => {
    const { method, url } = request;
    const start = performance.now();
    const reply = await exchange(request).catch(toNoReply);
    const took = performance.now() - start;
    const { answer, headers } =
      'problem' in reply
        ? { answer: reply.problem, headers: {} }
        : { answer: reply.status, headers: reply.headers };
    trace(
      renderExchange({ method, address: `${url.origin}${url.pathname}`, answer, headers, took }),
    );
    return reply;
  };
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
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, value?.toString()]),
    ),
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
      reject(new Error(why));
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
    if (size > largest) throw new Error(`an answer of more than ${largest / 1024 / 1024} MiB`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Where several addresses of a host were tried, Node.js gives an error without a message of its own. */
function toNoReply(cause: unknown): NoReply {
  const { errors, code, message } = isJsonObject(cause) ? cause : {};
  if (Array.isArray(errors) && errors.length > 0) return toNoReply(errors[0]);
  const texts = [message, code].filter((text) => typeof text === 'string');
  const problem = texts.find((text) => text !== '') ?? 'no answer';
  return { problem, code: typeof code === 'string' ? code : '' };
}
