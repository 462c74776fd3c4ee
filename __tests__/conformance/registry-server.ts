import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createSign } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuiltImage, BuiltIndex, Document } from '../registry/images.js';

/** The real program; `npm run conformance` sets it. */
const PROGRAM = process.env['DOCKER_REGISTRY'] ?? 'docker-registry';

export const USER = 'ada';
export const PASSWORD = 'the-password';

/** The line of a htpasswd file for that user; the registry takes bcrypt only. */
const HTPASSWD = `${USER}:$2b$04$abcdefghijklmnopqrstuujfuDmBVdEpp/rsXBeSw0ec5YfAUJRh.\n`;

const ISSUER = 'the token server of the tests';

/** The same storage behind three addresses: open, with a password, and with a token. */
export interface Registries {
  /** `127.0.0.1:PORT`. */
  readonly plain: string;
  readonly basic: string;
  readonly token: string;
  readonly stop: () => Promise<void>;
}

export async function startRegistries(): Promise<Registries> {
  const folder = mkdtempSync(join(tmpdir(), 'registry-'));
  const tokens = await startTokenServer(folder);
  const htpasswd = join(folder, 'htpasswd');
  writeFileSync(htpasswd, HTPASSWD);
  const realm = `http://127.0.0.1:${(tokens.address() as AddressInfo).port}/token`;
  const rootcertbundle = join(folder, 'certificate.pem');
  const running = await Promise.all([
    startRegistry(folder, {}),
    startRegistry(folder, { htpasswd: { realm: 'tests', path: htpasswd } }),
    startRegistry(folder, { token: { realm, service: 'tests', issuer: ISSUER, rootcertbundle } }),
  ]);
  const [plain, basic, token] = running.map(({ host }) => host) as [string, string, string];
  const stop = async () => {
    await Promise.all(running.map((registry) => registry.stop()));
    tokens.close();
    rmSync(folder, { recursive: true });
  };
  return { plain, basic, token, stop };
}

interface Running {
  readonly host: string;
  readonly stop: () => Promise<void>;
}

/** @param auth As the configuration has it; it is YAML, and so JSON. */
async function startRegistry(folder: string, auth: object): Promise<Running> {
  const host = `127.0.0.1:${await findFreePort()}`;
  const file = join(folder, `${host.replace(':', '-')}.yml`);
  const storage = { filesystem: { rootdirectory: join(folder, 'storage') } };
  const log = { level: 'error', accesslog: { disabled: true } };
  const isOpen = Object.keys(auth).length === 0;
  const config = { version: 0.1, log, storage, http: { addr: host }, ...(!isOpen && { auth }) };
  writeFileSync(file, JSON.stringify(config));
  const program = spawn(PROGRAM, ['serve', file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  program.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  await waitForAnswer(host, program).catch((cause: unknown) => {
    throw new Error(`The registry did not start:\n${errors}`, { cause });
  });
  const stop = async () => {
    program.kill();
    if (program.exitCode === null) await once(program, 'exit');
  };
  return { host, stop };
}

async function waitForAnswer(host: string, program: ChildProcess): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const reply = await fetch(`http://${host}/v2/`).catch(() => undefined);
    if (reply !== undefined) return;
    if (program.exitCode !== null || Date.now() > deadline) throw new Error('no answer');
    await sleep(50);
  }
}

async function findFreePort(): Promise<number> {
  const server = createSocket().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * A token server as the specification has it: it knows the user, gives anybody else a token for
 * nothing, and refuses a wrong password.
 */
async function startTokenServer(folder: string): Promise<Server> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', [...request, '-subj', '/CN=tests', '-keyout', key, '-out', certificate], {
    stdio: 'ignore',
  });
  const sign = signer(readFileSync(key, 'utf8'), readFileSync(certificate, 'utf8'));
  const known = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
  const server = createServer(({ url = '', headers: { authorization } }, reply) => {
    const scope = new URL(url, 'http://tokens').searchParams.get('scope') ?? '';
    const [type, name, actions = ''] = scope.split(':');
    if (authorization !== undefined && authorization !== known) {
      reply.writeHead(401).end('{"errors":[{"code":"UNAUTHORIZED","message":"wrong password"}]}');
      return;
    }
    const access = authorization === known ? [{ type, name, actions: actions.split(',') }] : [];
    reply.writeHead(200).end(JSON.stringify({ token: sign(access) }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Signs tokens as the registry checks them: a JWT with the certificate in its head. */
function signer(key: string, certificate: string) {
  const x5c = [certificate.replace(/-----[^-]+-----|\s/g, '')];
  const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');
  return (access: readonly object[]): string => {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: ISSUER, aud: 'tests', iat: now, nbf: now - 10, exp: now + 300, access };
    const text = `${encode({ typ: 'JWT', alg: 'RS256', x5c })}.${encode(claims)}`;
    return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
  };
}

/** Pushes to a repository of an open registry, as docker does. */
export async function push(
  host: string,
  repository: string,
  built: BuiltImage | BuiltIndex,
  tag: string,
): Promise<void> {
  const base = `http://${host}/v2/${repository}`;
  const images = 'index' in built ? built.images : [built];
  for (const { blobs, manifest } of images) {
    for (const blob of blobs) await pushBlob(base, blob);
    await put(`${base}/manifests/${manifest.digest}`, manifest);
  }
  await put(`${base}/manifests/${tag}`, 'index' in built ? built.index : built.manifest);
}

async function pushBlob(base: string, blob: Document): Promise<void> {
  const { headers } = await expectSuccess(
    await fetch(`${base}/blobs/uploads/`, { method: 'POST' }),
  );
  const url = new URL(headers.get('location') ?? '', base);
  url.searchParams.set('digest', blob.digest);
  await put(url.href, { ...blob, type: 'application/octet-stream' });
}

async function put(url: string, { bytes, type }: Pick<Document, 'bytes' | 'type'>): Promise<void> {
  const headers = { 'content-type': type };
  await expectSuccess(await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) }));
}

async function expectSuccess(reply: Response): Promise<Response> {
  if (reply.ok) return reply;
  throw new Error(`${reply.url} was answered ${reply.status}: ${await reply.text()}`);
}
