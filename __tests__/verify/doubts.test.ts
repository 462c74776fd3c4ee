import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '../../src/base/json.js';
import { PromoteError } from '../../src/base/errors.js';
import type { SourceRepository } from '../../src/ports/runner.js';
import { type GitOpsCommit, LINE, outcomeOf, play, type SceneOptions } from './scene.js';
import {
  application,
  IMAGE,
  LATER,
  moment,
  old,
  OLD,
  OLD_IMAGE,
  OURS,
  pods,
  type PodState,
  refused,
  REPOSITORY,
  RUNS_OLD,
  shaOf,
  UNANSWERED,
  workload,
  workloads,
} from './states.js';

/** States that look like a success or a failure, and are none. */
interface Doubt {
  readonly description: string;
  readonly scene: SceneOptions;
  /** The verdict, or the code of the error. */
  readonly expected: string;
  /** What the message, or else the log, says. */
  readonly says?: RegExp;
  /** When it ends, in seconds. */
  readonly after?: readonly [least: number, most: number];
}

const DIGEST = `sha256:${'a'.repeat(64)}`;
const OTHER_DIGEST = `sha256:${'b'.repeat(64)}`;
const SOURCE = {
  repoURL: 'https://github.com/org/gitops',
  path: 'app/base',
  targetRevision: 'main',
};
const DESTINATION = { server: 'https://kubernetes.default.svc', namespace: 'agents' };
const synced = { operation: { images: [IMAGE] } };
const drifted = { sync: 'OutOfSync', reconciledAt: 20 };

function withMetadata(json: JsonObject, metadata: JsonObject): JsonObject {
  return { ...json, metadata: { ...(json['metadata'] as JsonObject), ...metadata } };
}

const OF_SET = { ownerReferences: [{ kind: 'ApplicationSet', name: 'agents', controller: true }] };

/** A Deployment that Git does not ask for any more. */
function leftOver(live: readonly string[]): unknown {
  return { ...(workload('Deployment', 'agent-old', live) as JsonObject), targetState: 'null' };
}

