import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, request as ask, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';

/** Servers by the names that workflows call them by, each the address of a local one. */
export type Hosts = Readonly<Record<string, string>>;

export interface Network {
  /** Variables of a process that shall see these hosts. */
  readonly env: Readonly<Record<string, string>>;
  /** Names that were asked for, and are none of the hosts. */
  readonly unknown: readonly string[];
  readonly stop: () => void;
}

/**
 * An HTTP proxy that connects `name:443` to local servers, over TLS with a certificate of its own, and
 * nobody to anything else. So workflows run with the addresses that stand in them.
 */
export async function startNetwork(folder: string, hosts: Hosts): Promise<Network> {
  const certificate = join(folder, 'hosts.pem');
  const key = join(folder, 'hosts-key.pem');
  createCertificate(Object.keys(hosts), key, certificate);
  const front = createTlsServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    passTo(hosts),
  );
  const unknown: string[] = [];
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    const [name = ''] = url.split(':');
    if (url !== `${name}:443` || !Object.hasOwn(hosts, name)) {
      unknown.push(url);
      return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    }
    const server = connect(portOf(front), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(socket).pipe(server);
    });
    socket.on('error', () => server.destroy());
    return server.on('error', () => socket.destroy());
  });
  await Promise.all([listen(front), listen(proxy)]);
  const url = `http://127.0.0.1:${portOf(proxy)}`;
  return {
    env: { HTTPS_PROXY: url, NODE_EXTRA_CA_CERTS: certificate },
    unknown,
    stop: () => {
      for (const server of [front, proxy]) server.close();
      front.closeAllConnections();
    },
  };
}

function createCertificate(names: readonly string[], key: string, certificate: string): void {
  const subject = names.map((name) => `DNS:${name}`).join(',');
  const named = ['-subj', '/CN=hosts', '-addext', `subjectAltName=${subject}`];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', [...request, ...named, '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
}

/** Hands each request to the server that its host stands for. */
function passTo(hosts: Hosts): RequestListener {
  return (incoming, outgoing) => {
    const { method, url = '', headers } = incoming;
    const target = new URL(url, hosts[headers.host ?? '']);
    const passed = ask(target, { method, headers }, (reply) => {
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  };
}

async function listen(server: Server): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
