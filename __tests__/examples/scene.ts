import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { buildImage, buildIndex, REVISION, SOURCE as LABEL } from '../registry/images.js';
import { RecordingServer, Shelf } from '../registry/server.js';
import { runs, stateAt } from '../run/argocd.js';
import { runInProcess } from '../run/in-process.js';
import { commitSource, GITOPS, SOURCE } from '../run/scene.js';
import { type ArgoStandIn, startArgoStandIn } from '../stand-in/argocd.mjs';
import {
  type BareRepository,
  createBareRepository,
  readDirectory,
} from '../stand-in/bare-repository.mjs';
import type { ActionCall, ActionResult } from '../stand-in/run-action.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../stand-in/server.mjs';

const EXAMPLES = fileURLToPath(new URL('../../examples/', import.meta.url));
const AGENT = `${EXAMPLES}fastapi-agent`;
export const MANIFESTS = `${EXAMPLES}gitops-repo`;

const WORKFLOW_TOKEN = 'ghs_the-token-of-the-workflow';
export const SECRETS = {
  GITOPS_TOKEN: 'github_pat_the-secret-of-the-gitops-repository',
  ARGOCD_TOKEN: 'argocd-the-secret-of-the-account',
};

export interface Application {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly source: { readonly path: string };
    readonly destination: { readonly namespace: string };
  };
}

/** The manifests of Applications. */
export function readApplications(): Application[] {
  const folder = join(MANIFESTS, 'argocd/applications');
  return readdirSync(folder).map(
    (name) => parse(readFileSync(join(folder, name), 'utf8')) as Application,
  );
}

interface Parts {
  readonly source: BareRepository;
  readonly folder: string;
  readonly shelf: Shelf;
  readonly registry: RecordingServer;
  readonly standIn: GitHubStandIn;
  readonly argocd: ArgoStandIn;
}

/**
 * Both repositories of the example behind a stand-in for GitHub, a registry, and an Argo CD that has
 * applied the head of the GitOps repository. `ghcr.io` and the addresses of `example.com` are replaced
 * by those of local servers, in the inputs and in the repository alike.
 */
export class ExampleScene {
  readonly #parts: Parts;

  private constructor(parts: Parts) {
    this.#parts = parts;
    parts.registry.handler = ({ path, accept }) =>
      parts.shelf.serve({ path: path.replace('/org/repo/fastapi-agent/', '/org/app/'), accept });
  }

  get source(): BareRepository {
    return this.#parts.source;
  }

  get gitops(): BareRepository {
    return this.#parts.standIn.repository(GITOPS);
  }

  static async open(): Promise<ExampleScene> {
    const folder = mkdtempSync(join(tmpdir(), 'examples-'));
    const source = await createBareRepository(join(folder, 'source.git'), { 'README.md': '0\n' });
    const registry = await RecordingServer.start();
    const shelf = new Shelf();
    const deployed = await source.resolve('main');
    const digest = putImage(shelf, deployed);
    const files = Object.entries(await readDirectory(MANIFESTS)).map(([path, file]) => {
      const text = Buffer.from(file as Uint8Array).toString();
      const own = text
        .replaceAll('ghcr.io', registry.host)
        .replaceAll('main-3f9c2e1', `main-${deployed.slice(0, 7)}`)
        .replaceAll(/sha256:[0-9a-f]{64}/g, digest);
      return [path, own] as const;
    });
    const standIn = await startGitHubStandIn({
      root: folder,
      repositories: {
        [SOURCE]: { gitDir: source.gitDir, private: true },
        [GITOPS]: { files: Object.fromEntries(files), private: true },
      },
      tokens: {
        [WORKFLOW_TOKEN]: { kind: 'app', login: 'ci[bot]', permissions: { [SOURCE]: 'read' } },
        [SECRETS.GITOPS_TOKEN]: {
          kind: 'fine-grained',
          login: 'bot',
          permissions: { [GITOPS]: 'write' },
        },
      },
    });
    const argocd = await startArgo(standIn.repository(GITOPS));
    return new ExampleScene({ source, folder, shelf, registry, standIn, argocd });
  }

  /** Somebody's commit to `main` of the source repository. */
  async push(text: string): Promise<string> {
    return commitSource(this.source.gitDir, text);
  }

  /** Puts an image into the registry, as a build of that commit. */
  putImage(sha: string): string {
    return putImage(this.#parts.shelf, sha);
  }

  /** Runs the action with the inputs of a step. */
  async run(
    inputs: Readonly<Record<string, string>>,
    { event, sha }: { readonly event: ActionCall['event']; readonly sha: string },
  ): Promise<ActionResult> {
    const replaced = Object.entries(inputs).map(([name, text]) => [name, this.#replace(text)]);
    return runInProcess({
      inputs: Object.fromEntries(replaced) as Readonly<Record<string, string>>,
      workspace: AGENT,
      apiUrl: this.#parts.standIn.url,
      githubToken: WORKFLOW_TOKEN,
      event,
      env: { GITHUB_REPOSITORY: SOURCE, GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' },
    });
  }

  #replace(text: string): string {
    return text
      .replace(/^coverage\.xml$/, join(AGENT, 'coverage.xml'))
      .replaceAll('ghcr.io', this.#parts.registry.host)
      .replace(/https:\/\/[\w.-]+\.example\.com/, this.#parts.argocd.url);
  }

  async close(): Promise<void> {
    await Promise.all([
      this.#parts.registry.stop(),
      this.#parts.standIn.close(),
      this.#parts.argocd.close(),
    ]);
    rmSync(this.#parts.folder, { recursive: true });
  }
}

/** @returns The digest of an image for both platforms. */
function putImage(shelf: Shelf, sha: string): string {
  const labels = { [REVISION]: sha, [LABEL]: `https://github.com/${SOURCE}` };
  const platforms = ['linux/amd64', 'linux/arm64'];
  const index = buildIndex(platforms.map((platform) => buildImage({ platform, labels })));
  shelf.putIndex(index, `main-${sha.slice(0, 7)}`);
  return index.index.digest;
}

interface Kustomization {
  readonly images: readonly {
    readonly newName: string;
    readonly newTag: string;
    readonly digest: string;
  }[];
}

/** Each Application runs what its path asks for at the head; the server answers `/healthz` as well. */
function startArgo({ gitDir }: BareRepository): Promise<ArgoStandIn> {
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8' }).trim();
  return startArgoStandIn({
    token: SECRETS.ARGOCD_TOKEN,
    onRequest: ({ url, headers }) => {
      if (url === '/healthz') return { status: 200, body: 'ok' };
      if (headers.authorization !== `Bearer ${SECRETS.ARGOCD_TOKEN}`) return undefined;
      const { name, part } =
        /\/applications\/(?<name>[\w-]+)(?<part>[^?]*)/.exec(url)?.groups ?? {};
      const found = readApplications().find(({ metadata }) => metadata.name === name);
      if (found === undefined) return undefined;
      const { source } = found.spec;
      if (part === '')
        return { status: 200, body: stateAt(git('rev-parse', 'main'), { spec: { source } }) };
      const file = parse(git('show', `main:${source.path}/kustomization.yaml`)) as Kustomization;
      const images = file.images.map(
        ({ newName, newTag, digest }) => `${newName}:${newTag}@${digest}`,
      );
      return part === '/managed-resources'
        ? { status: 200, body: runs(images[0] ?? '') }
        : undefined;
    },
  });
}