const images: readonly Doubt[] = [
  {
    description: 'the resources were told to run another, and are not told again',
    scene: {
      moments: [
        moment(0, application(synced), { workloads: RUNS_OLD }),
        moment(2, application(synced), { workloads: UNANSWERED }),
      ],
    },
    expected: 'not-deployed',
    says: /Deployment\/agent runs ghcr\.io\/org\/app:main-1111111/,
    after: [600, 603],
  },
  {
    description: 'a resource was told to be missing, and is not told again',
    scene: {
      moments: [
        moment(0, application(synced), {
          workloads: workloads(workload('Deployment', 'agent', null, [IMAGE])),
        }),
        moment(2, application(synced), { workloads: UNANSWERED }),
      ],
    },
    expected: 'unhealthy',
    says: /Deployment\/agent is not there/,
    after: [600, 603],
  },
  {
    description: 'the overlay that is built asks for a digest alone',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(workload('Deployment', 'agent', [`${REPOSITORY}@${DIGEST}`])),
        }),
      ],
    },
    expected: 'not-deployed',
    says: /whether \S+ runs is not known: Deployment\/agent runs ghcr\.io\/org\/app@sha256:a+, which does not tell whether it is .* give the digest that was promoted \(digest\)/,
    after: [5, 15],
  },
  {
    description: 'an admission controller put a digest in place of the tag',
    scene: {
      moments: [
        moment(0, application(synced), {
          workloads: workloads(
            workload('Deployment', 'agent', [`${REPOSITORY}@${DIGEST}`], [IMAGE]),
          ),
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: Beside .*Deployment\/agent runs ghcr\.io\/org\/app@sha256:a+/,
  },
  {
    description: 'the same, where nothing tells that ours was synced',
    scene: {
      moments: [
        moment(0, application({ operation: { images: [OLD_IMAGE] } }), {
          workloads: workloads(
            workload('Deployment', 'agent', [`${REPOSITORY}@${DIGEST}`], [IMAGE]),
          ),
        }),
      ],
    },
    expected: 'not-deployed',
    says: /runs is not known: .* give the digest that was promoted \(digest\)/,
  },
  {
    description: 'only what is left to be pruned runs it',
    scene: {
      moments: [moment(0, application(), { workloads: workloads(leftOver([IMAGE])) })],
    },
    expected: 'not-deployed',
    says: /Deployment\/agent-old runs .*, and Git does not ask for it any more/,
  },
  {
    description: 'with an error all is told to be left over',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' })),
        moment(
          20,
          application({
            sync: 'Unknown',
            revision: 'main',
            health: 'Progressing',
            operation: { revision: OURS },
            conditions: [{ type: 'ComparisonError', message: 'app path does not exist' }],
          }),
          { workloads: workloads(leftOver([IMAGE])) },
        ),
      ],
    },
    expected: 'app-error',
    after: [80, 87],
  },
  {
    description: 'what is left to be pruned runs another',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(leftOver([OLD_IMAGE]), workload('Deployment', 'agent', [IMAGE])),
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: Beside .*Deployment\/agent-old runs ghcr\.io\/org\/app:main-1111111/,
  },
  {
    description: 'an app of apps, which runs nothing by itself',
    scene: {
      moments: [
        moment(
          0,
          application({
            resources: [
              { group: 'argoproj.io', kind: 'Application', namespace: 'argocd', name: 'child' },
            ],
          }),
          { workloads: workloads() },
        ),
      ],
    },
    expected: 'healthy',
    says: /warning: No resource .* It makes the Applications child: name the one/,
  },
  {
    description: 'nobody names the repository, and something is Progressing for good',
    scene: {
      moments: [moment(0, application({ health: 'Progressing' }), { workloads: workloads() })],
    },
    expected: 'unhealthy',
    after: [600, 603],
  },
  {
    description: 'nobody names the repository, and something is paused',
    scene: {
      moments: [moment(0, application({ health: 'Suspended' }), { workloads: workloads() })],
    },
    expected: 'suspended',
  },
  {
    description: 'a tag that moves, without the digest that was promoted',
    scene: {
      inputs: { image: `${REPOSITORY}:edge@${DIGEST}` },
      moments: [
        moment(0, application(), {
          workloads: workloads(workload('Deployment', 'agent', [`${REPOSITORY}:edge`])),
        }),
      ],
    },
    expected: 'not-deployed',
    says: /runs ghcr\.io\/org\/app:edge, which does not tell whether it is/,
  },
  {
    description: 'a tag that stays, without the digest that was promoted',
    scene: {
      inputs: { image: `${IMAGE}@${DIGEST}` },
      moments: [moment(0, application())],
    },
    expected: 'healthy',
    says: /warning: .*without the digest/,
  },
  ...[
    { live: `${IMAGE}@${OTHER_DIGEST}`, expected: 'not-deployed' },
    { live: `${REPOSITORY}@${DIGEST}`, expected: 'healthy' },
  ].map(({ live, expected }) => ({
    description: `the digest that the commit has pinned to the tag, and ${live} runs`,
    scene: {
      commits: [
        { sha: OLD, image: OLD_IMAGE },
        {
          sha: OURS,
          image: IMAGE,
          message: `chore(app): promote\n\nImage: ${IMAGE}@${DIGEST}\nPromotion-Id: 1`,
        },
      ],
      moments: [
        moment(0, application(), { workloads: workloads(workload('Deployment', 'agent', [live])) }),
      ],
    },
    expected,
  })),
  ...[
    { commits: [{ sha: OURS, image: `${IMAGE}@${DIGEST}` }], revision: OURS, expected: 'healthy' },
    {
      commits: [...LINE, { sha: LATER, image: `${IMAGE}@${DIGEST}` }],
      revision: LATER,
      expected: 'healthy',
    },
    {
      commits: [{ sha: OURS, image: `${IMAGE}@${OTHER_DIGEST}` }],
      revision: OURS,
      expected: 'not-deployed',
    },
  ].map(({ commits, revision, expected }) => ({
    description: `a digest alone runs, and the files at ${revision.slice(0, 7)} have it beside the tag`,
    scene: {
      commits,
      moments: [
        moment(0, application({ revision }), {
          workloads: workloads(workload('Deployment', 'agent', [`${REPOSITORY}@${DIGEST}`])),
        }),
      ],
    },
    expected,
  })),
  {
    description: 'the digest of another push of the tag',
    scene: {
      inputs: { image: `${REPOSITORY}:edge@${DIGEST}` },
      moments: [
        moment(0, application(), {
          workloads: workloads(
            workload('Deployment', 'agent', [`${REPOSITORY}:edge@${OTHER_DIGEST}`]),
          ),
        }),
      ],
    },
    expected: 'not-deployed',
  },
  {
    description: 'one runs it, and another that is to run it does not',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(
            workload('Deployment', 'worker', [IMAGE]),
            workload('Deployment', 'agent', [OLD_IMAGE], [IMAGE]),
          ),
        }),
      ],
    },
    expected: 'not-deployed',
    says: /and is to run ghcr\.io\/org\/app:main-c0ffee1.*ignoreDifferences/,
    after: [5, 15],
  },
  {
    description: 'the same for a moment',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(
            workload('Deployment', 'worker', [IMAGE]),
            workload('Deployment', 'agent', [OLD_IMAGE], [IMAGE]),
          ),
        }),
        moment(4, application(), {
          workloads: workloads(
            workload('Deployment', 'worker', [IMAGE]),
            workload('Deployment', 'agent', [IMAGE]),
          ),
        }),
      ],
    },
    expected: 'healthy',
    after: [5, 15],
  },
  {
    description: 'two containers of one resource, one of them to run another image',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(workload('Deployment', 'agent', [IMAGE, OLD_IMAGE])),
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: Beside .*Deployment\/agent runs ghcr\.io\/org\/app:main-1111111/,
  },
  {
    description: 'only a hook was synced with it, and what stays with another',
    scene: {
      moments: [
        moment(
          0,
          application({
            operation: {
              resources: [
                { kind: 'Job', name: 'migrate', hookType: 'PreSync', images: [IMAGE] },
                { kind: 'Deployment', name: 'agent', status: 'Synced', images: [OLD_IMAGE] },
              ],
            },
          }),
          { workloads: UNANSWERED },
        ),
      ],
    },
    expected: 'not-deployed',
  },
  {
    description: 'the resources are not told, and two images were synced',
    scene: {
      moments: [
        moment(0, application({ operation: { images: [IMAGE, OLD_IMAGE] } }), {
          workloads: UNANSWERED,
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: Beside ghcr\.io\/org\/app:main-c0ffee1 .*ghcr\.io\/org\/app:main-1111111/,
  },
  {
    description: 'another image at the very end of the time',
    scene: {
      inputs: { 'verify-timeout': '20' },
      moments: [
        moment(0, application({ health: 'Progressing' })),
        moment(18, application({ operation: { finishedAt: 8 } }), { workloads: RUNS_OLD }),
      ],
    },
    expected: 'not-deployed',
    after: [20, 23],
  },
];

/** Our image was promoted, taken back, and promoted again. */
const AGAIN: readonly GitOpsCommit[] = [
  { sha: LATER, image: IMAGE },
  { sha: OLD, image: OLD_IMAGE },
  {
    sha: OURS,
    image: IMAGE,
    message: `chore(app): promote\n\nImage: ${IMAGE}\nPromotion-Id: 2`,
  },
];
const REVERTING = shaOf('e1e1e1e');
const REVERT: GitOpsCommit = {
  sha: REVERTING,
  image: OLD_IMAGE,
  message: `Revert "chore(app): promote"\n\nThis reverts commit ${OURS}.`,
};

const history: readonly Doubt[] = [
  {
    description: 'an earlier commit that asked for it too, before it was taken back',
    scene: { commits: AGAIN, moments: [moment(0, application({ revision: LATER }))] },
    expected: 'not-synced',
  },
  {
    description: 'the same of a commit that did not change the image',
    scene: {
      commits: [
        { sha: LATER, image: IMAGE },
        { sha: OURS, image: IMAGE, message: 'docs' },
      ],
      moments: [moment(0, application({ revision: LATER }))],
    },
    expected: 'healthy',
  },
  {
    description: 'without targets, overtaken by a revert that names no image',
    scene: {
      inputs: { kustomization: '' },
      commits: [...LINE, REVERT],
      moments: [
        moment(0, application({ revision: REVERTING }), {
          workloads: workloads(workload('Deployment', 'proxy', ['nginx:1.27'])),
        }),
      ],
    },
    expected: 'rolled-back',
    says: /taken back by e1e1e1e/,
  },
  {
    description: 'without targets, overtaken by a revert that was reverted itself',
    scene: {
      inputs: { kustomization: '' },
      commits: [
        ...LINE,
        REVERT,
        { sha: LATER, image: IMAGE, message: `Reapply\n\nThis reverts commit ${REVERTING}.` },
      ],
      moments: [moment(0, application({ revision: LATER }))],
    },
    expected: 'healthy',
  },
];

const MOVED: readonly GitOpsCommit[] = [
  ...LINE,
  { sha: LATER, image: IMAGE, isMoved: true, message: 'move it' },
];

const moved: readonly Doubt[] = [
  {
    description: 'a later commit has moved the file, and it runs',
    scene: { commits: MOVED, moments: [moment(0, application({ revision: LATER }))] },
    expected: 'healthy',
  },
  {
    description: 'a later commit has removed the file, and nobody names the image',
    scene: {
      commits: MOVED,
      moments: [moment(0, application({ revision: LATER }), { workloads: workloads() })],
    },
    expected: 'not-deployed',
    after: [600, 603],
  },
];

const SET = { kind: 'ReplicaSet', name: 'agent-1' };
const progressing = (...nodes: readonly PodState[]) => [
  moment(0, application({ health: 'Progressing' }), { pods: pods(...nodes) }),
  moment(120, application()),
];
const evicted = { name: 'a', health: 'Degraded', image: IMAGE, reason: 'Evicted', owner: SET };

/** A container that runs so many seconds each time, with the pauses that the kubelet makes then. */
function crashing(run: number) {
  const progress = (from: number, health: string, reason: string) =>
    moment(from, application({ health: 'Progressing' }), {
      pods: pods({ ...evicted, health, reason }),
    });
  const moments = [progress(0, 'Progressing', 'Running')];
  let at = run;
  for (const pause of [10, 20, 40, 80, 160, 300]) {
    moments.push(progress(at, 'Degraded', 'CrashLoopBackOff'));
    moments.push(progress(at + pause, 'Degraded', 'Running'));
    at += pause + run;
  }
  return moments;
}

const degraded: readonly Doubt[] = [
  {
    description: 'a Pod that was evicted, with a newer one in its place',
    scene: {
      moments: progressing(
        { ...evicted, createdAt: 1 },
        { ...evicted, name: 'b', health: 'Progressing', reason: 'Running', createdAt: 20 },
      ),
    },
    expected: 'healthy',
  },
  {
    description: 'a Pod that was evicted, with a newer one that crashes',
    scene: {
      moments: progressing(
        { ...evicted, createdAt: 1 },
        { ...evicted, name: 'b', reason: 'CrashLoopBackOff', createdAt: 20 },
      ),
    },
    expected: 'unhealthy',
    says: /the Pod agents\/[ab] of/,
    after: [60, 75],
  },
  {
    description: 'Pods of the same second, one of which crashes',
    scene: {
      moments: progressing(
        { ...evicted, reason: 'CrashLoopBackOff', createdAt: 1 },
        { ...evicted, name: 'b', health: 'Healthy', reason: 'Running', createdAt: 1 },
      ),
    },
    expected: 'unhealthy',
    after: [60, 75],
  },
  {
    description: 'a Pod of another owner is newer',
    scene: {
      moments: progressing(
        { ...evicted, reason: 'CrashLoopBackOff', createdAt: 1 },
        {
          ...evicted,
          name: 'b',
          health: 'Healthy',
          owner: { kind: 'DaemonSet', name: 'logs' },
          createdAt: 20,
        },
      ),
    },
    expected: 'unhealthy',
    after: [60, 75],
  },
  {
    description: 'a Pod of a Job, which has a try left',
    scene: {
      moments: progressing({
        ...evicted,
        reason: 'Error',
        owner: { kind: 'Job', name: 'migrate' },
      }),
    },
    expected: 'healthy',
  },
  {
    description: 'a Pod that crashed once, and takes long to become ready',
    scene: { moments: progressing({ ...evicted, reason: 'Running', message: '' }) },
    expected: 'healthy',
  },
  ...[20, 35, 60].map((run) => ({
    description: `a Pod whose container crashes each time after ${run} s`,
    scene: { moments: crashing(run) },
    expected: 'unhealthy',
    says: /the Pod agents\/a of/,
    after: [60, 2 * run + 90] as const,
  })),
  {
    description: 'an image that cannot be pulled',
    scene: { moments: progressing({ ...evicted, reason: 'ImagePullBackOff', createdAt: 1 }) },
    expected: 'unhealthy',
    after: [60, 75],
  },
];

const applied: readonly Doubt[] = [
  {
    description: 'manifests of somebody’s machine were synced in place of those of the commit',
    scene: {
      moments: [moment(0, application({ ...drifted, operation: { sync: { manifests: ['{}'] } } }))],
    },
    expected: 'not-synced',
  },
  {
    description: 'the Application was moved to another cluster, and not looked at since',
    scene: {
      moments: [
        moment(
          0,
          application({
            operation: null,
            comparedTo: {
              source: SOURCE,
              destination: { ...DESTINATION, server: 'https://10.0.0.1' },
            },
          }),
        ),
      ],
    },
    expected: 'not-synced',
  },
  {
    description: 'ours was synced, and what was before it is Synced again',
    scene: { moments: [moment(0, old({ reconciledAt: 20, operation: { revision: OURS } }))] },
    expected: 'not-synced',
  },
  {
    description: 'its cluster is named in another way',
    scene: {
      moments: [
        moment(
          0,
          application({
            comparedTo: {
              source: SOURCE,
              destination: { name: 'in-cluster', namespace: 'agents' },
            },
          }),
        ),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'it is being deleted',
    scene: {
      moments: [
        moment(0, withMetadata(application(), { deletionTimestamp: '2026-11-25T23:00:00Z' })),
      ],
    },
    expected: 'not-synced',
    says: /is being deleted/,
  },
  {
    description: 'it is deleted, and made again',
    scene: {
      moments: [
        moment(0, withMetadata(application(), { deletionTimestamp: '2026-11-25T23:00:00Z' })),
        { from: 10, application: refused(403) },
        moment(30, application()),
      ],
    },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'a dry run failed by hand, before the sync',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { phase: 'Failed', limit: 0, sync: { dryRun: true } },
          }),
        ),
        moment(30, application()),
      ],
    },
    expected: 'healthy',
    after: [33, 42],
  },
];

