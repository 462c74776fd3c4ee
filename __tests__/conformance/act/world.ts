import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  type BareRepository,
  createBareRepository,
  type Files,
  readDirectory,
} from '../../stand-in/bare-repository.mjs';
import { commitFiles } from '../../stand-in/commit-files.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../../stand-in/server.mjs';
import { type Registries, startRegistries } from '../registry-server.js';
import { type Builder, startBuilder } from './builder.js';
import { type Cluster, startCluster } from './cluster.js';
import { type Run, runWorkflow } from './engine.js';
import { type Network, startNetwork } from './network.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ACTIONS = fileURLToPath(new URL('actions/', import.meta.url));

/** The folder of Python with the packages of the example; `npm run conformance` sets it. */
const PYTHON = process.env['ACT_PYTHON'] ?? '/usr/bin';

const SOURCE = 'org/repo';
const GITOPS = 'org/gitops';
const GITOPS_TOKEN = 'github_pat_the-secret-of-the-gitops-repository';
/** What `github.token` is: it reads the source repository. */
const WORKFLOW_TOKEN = 'ghs_the-token-of-the-workflow';
const ADA = { name: 'Ada', email: 'ada@example.com' };

/** A run of a workflow. */
export interface WorkflowCall {
  /** Below the source repository. */
  readonly workflow: string;
  readonly event: { readonly name: string; readonly payload: object };
  /** The commit that is checked out. */
  readonly sha: string;
  /** By default those of the repository; a fork has none. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Written over the checkout. */
  readonly changes?: Readonly<Record<string, string | undefined>>;
}

/** GitHub with both repositories of the example, a registry, Argo CD and the application. */
export class World {
  readonly gitops: BareRepository;
  readonly source: BareRepository;
  readonly #folder: string;
  readonly #network: Network;
  readonly #builder: Builder;
  readonly #token: string;
  readonly #stops: readonly (() => unknown)[];
  #runs = 0;

