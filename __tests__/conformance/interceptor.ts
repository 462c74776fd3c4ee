import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface PassedReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Called with the first PUT. What it returns is the reply; `undefined` cuts the connection. */
export type WriteHandler = (passOn: () => Promise<PassedReply>) => Promise<PassedReply | undefined>;

export interface Interceptor {
  /** Base address without a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Passes every request on to a server, and lets a test act around the first write.
 * @param target Base address of the server.
 */
export async function startInterceptor(
  target: string,
  onFirstWrite: WriteHandler,
): Promise<Interceptor> {
  let handler: WriteHandler | undefined = onFirstWrite;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    const passOn = () => send(target, incoming, body);
    const intercept = incoming.method === 'PUT' ? handler : undefined;
    if (intercept !== undefined) handler = undefined;
    const reply = intercept === undefined ? await passOn() : await intercept(passOn);
    if (reply === undefined) outgoing.destroy();
    else outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  }

  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function send(
  target: string,
  { method, url = '', headers }: IncomingMessage,
  body: Buffer,
): Promise<PassedReply> {
  const passed = request(`${target}${url}`, { method, headers, agent: false }).end(body);
  const [reply] = (await once(passed, 'response')) as [IncomingMessage];
  return { status: reply.statusCode ?? 502, headers: reply.headers, body: await buffer(reply) };
}