/** The source repository of the scene, but for the default branch. */
function openWithout(readDefaultBranch: SourceRepository['readDefaultBranch']) {
  const compare: SourceRepository['compareCommits'] = (base, head) =>
    Promise.resolve({ relation: base === head ? 'identical' : 'behind', commits: 1 });
  return () =>
    Promise.resolve({
      readDefaultBranch,
      readCommitDate: () => Promise.resolve(0),
      resolveCommit: () => Promise.resolve(undefined),
      listCommits: () => Promise.resolve({ commits: [], count: 0 }),
      compareCommits: compare,
    });
}

const hidden = () => Promise.reject(new PromoteError('token-forbidden', 'not visible'));

const sources: readonly Doubt[] = [
  ...['main', 'HEAD', ''].map((targetRevision) => ({
    description: `the default branch is not told, and the target revision is "${targetRevision}"`,
    scene: {
      inputs: { 'gitops-branch': targetRevision === 'main' ? '' : 'main' },
      moments: [
        moment(0, old({ spec: { source: { ...SOURCE, targetRevision } } }), {
          workloads: RUNS_OLD,
        }),
        moment(30, application({ spec: { source: { ...SOURCE, targetRevision } } })),
      ],
      ports: { openSourceRepository: openWithout(hidden) },
    },
    expected: 'healthy',
  })),
  {
    description: 'the target revision was changed to a tag, and is not looked at',
    scene: {
      moments: [
        moment(
          0,
          old({
            spec: { source: { ...SOURCE, targetRevision: 'v1.3.0' } },
            comparedTo: { source: { ...SOURCE, targetRevision: 'v1.2.0' } },
          }),
          { workloads: RUNS_OLD },
        ),
      ],
    },
    expected: 'not-watched',
    after: [180, 183],
  },
  {
    description: 'the default branch is not told, and the revision stays the old one',
    scene: {
      moments: [moment(0, old(), { workloads: RUNS_OLD })],
      ports: { openSourceRepository: openWithout(hidden) },
    },
    expected: 'not-synced',
    after: [180, 183],
  },
  {
    description: 'the target revision was changed to a tag that has it, and not looked at since',
    scene: {
      moments: [
        moment(
          0,
          old({
            spec: { source: { ...SOURCE, targetRevision: 'v1.3.0' } },
            comparedTo: { source: { ...SOURCE, targetRevision: 'v1.2.0' } },
          }),
          { workloads: RUNS_OLD },
        ),
        moment(9, application({ spec: { source: { ...SOURCE, targetRevision: 'v1.3.0' } } })),
      ],
    },
    expected: 'healthy',
  },
];

