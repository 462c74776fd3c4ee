// An HTTP proxy that tunnels every connection to one server, whatever host was asked for.

import { createServer } from 'node:http';
import { connect } from 'node:net';

/**
 * @param {string} target Address of the server behind it.
 * @returns {Promise<{ url: string, tunnels: readonly string[], close: () => void }>} `tunnels` are the
 *   hosts that were asked for.
 */
export async function startProxy(target) {
  const { hostname, port } = new URL(target);
  /** @type {string[]} */
  const tunnels = [];
  const server = createServer().on('connect', ({ url = '' }, socket) => {
    tunnels.push(url);
    const upstream = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(upstream).pipe(socket);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy is closed.');
  return { url: `http://127.0.0.1:${address.port}`, tunnels, close: () => server.close() };
}
