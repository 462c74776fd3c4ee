import { HttpClient } from '@actions/http-client';

/** More than this is no answer that anybody reads, in bytes. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** One request, as it is sent: nothing is followed and nothing is sent again. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How long the whole of it may take, in milliseconds. */
  readonly limit: number;
  /** Certificates to trust instead of those that Node.js does, in PEM. */
  readonly authority?: string;
  /** Ends the request early. */
  readonly signal?: AbortSignal;
  /** Whether the body is of interest. */
  readonly readsBody: boolean;
}

export interface HttpReply {
  readonly status: number;
  readonly contentType: string;
  /** Where a redirect leads; empty when there is none. */
  readonly location: string;
  /** Empty when it was not read. */
  readonly body: string;
}

/**
 * Sends a request over a connection of its own, which ends with it, through the proxy that the
 * runner's environment names.
 * @throws Error of node when no answer came, or none within the limit.
 */
export async function sendRequest(request: HttpRequest): Promise<HttpReply> {
  const { url, limit, authority, signal } = request;
  // Only with keepAlive does the client keep its agent, and with it a way to end a connection.
  const client = new HttpClient('gitops-promote', [], {
    allowRedirects: false,
    keepAlive: true,
    socketTimeout: limit,
  });
  if (authority !== undefined && url.startsWith('https:')) trust(client.getAgent(url), authority);
  const end = startLimit(limit, signal);
  try {
    return await Promise.race([exchange(client, request), end.reached]);
  } finally {
    end.stop();
    client.dispose();
  }
}

/** The options of an agent are those of its connections, also through a proxy. */
function trust(agent: object, authority: string): void {
  if ('options' in agent) Object.assign(agent.options as object, { ca: authority });
}

async function exchange(
  client: HttpClient,
  { method, url, body, headers, readsBody }: HttpRequest,
): Promise<HttpReply> {
  const { message } = await client.request(method, url, body, { ...headers });
  return {
    status: message.statusCode ?? 0,
    contentType: message.headers['content-type'] ?? '',
    location: message.headers.location ?? '',
    body: readsBody ? await readBody(message) : '',
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
async function readBody(message: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    size += chunk.length;
    if (size > BODY_LIMIT) throw new Error(`the answer is larger than ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
