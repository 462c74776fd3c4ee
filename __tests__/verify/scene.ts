import type { RunReport } from '../../src/action/report.js';
import { parseInputs } from '../../src/action/inputs.js';
import type { Context } from '../../src/base/context.js';
import { PromoteError } from '../../src/base/errors.js';
import type { Commit, GitOpsRepository } from '../../src/ports/gitops.js';
import type { Comparison, Ports } from '../../src/ports/runner.js';
import { run } from '../../src/run.js';
import { FakeArgoCD, type Moment } from '../fakes/argocd.js';
import { noChanges } from '../fakes/changes.js';
import { contextOf } from '../fakes/context.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';
import { IMAGE, LATER, OLD, OLD_IMAGE, OURS } from './states.js';

/** A commit of the GitOps repository, and the image that its kustomization asks for. */
export interface GitOpsCommit {
  readonly sha: string;
  readonly image: string;
  readonly message?: string;
  /** Whether it is in no history but its own, as a commit that was squashed away. */
  readonly isApart?: boolean;
  /** Whether the kustomization is not where it was. */
  readonly isMoved?: boolean;
}

export const LINE: readonly GitOpsCommit[] = [
  { sha: OLD, image: OLD_IMAGE },
  { sha: OURS, image: IMAGE },
];

/** The line with a later commit behind ours. */
export function withLater(image: string, message = 'a change'): readonly GitOpsCommit[] {
  return [...LINE, { sha: LATER, image, message }];
}

export interface SceneOptions {
  readonly applications?: Readonly<Record<string, readonly Moment[]>>;
  /** Of one Application, `agent`. */
  readonly moments?: readonly Moment[];
  /** Oldest first. */
  readonly commits?: readonly GitOpsCommit[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly context?: Partial<Context>;
  readonly ports?: Partial<Ports>;
  readonly prepare?: (argocd: FakeArgoCD, clock: FakeClock) => void;
}

export interface Played {
  readonly report: RunReport;
  readonly argocd: FakeArgoCD;
  readonly logger: RecordingLogger;
  readonly clock: FakeClock;
  /** Requests for the GitOps repository. */
  readonly asked: readonly string[];
}

const INPUTS = {
  steps: 'verify',
  image: IMAGE,
  'gitops-repository': 'org/gitops',
  'gitops-token': 'secret',
  kustomization: 'app/base',
  'argocd-server': 'https://argocd.example.com',
  'argocd-token': 'token',
  'argocd-applications': 'agent',
  'gitops-commit': OURS,
};

/** Runs the verify step alone, with a clock on which only sleeping takes time. */
export async function play(options: SceneOptions): Promise<Played> {
  const { moments = [], commits = LINE, inputs = {}, ports: given = {} } = options;
  const clock = new FakeClock();
  const argocd = new FakeArgoCD(clock, options.applications ?? { agent: moments });
  options.prepare?.(argocd, clock);
  const logger = new RecordingLogger();
  const asked: string[] = [];
  const ports: Ports = {
    logger,
    clock,
    random: new FixedRandom(),
    files: {
      find: () => Promise.resolve([]),
      open: () => neverOpened(),
      listIn: () => Promise.resolve([]),
      listAll: () => Promise.resolve([]),
    },
    openRegistry: () => Promise.reject(new Error('not used')),
    changes: noChanges,
    checkout: { read: () => Promise.resolve(undefined) },
    openSourceRepository: () =>
      Promise.resolve({
        readDefaultBranch: () => Promise.resolve('main'),
        readCommitDate: () => Promise.resolve(0),
        resolveCommit: () => Promise.resolve(undefined),
        listCommits: () => Promise.resolve({ commits: [], count: 0 }),
        compareCommits: (base, head) => {
          asked.push(`compare ${base.slice(0, 7)}...${head.slice(0, 7)}`);
          return Promise.resolve(compare(commits, base, head));
        },
      }),
    openPullRequests: () => Promise.reject(new Error('not used')),
    openGitOpsRepository: ({ branch = 'main' }) =>
      Promise.resolve(repositoryAt(commits, branch, asked)),
    openArgoCD: () => Promise.resolve(argocd),
    openEndpoints: () => Promise.reject(new Error('not used')),
    ...given,
  };
  const context = contextOf(options.context);
  const raw = new Map(Object.entries({ ...INPUTS, ...inputs }));
  const report = await run(await parseInputs(raw, context), context, ports);
  return { report, argocd, logger, clock, asked };
}

/** The code of a failure, or the verdict. */
export function outcomeOf({ report }: Played): string {
  if (report.failure !== undefined) return report.failure.code;
  return report.verification?.verdict ?? 'none';
}

async function* neverOpened(): AsyncIterable<Uint8Array> {
  await Promise.reject(new Error('not used'));
  yield new Uint8Array();
}

function compare(commits: readonly GitOpsCommit[], base: string, head: string): Comparison {
  const [from, to] = [base, head].map((sha) => commits.findIndex((commit) => commit.sha === sha));
  if (from === undefined || to === undefined || from < 0 || to < 0) {
    return { relation: 'unknown', cause: 'absent', detail: '404: Not Found' };
  }
  if (commits[from]?.isApart === true || commits[to]?.isApart === true) {
    return { relation: from === to ? 'identical' : 'diverged' };
  }
  if (from > to) return { relation: 'behind', commits: from - to };
  return { relation: from === to ? 'identical' : 'ahead' };
}

function repositoryAt(
  commits: readonly GitOpsCommit[],
  branch: string,
  asked: string[],
): GitOpsRepository {
  const index = commits.findIndex(({ sha }) => sha === branch);
  const at = branch === 'main' ? commits.at(-1) : commits[index];
  const message = (commit: GitOpsCommit): Commit => ({
    sha: commit.sha,
    message: commit.message ?? 'a change',
  });
  return {
    name: 'org/gitops',
    readFiles: (requests) => {
      asked.push(`read ${branch.slice(0, 7)}`);
      if (at?.isMoved === true) {
        return Promise.reject(new PromoteError('path-not-found', 'no such directory'));
      }
      const [image = '', digest] = at?.image.split('@') ?? [];
      const [name = '', tag = ''] = image.split(/:(?=[^/]+$)/);
      const pin = digest === undefined ? '' : `    digest: ${digest}\n`;
      const text = `images:\n  - name: ${name}\n    newTag: ${tag}\n${pin}`;
      const files = requests.map(({ path }) => ({
        path: `${path}/kustomization.yaml`,
        bytes: Buffer.from(text),
        blobSha: text,
      }));
      return Promise.resolve({ files });
    },
    readNewestCommits: (count) => {
      asked.push(`commits ${branch.slice(0, 7)}`);
      const end = branch === 'main' ? commits.length : index + 1;
      return Promise.resolve(commits.slice(0, end).reverse().slice(0, count).map(message));
    },
    assertCommittable: () => undefined,
    commitFiles: () => Promise.reject(new Error('not used')),
    readFileHistories: () => Promise.resolve(new Map()),
    onBranch: (other) => repositoryAt(commits, other, asked),
  };
}
