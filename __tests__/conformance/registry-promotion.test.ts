import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  type Scene,
  SOURCE,
  tagOf,
  type Templates,
} from '../run/scene.js';
import {
  type BuiltIndex,
  buildImage,
  buildIndex,
  REVISION,
  SOURCE as LABEL,
} from '../registry/images.js';
import { errorAnswer, RecordingServer, Shelf } from '../registry/server.js';
import { runAction } from '../stand-in/run-action.mjs';
import { PASSWORD, push, type Registries, startRegistries, USER } from './registry-server.js';

/** As the runner starts it: helpers, proxies and authorities are told in the environment. */
const through = runAction;

let templates: Templates;
let scene: Scene;
let index: BuiltIndex;
let tag = '';
let folder = '';

const inputs = {
  kustomization: 'app/base',
  'image-name': 'app',
  'check-image': 'true',
  'pin-digest': 'true',
  'image-platforms': 'linux/amd64, linux/arm64',
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'runner-'));
  templates = await makeTemplates();
  tag = tagOf(templates.history.ours);
  const labels = { [REVISION]: templates.history.ours, [LABEL]: `https://github.com/${SOURCE}` };
  const platforms = ['linux/amd64', 'linux/arm64'];
  index = buildIndex(platforms.map((platform) => buildImage({ platform, labels })));
  scene = await openScene(templates);
});

afterAll(async () => {
  await scene.close();
  removeTemplates(templates);
  rmSync(folder, { recursive: true });
});

describe('a workflow that pushed to a real registry', () => {
  let registries: Registries;

  beforeAll(async () => {
    registries = await startRegistries();
    await push(registries.plain, 'org/app', index, tag);
  });

  afterAll(async () => {
    await registries.stop();
  });

  it.each(['plain', 'basic', 'token'] as const)('promotes and pins it (%s)', async (kind) => {
    const image = `${registries[kind]}/org/app`;
    const login = { 'registry-username': USER, 'registry-password': PASSWORD };
    const run = await scene.promote({ ...inputs, ...login, image: `${image}:${tag}` }, { through });
    const pinned = `${image}:${tag}@${index.index.digest}`;
    expect(run.outputs).toMatchObject({ reason: 'promoted', image: pinned });
    const file = await scene.gitops.git('show', `main:${KUSTOMIZATION}`);
    expect(file).toContain(`digest: "${index.index.digest}"`);
    expect(await scene.gitops.git('log', '-1', '--format=%B', 'main')).toContain(
      `Image: ${pinned}\n`,
    );
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '') + run.summary).not.toContain(PASSWORD);
  });

  it('asks the credential helper of docker', async () => {
    const helper = join(folder, 'docker-credential-tests');
    const answer = JSON.stringify({ Username: USER, Secret: PASSWORD });
    writeFileSync(
      helper,
      `#!/bin/sh\n[ "$1 $(cat)" = "get ${registries.basic}" ] && echo '${answer}'\n`,
    );
    chmodSync(helper, 0o755);
    writeFileSync(join(folder, 'config.json'), JSON.stringify({ credsStore: 'tests' }));
    const env = {
      DOCKER_CONFIG: folder,
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    };
    const image = `${registries.basic}/org/app:${tag}`;
    const run = await scene.promote({ ...inputs, image, 'dry-run': 'true' }, { env, through });
    expect(run.outputs).toMatchObject({ reason: 'dry-run', digest: index.index.digest });
  });

  it('promotes nothing that is not there', async () => {
    const head = await scene.gitops.git('rev-parse', 'main');
    const run = await scene.promote(
      { ...inputs, image: `${registries.plain}/org/app:none` },
      { through },
    );
    expect(run.outputs).toMatchObject({ reason: 'image-missing', changed: 'false' });
    expect(await scene.gitops.git('rev-parse', 'main')).toBe(head);
  });
});

/** A proxy as firms have it: it connects `ghcr.io` to our own server, and nobody else to anything. */
async function startProxy(target: string, connected: string[]): Promise<Server> {
  const [host, port] = target.split(':') as [string, string];
  const proxy = createServer().on('connect', ({ url = '' }, socket) => {
    connected.push(url);
    if (url !== 'ghcr.io:443') return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const server = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(socket).pipe(server);
    });
    return server.on('error', () => socket.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  return proxy;
}

it("ghcr.io is asked over TLS and through the proxy, with the job's token", async () => {
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = ['-subj', '/CN=ghcr.io', '-addext', 'subjectAltName=DNS:ghcr.io'];
  const files = ['-keyout', keyFile, '-out', certFile];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  execFileSync('openssl', [...request, ...names, ...files], { stdio: 'ignore' });
  const certificate = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') };

  const shelf = new Shelf().putIndex(index, tag);
  const challenge = 'Bearer realm="https://ghcr.io/token",service="ghcr.io"';
  const ghcr = await RecordingServer.start((asked) => {
    if (asked.path.startsWith('/token')) return { status: 200, body: '{"token":"to-pull"}' };
    return asked.authorization === 'Bearer to-pull'
      ? shelf.serve(asked)
      : errorAnswer(401, 'UNAUTHORIZED', 'x', { 'www-authenticate': challenge });
  }, certificate);
  const connected: string[] = [];
  const proxy = await startProxy(ghcr.host, connected);
  const proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const env = { HTTPS_PROXY: proxyUrl, NODE_EXTRA_CA_CERTS: certFile };
  const asked = { ...inputs, image: `ghcr.io/org/app:${tag}`, 'dry-run': 'true' };
  try {
    const run = await scene.promote(asked, { env, through });
    expect(run.outputs).toMatchObject({ reason: 'dry-run', digest: index.index.digest });
    expect(new Set(connected)).toEqual(new Set(['ghcr.io:443']));
    const [token] = ghcr.requests.filter(({ path }) => path.startsWith('/token'));
    const basic = Buffer.from((token?.authorization ?? '').slice(6), 'base64').toString();
    expect(basic).toBe('x-access-token:ghs_the-token-of-the-workflow');
    const elsewhere = { ...env, GITHUB_SERVER_URL: 'https://git.example' };
    ghcr.requests.length = 0;
    await scene.promote(asked, { env: elsewhere, through });
    expect(ghcr.requests.map(({ authorization }) => authorization)).not.toContain(
      token?.authorization,
    );
  } finally {
    proxy.close();
    await ghcr.stop();
  }
});
