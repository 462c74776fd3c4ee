import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import {
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const ADMIN = 'the-token-of-the-administrator';

/** A program that `npm run conformance:argocd` names. */
function program(name: string): string {
  const path = process.env[name];
  if (path === undefined)
    throw new Error(`${name} is not set: npm run conformance:argocd does it.`);
  return path;
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

type Ports = Readonly<
  Record<'etcd' | 'peer' | 'api' | 'redis' | 'repo' | 'repoMetrics' | 'metrics' | 'server', number>
>;

/**
 * A real Argo CD over a Kubernetes API server without nodes and controllers: whoever tests it writes
 * the status of a Deployment, and so decides whether it is healthy.
 */
export class ArgoSystem {
  readonly #folder = mkdtempSync(join(tmpdir(), 'argocd-'));
  readonly #processes: ChildProcess[] = [];
  readonly #ports: Ports;
  #token = '';

  private constructor(ports: Ports) {
    this.#ports = ports;
  }

  static async start(): Promise<ArgoSystem> {
    const [etcd, peer, api, redis, repo, repoMetrics, metrics, server] = await Promise.all(
      Array.from({ length: 8 }, findFreePort),
    );
    const ports = { etcd, peer, api, redis, repo, repoMetrics, metrics, server } as Ports;
    const system = new ArgoSystem(ports);
    try {
      await system.#startKubernetes();
      system.#configure();
      await system.#startArgoCD();
      return system;
    } catch (error) {
      await system.stop();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.#ports.server}`;
  }

  /** Of an account that may get Applications, and nothing else. */
  get token(): string {
    return this.#token;
  }

  /** A folder of its own. */
  get folder(): string {
    return this.#folder;
  }

  /** @throws Error with what kubectl says. */
  kubectl(args: readonly string[], input = ''): string {
    const { status, stdout, stderr } = spawnSync(
      'kubectl',
      ['--kubeconfig', this.#kubeconfig, ...args],
      { encoding: 'utf8', input },
    );
    if (status !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr}`);
    return stdout;
  }

  apply(...objects: readonly unknown[]): void {
    const list = { apiVersion: 'v1', kind: 'List', items: objects };
    this.kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], JSON.stringify(list));
  }

  async stop(): Promise<void> {
    for (const child of this.#processes.toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill();
      await once(child, 'exit');
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  get #kubeconfig(): string {
    return join(this.#folder, 'kubeconfig.json');
  }

  #spawn(name: string, file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): void {
    const log = openSync(join(this.#folder, `${name}.log`), 'a');
    const child = spawn(file, args, {
      env: { PATH: process.env['PATH'], HOME: this.#folder, TMPDIR: tmpdir(), ...env },
      stdio: ['ignore', log, log],
    });
    this.#processes.push(child);
  }

  async #startKubernetes(): Promise<void> {
    const { etcd, peer, api } = this.#ports;
    const [client, cluster] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${peer}`];
    this.#spawn('etcd', program('ETCD'), [
      `--data-dir=${join(this.#folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${cluster}`,
      `--initial-advertise-peer-urls=${cluster}`,
      `--initial-cluster=default=${cluster}`,
      '--unsafe-no-fsync',
    ]);
    const tokens = join(this.#folder, 'tokens.csv');
    writeFileSync(tokens, `${ADMIN},admin,1,"system:masters"\n`);
    const key = join(this.#folder, 'key.pem');
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
    this.#spawn('kube-apiserver', program('KUBE_APISERVER'), [
      `--etcd-servers=${client}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${api}`,
      `--cert-dir=${join(this.#folder, 'certificates')}`,
      `--token-auth-file=${tokens}`,
      '--authorization-mode=RBAC',
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${key}`,
      `--service-account-signing-key-file=${key}`,
      '--service-cluster-ip-range=10.0.0.0/24',
      '--disable-admission-plugins=ServiceAccount',
    ]);
    writeFileSync(this.#kubeconfig, JSON.stringify(renderKubeconfig(api)));
    await waitFor('the API server', () => this.kubectl(['get', '--raw', '/readyz']) === 'ok');
  }

  #configure(): void {
    const manifests = program('ARGOCD_MANIFESTS');
    for (const part of ['crds', 'base/config']) {
      const folder = join(manifests, part);
      const files = readdirSync(folder).filter((name) => !name.startsWith('kustomization'));
      if (part === 'base/config') this.kubectl(['create', 'namespace', 'argocd']);
      const named = files.flatMap((name) => ['-f', join(folder, name)]);
      this.kubectl(['apply', '--server-side', '-n', 'argocd', ...named]);
    }
    this.kubectl(['create', 'namespace', 'agents']);
    const inArgoCD = (name: string) => ({ name, namespace: 'argocd' });
    this.apply(
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: inArgoCD('argocd-cm'),
        data: { 'accounts.ci': 'apiKey', 'timeout.reconciliation': '120s' },
      },
      {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: inArgoCD('argocd-rbac-cm'),
        data: { 'policy.csv': 'p, ci, applications, get, default/*, allow\n' },
      },
    );
  }

  async #startArgoCD(): Promise<void> {
    const { redis, repo, repoMetrics, metrics, server } = this.#ports;
    this.#spawn('redis', program('REDIS'), ['--port', String(redis), '--save', '']);
    const bin = join(this.#folder, 'bin');
    mkdirSync(bin);
    symlinkSync(program('KUSTOMIZE'), join(bin, 'kustomize'));
    const PATH = [bin, dirname(process.execPath), process.env['PATH']].join(':');
    const env = { PATH, ARGOCD_FAKE_IN_CLUSTER: 'true', ARGOCD_GPG_ENABLED: 'false' };
    const run = (role: string, ...args: readonly string[]) => {
      const kubernetes =
        role === 'argocd-repo-server' ? [] : ['--kubeconfig', this.#kubeconfig, '-n', 'argocd'];
      const shared = [...kubernetes, '--redis', `127.0.0.1:${redis}`, ...args];
      this.#spawn(role, program('ARGOCD'), shared, {
        ...env,
        ARGOCD_BINARY_NAME: role,
        KUBECONFIG: this.#kubeconfig,
      });
    };
    const repoServer = ['--repo-server', `127.0.0.1:${repo}`, '--repo-server-plaintext'];
    run('argocd-repo-server', '--disable-tls', `--port=${repo}`, `--metrics-port=${repoMetrics}`);
    run('argocd-application-controller', ...repoServer, '--metrics-port=0');
    run(
      'argocd-server',
      ...repoServer,
      '--insecure',
      '--repo-server-strict-tls=false',
      `--port=${server}`,
      `--metrics-port=${metrics}`,
    );
    await waitFor('argocd-server', async () => (await fetch(`${this.url}/api/version`)).ok);
    this.#token = await this.#createToken();
  }

  async #createToken(): Promise<string> {
    const secret = this.kubectl([
      ...['-n', 'argocd', 'get', 'secret', 'argocd-initial-admin-secret'],
      ...['-o', 'jsonpath={.data.password}'],
    ]);
    const password = Buffer.from(secret, 'base64').toString();
    const session = { username: 'admin', password };
    const admin = await this.#post('/api/v1/session', session, '');
    return this.#post('/api/v1/account/ci/token', {}, admin);
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

function renderKubeconfig(port: number) {
  const cluster = { server: `https://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true };
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'local', cluster }],
    users: [{ name: 'admin', user: { token: ADMIN } }],
    contexts: [{ name: 'local', context: { cluster: 'local', user: 'admin' } }],
    'current-context': 'local',
  };
}

/** Asks again and again, for a minute. */
export async function waitFor(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  let last: unknown;
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      if (await ask()) return;
    } catch (error) {
      last = error;
    }
    await sleep(200);
  }
  throw new Error(`${what} is not ready after a minute.`, { cause: last });
}
