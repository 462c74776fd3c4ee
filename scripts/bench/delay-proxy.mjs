/** A TCP proxy that adds latency in front of a local server, and counts what passes. */
import { createServer, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** @typedef {import('node:net').Socket} Socket */

/**
 * @typedef {object} Traffic
 * @property {number} connections
 * @property {number} bytesUp From the clients to the server.
 * @property {number} bytesDown
 */

/**
 * Every chunk arrives half a round trip later. A connection's first chunk waits for a whole one
 * before that, which is what the handshake of TCP takes: on one machine it takes next to nothing.
 * Bandwidth is not limited.
 * @param {string} target Address of the server behind it.
 * @param {number} roundTripMs
 * @returns {Promise<{ url: string, traffic: Readonly<Traffic>, close: () => void }>}
 */
export async function startDelayProxy(target, roundTripMs) {
  const { hostname, port } = new URL(target);
  const traffic = { connections: 0, bytesUp: 0, bytesDown: 0 };
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    traffic.connections += 1;
    const options = { host: hostname, port: Number(port), allowHalfOpen: true, noDelay: true };
    const upstream = connect(options);
    const handshake = sleep(roundTripMs);
    const travel = () => handshake.then(() => sleep(roundTripMs / 2));
    forward(client, upstream, travel, (size) => (traffic.bytesUp += size));
    forward(upstream, client, travel, (size) => (traffic.bytesDown += size));
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy is closed.');
  return { url: `http://127.0.0.1:${address.port}`, traffic, close: () => server.close() };
}

/**
 * @param {Socket} from
 * @param {Socket} to
 * @param {() => Promise<unknown>} travel Takes as long as a chunk that starts now.
 * @param {(size: number) => void} count
 */
function forward(from, to, travel, count) {
  /** @type {Promise<unknown>} */
  let delivered = Promise.resolve();
  /** @param {() => void} deliver */
  const send = (deliver) => {
    // Chunks travel at the same time, and none overtakes another.
    delivered = Promise.all([travel(), delivered]).then(deliver);
  };
  from.on('data', (/** @type {Buffer} */ chunk) => {
    count(chunk.length);
    send(() => to.write(chunk));
  });
  from.on('end', () => send(() => to.end()));
  from.on('error', () => to.destroy());
}