const left = { sync: 'OutOfSync', operation: null, spec: { syncPolicy: undefined } } as const;

const operations: readonly Doubt[] = [
  {
    description: 'an ApplicationSet syncs step by step, with auto-sync off',
    scene: {
      moments: [
        moment(0, withMetadata(application(left), OF_SET)),
        moment(60, withMetadata(application({ spec: { syncPolicy: undefined } }), OF_SET)),
      ],
    },
    expected: 'healthy',
    after: [63, 72],
  },
  {
    description: 'an ApplicationSet made it, and nothing syncs it',
    scene: { moments: [moment(0, withMetadata(application(left), OF_SET))] },
    expected: 'auto-sync-off',
    says: /ApplicationSet agents/,
    after: [180, 183],
  },
  {
    description: 'a sync is refused for what is wrong with the Application',
    scene: {
      inputs: { 'argocd-sync': 'true' },
      moments: [moment(0, application(left))],
      prepare: (argocd) => {
        argocd.syncReply = refused(400, 'application is deleting');
      },
    },
    expected: 'sync-failed',
    says: /application is deleting\)\. Correct what it says/,
  },
  {
    description: 'a sync is answered by something else, again and again',
    scene: {
      inputs: { 'argocd-sync': 'true' },
      moments: [moment(0, application(left))],
      prepare: (argocd) => {
        argocd.syncReply = { failure: { kind: 'misdirected', problem: 'a web page answers.' } };
      },
    },
    expected: 'not-synced',
  },
  {
    description: 'a sync is refused by a closed window',
    scene: {
      inputs: { 'argocd-sync': 'true' },
      moments: [moment(0, application(left))],
      prepare: (argocd) => {
        argocd.syncReply = refused(400, 'cannot sync: blocked by sync window');
      },
    },
    expected: 'sync-failed',
    says: /blocked by sync window\)\. (?!The role)/,
  },
];