  private constructor(parts: Parts) {
    this.gitops = parts.standIn.repository(GITOPS);
    this.source = parts.standIn.repository(SOURCE);
    this.#folder = parts.folder;
    this.#network = parts.network;
    this.#builder = parts.builder;
    this.#token = parts.cluster.token;
    const { network, builder, standIn, cluster, registries, application } = parts;
    this.#stops = [
      () => {
        network.stop();
      },
      () => {
        builder.stop();
      },
      () => standIn.close(),
      () => cluster.close(),
      () => registries.stop(),
      () => application.close(),
    ];
  }

  /** @param openCluster Starts what deploys the GitOps repository. */
  static async open(
    openCluster: (gitops: BareRepository) => Promise<Cluster> = startCluster,
  ): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'act-'));
    const source = await createBareRepository(join(folder, 'source.git'), await readSource());
    const registries = await startRegistries();
    const builder = await startBuilder(registries.plain);
    const standIn = await startGitHubStandIn({
      root: folder,
      repositories: {
        [SOURCE]: { gitDir: source.gitDir, private: true },
        [GITOPS]: {
          files: await readDeploying(await source.resolve('main'), builder),
          private: true,
        },
      },
      tokens: {
        [WORKFLOW_TOKEN]: { kind: 'app', login: 'ci[bot]', permissions: { [SOURCE]: 'read' } },
        [GITOPS_TOKEN]: { kind: 'fine-grained', login: 'bot', permissions: { [GITOPS]: 'write' } },
      },
    });
    const cluster = await openCluster(standIn.repository(GITOPS));
    const application = await startApplication();
    const network = await startNetwork(folder, {
      'api.github.com': standIn.url,
      'ghcr.io': `http://${registries.plain}`,
      'argocd.example.com': cluster.url,
      'fastapi-agent.dev.example.com': urlOf(application),
    });
    placeAction(join(folder, 'action'));
    return new World({ folder, standIn, cluster, registries, builder, application, network });
  }

  /** Somebody's commit to the source repository. */
  async push(path: string, text: string, branch = 'main'): Promise<string> {
    const head = await this.source.resolve('main');
    if (branch !== 'main') await this.source.git('branch', branch, head);
    return commitFiles(this.source.gitDir, {
      branch,
      head,
      files: [{ path, mode: '100644', bytes: Buffer.from(text) }],
      message: `Change ${path}`,
      author: ADA,
      committer: ADA,
      beforeRefUpdate: () => Promise.resolve(),
    });
  }

  /** @throws Error when a secret was printed, or a host was asked for that is not here. */
  async run(call: WorkflowCall): Promise<Run> {
    const home = join(this.#folder, `home-${(this.#runs += 1)}`);
    mkdirSync(home);
    const checkout = this.#checkOut(call);
    const ARGOCD_TOKEN = this.#token;
    const { workflow, event, secrets = { GITOPS_TOKEN, ARGOCD_TOKEN } } = call;
    const run = await runWorkflow({
      ...{ checkout, workflow, event, home },
      secrets: { ...secrets, GITHUB_TOKEN: WORKFLOW_TOKEN },
      actions: listActions(
        readFileSync(join(checkout, workflow), 'utf8'),
        join(this.#folder, 'action'),
      ),
      env: {
        ...this.#network.env,
        GITHUB_REPOSITORY: SOURCE,
        ACT_BUILDER: this.#builder.url,
        ACT_PYTHON: PYTHON,
        PIP_NO_INDEX: '1',
      },
    });
    // Of the command that masks it, act tells the argument.
    const shown = run.text.replace(/^.*"command":"add-mask".*$/gm, '');
    for (const secret of [GITOPS_TOKEN, WORKFLOW_TOKEN, ARGOCD_TOKEN]) {
      if (shown.includes(secret)) throw new Error(`A secret was printed:\n${shown}`);
    }
    const [unknown] = this.#network.unknown;
    if (unknown !== undefined) throw new Error(`${unknown} is not here.`);
    return run;
  }

  #checkOut({ sha, changes = {} }: WorkflowCall): string {
    const checkout = join(this.#folder, `checkout-${this.#runs}`);
    const git = (...args: readonly string[]) => execFileSync('git', args, { stdio: 'ignore' });
    git('clone', '--quiet', this.source.gitDir, checkout);
    git('-C', checkout, 'checkout', '--quiet', '-B', 'main', sha);
    git('-C', checkout, 'remote', 'set-url', 'origin', `https://github.com/${SOURCE}.git`);
    for (const [path, text] of Object.entries(changes)) {
      const file = join(checkout, path);
      mkdirSync(dirname(file), { recursive: true });
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
    }
    return checkout;
  }

  async close(): Promise<void> {
    for (const stop of this.#stops) await stop();
    rmSync(this.#folder, { recursive: true });
  }
}

interface Parts {
  readonly folder: string;
  readonly standIn: GitHubStandIn;
  readonly cluster: Cluster;
  readonly registries: Registries;
  readonly builder: Builder;
  readonly application: Server;
  readonly network: Network;
}

function example(name: string): string {
  return join(ROOT, 'examples', name);
}

/** The source repository of the example, without the report that pytest writes. */
async function readSource(): Promise<Files> {
  const files = Object.entries(await readDirectory(example('fastapi-agent')));
  return Object.fromEntries(files.filter(([path]) => path !== 'coverage.xml'));
}

/** The GitOps repository of the example, asking for the image of a commit, which is built for it. */
async function readDeploying(sha: string, builder: Builder): Promise<Files> {
  const tag = `main-${sha.slice(0, 7)}`;
  const digest = await builder.build({
    platforms: 'linux/amd64,linux/arm64',
    push: 'true',
    tags: `ghcr.io/org/repo/fastapi-agent:${tag}`,
    labels: `org.opencontainers.image.revision=${sha}`,
  });
  const files = Object.entries(await readDirectory(example('gitops-repo')));
  return Object.fromEntries(
    files.map(([path, file]) => {
      const text = Buffer.from(file as Uint8Array).toString();
      return [
        path,
        text.replaceAll('main-3f9c2e1', tag).replaceAll(/sha256:[0-9a-f]{64}/g, digest),
      ];
    }),
  );
}

/** The application that is deployed, as far as its health. */
async function startApplication(): Promise<Server> {
  const server = createServer(({ url = '' }, reply) => {
    reply.writeHead(url === '/healthz' ? 200 : 404).end('{"status":"ok"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function urlOf(server: Server): string {
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** This action, as a workflow gets it of its repository. */
function placeAction(folder: string): void {
  mkdirSync(folder);
  for (const name of ['action.yml', 'dist']) {
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
}

/**
 * The actions that a workflow names, in the versions that it names: this one, and what takes the place
 * of the others. act has a checkout of its own.
 */
function listActions(workflow: string, action: string): Record<string, string> {
  const named = [...workflow.matchAll(/uses: (?<name>[\w-]+\/(?<short>[\w-]+)@\S+)/g)];
  const actions = named.flatMap(({ groups: { name = '', short = '' } = {} }) => {
    if (short === 'checkout') return [];
    return [[name, short === 'gitops-promote' ? action : join(ACTIONS, short)] as const];
  });
  return Object.fromEntries(actions);
}
