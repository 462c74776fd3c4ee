import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import { NoReply, send } from '../../src/registry/http.js';

it.each([
  { description: 'says nothing', text: '' },
  { description: 'stops in its answer', text: 'HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf' },
])('a server that $description is not waited for without end', async ({ text }) => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket
      .on('error', () => undefined)
      .resume()
      .write(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const asked = send({ url }, 50);
  await expect(asked).rejects.toThrow(NoReply);
  await expect(asked).rejects.toThrow('no answer within 0.05 seconds');
  // The connection is given up too, or the process would go on for as long as the server holds it.
  for (const socket of sockets) if (!socket.destroyed) await once(socket, 'close');
  server.close();
});