const endings: readonly Doubt[] = [
  {
    description: 'it was applied, and is out of sync when the time is over',
    scene: {
      inputs: { 'verify-timeout': '60' },
      moments: [
        moment(0, application({ health: 'Progressing' })),
        moment(
          30,
          application({
            sync: 'OutOfSync',
            health: 'Progressing',
            operation: { sync: { resources: [{ kind: 'Deployment', name: 'agent' }] } },
          }),
        ),
      ],
    },
    expected: 'unhealthy',
    says: /had applied c0c0c0c, and after \d+ seconds that does not hold any more.*at the commit, and not in sync with it/,
  },
  {
    description: 'it was healthy for a moment when the time is over',
    scene: {
      inputs: { 'verify-timeout': '60' },
      moments: [moment(0, application({ health: 'Progressing' })), moment(58, application())],
    },
    expected: 'unhealthy',
    says: /Healthy after \d+ seconds.* for less than 5 seconds.*raise verify-timeout/,
  },
  {
    description: 'the GitOps repository does not tell what the revision is',
    scene: {
      moments: [moment(0, application({ revision: LATER }))],
      ports: {
        openSourceRepository: () =>
          openWithout(() => Promise.resolve('main'))().then((repository) => ({
            ...repository,
            compareCommits: () => Promise.reject(new PromoteError('unavailable', '502')),
          })),
      },
    },
    expected: 'not-synced',
    says: /org\/gitops has not told how d1d1d1d stands to c0c0c0c/,
  },
  {
    description: 'the GitOps repository does not have the revision',
    scene: { moments: [moment(0, application({ revision: shaOf('abababa') }))] },
    expected: 'not-synced',
    says: /org\/gitops has no commit abababa.*https:\/\/github\.com\/org\/gitops/,
  },
  {
    description: 'a sync waits for a hook',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: {
              phase: 'Running',
              finishedAt: null,
              message: 'waiting for completion of hook batch/Job/migrate',
            },
          }),
        ),
      ],
    },
    expected: 'not-synced',
    says: /the sync runs \(waiting for completion of hook batch\/Job\/migrate\)/,
  },
  {
    description: 'a sync runs, and says nothing',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { phase: 'Running', finishedAt: null, message: '' },
          }),
        ),
      ],
    },
    expected: 'not-synced',
    says: /the sync runs\. A sync runs or is retried/,
  },
  {
    description: 'a sync was asked for, and does not begin',
    scene: { moments: [moment(0, application({ isAsked: true }))] },
    expected: 'not-synced',
    says: /was asked for and has not begun: look whether its application controller/,
  },
  {
    description: 'the resources are never told',
    scene: {
      inputs: { 'verify-timeout': '30' },
      moments: [moment(0, application(), { workloads: 'never' })],
    },
    expected: 'argocd-unavailable',
    says: /not answered yet\)\. Look whether its application controller runs/,
  },
  {
    description: 'the resources are told of the state before only',
    scene: {
      inputs: { 'verify-timeout': '60' },
      commits: [...LINE, { sha: LATER, image: IMAGE }],
      moments: [
        moment(0, application({ health: 'Progressing' })),
        moment(20, application({ revision: LATER }), { workloads: 'never' }),
      ],
    },
    expected: 'argocd-unavailable',
    says: /so what runs is not known\. Look whether/,
  },
  {
    description: 'a proxy answers in place of the resources',
    scene: {
      inputs: { 'verify-timeout': '30' },
      moments: [
        moment(0, application(), {
          workloads: { failure: { kind: 'misdirected', problem: 'a web page answers.' } },
        }),
      ],
    },
    expected: 'argocd-unavailable',
    says: /does not tell the resources .*: a web page answers\./,
  },
];

