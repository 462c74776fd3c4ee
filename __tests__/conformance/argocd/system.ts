import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { renderKubeconfig, SETTINGS, TEAMS, TOKENS } from './settings.js';

/** A program that `npm run conformance:argocd` names. */
function program(name: string): string {
  const path = process.env[name];
  if (path === undefined)
    throw new Error(`${name} is not set: npm run conformance:argocd does it.`);
  return path;
}

const PORTS = [
  ...['etcd', 'peer', 'kubernetes', 'proxy', 'redis', 'repo', 'repoMetrics', 'metrics', 'server'],
  ...['secureMetrics', 'secure'],
] as const;

type Ports = Readonly<Record<string, number>>;

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A real Argo CD over a Kubernetes API server without nodes and controllers. */
export class ArgoSystem {
  /** Of its own, and gone in the end. */
  readonly folder = mkdtempSync(join(tmpdir(), 'argocd-'));
  readonly #processes = new Map<string, ChildProcess>();
  readonly #ports: Ports;
  #token = '';

  private constructor(ports: Ports) {
    this.#ports = ports;
  }

  static async start(): Promise<ArgoSystem> {
    const ports = await Promise.all(PORTS.map(findFreePort));
    const system = new ArgoSystem(
      Object.fromEntries(PORTS.map((name, index) => [name, ports[index] ?? 0])),
    );
    try {
      await system.#startKubernetes();
      await system.#configure();
      await system.#startArgoCD();
      return system;
    } catch (cause) {
      const logs = system.#readLogs();
      await system.stop();
      throw new Error(`Argo CD does not start.\n${logs}`, { cause });
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.#ports['server']}`;
  }

  /** The same Argo CD with a certificate of its own, below a root path. */
  get secureUrl(): string {
    return `https://localhost:${this.#ports['secure']}/argo-cd`;
  }

  /** Of an account that reads Applications. */
  get token(): string {
    return this.#token;
  }

  /** Asks the API server, or changes a part of an object. */
  async kubernetes(path: string, patch?: unknown): Promise<unknown> {
    const reply = await fetch(`http://127.0.0.1:${this.#ports['proxy']}${path}`, {
      ...(patch !== undefined && {
        method: 'PATCH',
        headers: { 'content-type': 'application/merge-patch+json' },
        body: JSON.stringify(patch),
      }),
    });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }

  /** As a manager of its own: what Argo CD's manifests say beside it stays. */
  async apply(...objects: readonly unknown[]): Promise<void> {
    const file = join(this.folder, `objects-${crypto.randomUUID()}.json`);
    writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
    await this.#kubectl('apply', '--server-side', '--field-manager=test', '-f', file);
  }

  /** What is needed no more ends before what it needs. */
  async stop(): Promise<void> {
    for (const name of [...this.#processes.keys()].toReversed()) await this.end(name);
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Ends one of the programs. */
  async end(name: string): Promise<void> {
    const child = this.#processes.get(name);
    if (child?.exitCode !== null || child.signalCode !== null) return;
    child.kill();
    await once(child, 'exit');
  }

  get #kubeconfig(): string {
    return join(this.folder, 'kubeconfig.json');
  }

  /** The end of what each program has written. */
  #readLogs(): string {
    return readdirSync(this.folder)
      .filter((name) => name.endsWith('.log'))
      .map((name) => `${name}:\n${readFileSync(join(this.folder, name), 'utf8').slice(-2000)}`)
      .join('\n');
  }

  #spawn(name: string, file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
    const log = openSync(join(this.folder, `${name}.log`), 'a');
    const child = spawn(file, args, {
      env: { PATH: process.env['PATH'], HOME: this.folder, TMPDIR: tmpdir(), ...env },
      stdio: ['ignore', log, log],
    });
    this.#processes.set(name, child);
  }

  async #kubectl(...args: readonly string[]): Promise<void> {
    // It remembers the kinds that there are in its home.
    const child = spawn('kubectl', ['--kubeconfig', this.#kubeconfig, ...args], {
      env: { ...process.env, HOME: this.folder },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [status] = (await once(child, 'close')) as [number | null];
    if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${said}`);
  }

  async #startKubernetes(): Promise<void> {
    const { etcd, peer, kubernetes, proxy } = this.#ports;
    const [client, cluster] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${peer}`];
    this.#spawn('etcd', 'etcd', [
      `--data-dir=${join(this.folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${cluster}`,
      `--initial-advertise-peer-urls=${cluster}`,
      `--initial-cluster=default=${cluster}`,
      '--unsafe-no-fsync',
    ]);
    const tokens = join(this.folder, 'tokens.csv');
    writeFileSync(tokens, TOKENS);
    const key = join(this.folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.#spawn('kube-apiserver', program('KUBE_APISERVER'), [
      `--etcd-servers=${client}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${kubernetes}`,
      `--cert-dir=${join(this.folder, 'certificates')}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      '--disable-admission-plugins=ServiceAccount',
    ]);
    writeFileSync(this.#kubeconfig, JSON.stringify(renderKubeconfig(kubernetes ?? 0)));
    const args = ['--kubeconfig', this.#kubeconfig, 'proxy', `--port=${proxy}`];
    this.#spawn('kubectl-proxy', 'kubectl', args);
    await waitFor('the API server', async () => {
      await this.kubernetes('/api/v1/namespaces/default');
      return true;
    });
  }

  async #configure(): Promise<void> {
    const manifests = program('ARGOCD_MANIFESTS');
    await this.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argocd' } });
    const files = ['crds', 'base/config'].flatMap((part) =>
      readdirSync(join(manifests, part))
        .filter((name) => !name.startsWith('kustomization'))
        .flatMap((name) => ['-f', join(manifests, part, name)]),
    );
    await this.#kubectl('apply', '--server-side', '-n', 'argocd', ...files);
    await waitFor('the kinds of Argo CD', async () => {
      await this.apply(...SETTINGS);
      return true;
    });
  }

  async #startArgoCD(): Promise<void> {
    const { redis, repo, repoMetrics, metrics, server, secureMetrics, secure } = this.#ports;
    this.#spawn('redis', 'redis-server', ['--port', String(redis), '--save', '']);
    const bin = join(this.folder, 'bin');
    mkdirSync(bin);
    symlinkSync(program('KUSTOMIZE'), join(bin, 'kustomize'));
    symlinkSync(program('HELM'), join(bin, 'helm'));
    const folders = [bin, dirname(program('ARGOCD')), dirname(process.execPath)];
    const PATH = [...folders, process.env['PATH']].join(':');
    const run = (name: string, role: string, ...args: readonly string[]) => {
      this.#spawn(name, program('ARGOCD'), [...args, '--redis', `127.0.0.1:${redis}`], {
        PATH,
        ARGOCD_FAKE_IN_CLUSTER: 'true',
        ARGOCD_GPG_ENABLED: 'false',
        ARGOCD_BINARY_NAME: role,
        KUBECONFIG: this.#kubeconfig,
      });
    };
    const cluster = ['--kubeconfig', this.#kubeconfig, '-n', 'argocd'];
    const shared = [
      ...cluster,
      `--application-namespaces=${TEAMS}`,
      ...['--repo-server', `127.0.0.1:${repo}`, '--repo-server-plaintext'],
    ];
    const repoPorts = [`--port=${repo}`, `--metrics-port=${repoMetrics}`];
    const withoutTls = ['--disable-tls', '--client-ca-path='];
    run('repo-server', 'argocd-repo-server', ...withoutTls, ...repoPorts);
    run('controller', 'argocd-application-controller', ...shared, '--metrics-port=0');
    const plain = ['--insecure', `--port=${server}`, `--metrics-port=${metrics}`];
    run('server', 'argocd-server', ...shared, ...plain);
    await waitFor('argocd-server', async () => (await fetch(`${this.url}/api/version`)).ok);
    const tls = ['--rootpath=/argo-cd', `--port=${secure}`, `--metrics-port=${secureMetrics}`];
    run('secure-server', 'argocd-server', ...shared, ...tls);
    this.#token = await this.#createToken();
  }

  async #createToken(): Promise<string> {
    const { password } = await this.readSecret('argocd-initial-admin-secret');
    const session = { username: 'admin', password };
    const admin = await this.#post('/api/v1/session', session, '');
    return this.#post('/api/v1/account/ci/token', {}, admin);
  }

  /** What is in a secret of Argo CD. */
  async readSecret(name: string): Promise<Readonly<Record<string, string>>> {
    const secret = await this.kubernetes(`/api/v1/namespaces/argocd/secrets/${name}`);
    const { data } = secret as { readonly data: Readonly<Record<string, string>> };
    const decode = (text: string) => Buffer.from(text, 'base64').toString();
    return Object.fromEntries(Object.entries(data).map(([key, text]) => [key, decode(text)]));
  }

  async #post(path: string, body: unknown, token: string): Promise<string> {
    const reply = await fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`POST ${path}: ${reply.status} ${await reply.text()}`);
    return ((await reply.json()) as { token: string }).token;
  }
}

/** Asks again and again, for two minutes. */
export async function waitFor(what: string, ask: () => Promise<boolean>): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < 600; tries += 1) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await sleep(200);
  }
  throw new Error(`${what} is not ready after two minutes.`, { cause: last });
}