const silence: readonly Doubt[] = [
  {
    description: 'a web page answers in place of the Application, once it was seen',
    scene: {
      moments: [
        moment(0, old(), { workloads: RUNS_OLD }),
        {
          from: 9,
          application: { failure: { kind: 'misdirected', problem: 'a login page answers.' } },
        },
      ],
    },
    expected: 'argocd-unavailable',
    says: /agent after \d+ seconds: a login page answers\.$/m,
    after: [180, 183],
  },
  {
    description: 'argocd-server is not there any more',
    scene: {
      moments: [moment(0, old(), { workloads: RUNS_OLD }), { from: 9, application: UNANSWERED }],
    },
    expected: 'argocd-unavailable',
    says: /ECONNREFUSED .*\)\. Look at the logs of argocd-server/,
  },
  {
    description: 'argocd-server fails by itself',
    scene: {
      moments: [{ from: 0, application: { failure: { kind: 'unanswered', detail: '503' } } }],
    },
    expected: 'argocd-unavailable',
    says: /no answer \(503\)\. Look at the logs of argocd-server/,
  },
];

const all = {
  images,
  history,
  moved,
  degraded,
  applied,
  sources,
  operations,
  endings,
  silence,
};

for (const [subject, doubts] of Object.entries(all)) {
  describe(`what looks like something else: ${subject}`, () => {
    it.each([...doubts])('$description: $expected', async ({ scene, expected, ...rest }) => {
      const played = await play(scene);
      const { report, logger, clock } = played;
      expect([outcomeOf(played), report.failure?.message]).toEqual([
        expected,
        report.failure?.message,
      ]);
      const told = [report.failure?.message ?? report.verification?.message, ...logger.lines];
      if (rest.says) expect(told.join('\n')).toMatch(rest.says);
      const [least, most] = rest.after ?? [0, 603];
      const seconds = clock.now() / 1000;
      expect(seconds >= least && seconds <= most ? 'in time' : seconds).toBe('in time');
    });
  });
}
