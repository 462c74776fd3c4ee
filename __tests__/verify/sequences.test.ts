import { describe, expect, it } from '@jest/globals';
import { LINE, outcomeOf, play, type SceneOptions, withLater } from './scene.js';
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
  refused,
  REPOSITORY,
  resource,
  RUNS_OLD,
  RUNS_OURS,
  shaOf,
  UNANSWERED,
  workload,
  workloads,
} from './states.js';

interface Sequence {
  readonly description: string;
  readonly scene: SceneOptions;
  /** The verdict, or the code of the error. */
  readonly expected: string;
  /** What the message, or else the log, says. */
  readonly says?: RegExp;
  /** When it ends, in seconds. */
  readonly after?: readonly [least: number, most: number];
}

const OTHER_IMAGE = `${REPOSITORY}:main-ddddddd`;
const NOT_OURS = { kind: 'Pod', name: 'agent-1', image: IMAGE } as const;
const ERROR = { type: 'ComparisonError', message: 'app path does not exist' };
const SPEC = (source: Readonly<Record<string, string>>) => ({
  spec: { source: { repoURL: 'https://github.com/org/gitops', path: 'app/base', ...source } },
});
const REVERT = `Revert "chore(app): promote"\n\nThis reverts commit ${OURS}.`;

/** Our commit is synced and healthy from the second that is given. */
function done(from: number, options = {}) {
  return moment(from, application({ ...options }));
}

/** The source hydrator has made a commit of our repository from a dry one, and that is synced. */
function hydrated(drySHA: string, hydratedSHA = shaOf('fefefef')) {
  const repoURL = 'https://github.com/org/gitops';
  return application({
    revision: shaOf('fefefef'),
    spec: {
      source: undefined,
      sourceHydrator: {
        drySource: { repoURL, path: 'app/base', targetRevision: 'main' },
        syncSource: { targetBranch: 'environments/dev', path: 'dev' },
      },
    },
    comparedTo: { source: { repoURL, path: 'dev', targetRevision: 'environments/dev' } },
    sourceHydrator: { lastSuccessfulOperation: { drySHA, hydratedSHA } },
  });
}

const applied: readonly Sequence[] = [
  {
    description: 'the old revision is still Synced and Healthy, and then ours is',
    scene: { moments: [moment(0, old(), { workloads: RUNS_OLD }), done(60)] },
    expected: 'healthy',
    after: [63, 72],
  },
  {
    description: 'the old revision stays',
    scene: { moments: [moment(0, old(), { workloads: RUNS_OLD })] },
    expected: 'not-synced',
    says: /has not applied c0c0c0c after 180 seconds.*Synced at 1111111, Healthy/,
    after: [180, 183],
  },
  {
    description: 'the annotation of paths keeps the revision old',
    scene: {
      moments: [
        moment(0, old({ annotations: { 'argocd.argoproj.io/manifest-generate-paths': '.' } })),
      ],
    },
    expected: 'not-synced',
    says: /manifest-generate-paths \(\.\) keeps it at an older one/,
  },
  {
    description: 'a busy controller: Succeeded, Healthy from before, not looked at for 8 s',
    scene: {
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { finishedAt: 12 } })),
        moment(8, application({ health: 'Progressing', reconciledAt: 20 })),
        done(30, { reconciledAt: 30 }),
      ],
    },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'the same, and what comes after it is degraded',
    scene: {
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { finishedAt: 12 } })),
        moment(8, application({ health: 'Degraded', reconciledAt: 20 })),
      ],
    },
    expected: 'unhealthy',
    after: [68, 75],
  },
  {
    description: 'looked at in the same second as the sync ended, and not yet Synced',
    scene: {
      moments: [
        moment(0, application({ sync: 'OutOfSync' }), { refresh: 'never' }),
        moment(20, application({ health: 'Progressing', reconciledAt: 30 })),
        done(40, { reconciledAt: 50 }),
      ],
    },
    expected: 'healthy',
    after: [43, 52],
  },
  {
    description: 'OutOfSync for good by drift, after a refresh that was answered',
    scene: { moments: [moment(0, application({ sync: 'OutOfSync' }))] },
    expected: 'healthy',
    after: [5, 20],
  },
  {
    description: 'only some resources were synced by hand',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { sync: { resources: [{ kind: 'ConfigMap', name: 'settings' }] } },
          }),
        ),
      ],
    },
    expected: 'not-synced',
  },
  {
    description: 'the sync was a dry run',
    scene: {
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { sync: { dryRun: true } } })),
      ],
    },
    expected: 'not-synced',
  },
  {
    description: 'the status is older than the spec',
    scene: {
      moments: [
        moment(0, application({ operation: null, comparedTo: SPEC({ path: 'app/old' }).spec })),
      ],
    },
    expected: 'not-synced',
  },
  {
    description: 'a commit that changes nothing for the Application: no operation',
    scene: { moments: [moment(0, application({ operation: { revision: OLD } }))] },
    expected: 'healthy',
  },
  {
    description: 'an operation that was asked for and has not begun',
    scene: { moments: [moment(0, application({ isAsked: true })), done(30)] },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'healthy for a moment between the sync and the rollout',
    scene: {
      moments: [done(0), moment(3, application({ health: 'Progressing' })), done(30)],
    },
    expected: 'healthy',
    after: [35, 42],
  },
  {
    description: 'auto-sync is off',
    scene: {
      moments: [
        moment(
          0,
          application({ sync: 'OutOfSync', operation: null, spec: { syncPolicy: undefined } }),
        ),
      ],
    },
    expected: 'auto-sync-off',
    says: /Set argocd-sync: true/,
    after: [0, 3],
  },
  {
    description: 'auto-sync has enabled: false',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: null,
            spec: { syncPolicy: { automated: { enabled: false } } },
          }),
        ),
      ],
    },
    expected: 'auto-sync-off',
  },
  {
    description: 'a closed sync window',
    scene: {
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: null }), {
          window: {
            json: {
              canSync: false,
              activeWindows: [{ kind: 'deny', schedule: '* * * * *', duration: '1h' }],
            },
          },
        }),
      ],
    },
    expected: 'not-synced',
    says: /sync window is closed \(deny \* \* \* \* \* 1h\)/,
  },
  {
    description: 'auto-sync that does not begin, and says why',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: null,
            conditions: [{ type: 'SyncError', message: 'it will wipe out all resources' }],
          }),
        ),
      ],
    },
    expected: 'not-synced',
    says: /has not applied.*SyncError: it will wipe out all resources/,
  },
  {
    description: 'an older operation that is retried blocks',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { phase: 'Running', revision: OLD, retries: 3, message: 'cannot apply' },
          }),
        ),
      ],
    },
    expected: 'not-synced',
    says: /waits for the sync to 1111111, retry 3 \(cannot apply\)/,
  },
  {
    description: 'a manifest that cannot be applied, with five retries',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { phase: 'Running', retries: 1, message: 'one or more objects failed' },
          }),
        ),
        moment(
          60,
          application({
            sync: 'OutOfSync',
            operation: {
              phase: 'Failed',
              retries: 5,
              message: 'one or more objects failed to apply (retried 5 times).',
              resources: [
                { kind: 'Deployment', name: 'agent', status: 'SyncFailed', message: 'is invalid' },
              ],
            },
          }),
        ),
      ],
    },
    expected: 'sync-failed',
    says: /to c0c0c0c failed after 5 retries.*Deployment\/agent: is invalid/,
    after: [60, 63],
  },
  {
    description: 'the sync of the old revision has failed, and ours follows',
    scene: {
      moments: [
        moment(0, old({ sync: 'OutOfSync', operation: { phase: 'Failed', limit: 0 } })),
        done(30),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a hook failed although all is Synced and Healthy',
    scene: { moments: [moment(0, application({ operation: { phase: 'Failed', limit: 0 } }))] },
    expected: 'sync-failed',
    after: [0, 3],
  },
  {
    description: 'a missing path: health says Healthy, and the revision is the name of a branch',
    scene: {
      moments: [moment(0, application({ sync: 'Unknown', revision: 'main', conditions: [ERROR] }))],
    },
    expected: 'app-error',
    says: /ComparisonError for 60 seconds: app path does not exist/,
    after: [60, 66],
  },
  {
    description: 'a commit whose signature the project does not accept (sourceIntegrity of 3.5)',
    scene: {
      moments: [
        moment(
          0,
          application({
            sync: 'OutOfSync',
            operation: { revision: OLD },
            conditions: [
              { type: 'ComparisonError', message: `GIT/GPG: revision ${OURS} is not signed` },
            ],
          }),
        ),
      ],
    },
    expected: 'app-error',
    says: /ComparisonError for 60 seconds: GIT\/GPG: revision c0c0c0c0+ is not signed\./,
    after: [60, 66],
  },
  {
    description: 'the same of a commit that changes nothing for the Application',
    scene: { moments: [moment(0, application({ conditions: [ERROR] }))] },
    expected: 'app-error',
    after: [60, 66],
  },
  {
    description: 'an error that begins before the commit is applied, at the end of the time',
    scene: {
      moments: [
        moment(0, old(), { workloads: RUNS_OLD }),
        moment(150, old({ conditions: [ERROR] }), { workloads: RUNS_OLD }),
      ],
    },
    expected: 'not-synced',
    says: /Healthy; ComparisonError: app path does not exist\. Its revision does not contain/,
  },
  {
    description: 'an error that begins when all is done but for the health, at the end of the time',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' })),
        done(570, { conditions: [ERROR] }),
      ],
    },
    expected: 'app-error',
    says: /ComparisonError for 30 seconds/,
    after: [600, 603],
  },
  {
    description: 'a condition that is no error',
    scene: {
      moments: [
        done(0, { conditions: [{ type: 'OrphanedResourceWarning', message: '1 orphaned' }] }),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'an error that goes away',
    scene: {
      moments: [
        moment(0, application({ sync: 'Unknown', revision: 'main', conditions: [ERROR] })),
        done(45),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a controller that is down: neither a refresh nor the resources are answered',
    scene: { moments: [moment(0, old(), { refresh: 'never', workloads: 'never' })] },
    expected: 'not-synced',
    says: /has not answered a refresh: look whether its application controller/,
  },
];

const later: readonly Sequence[] = [
  {
    description: 'overtaken by a later commit with our image',
    scene: { moments: [moment(0, application({ revision: LATER }))], commits: withLater(IMAGE) },
    expected: 'healthy',
  },
  {
    description: 'overtaken by a later commit with another image',
    scene: {
      moments: [moment(0, application({ revision: LATER, sync: 'OutOfSync', operation: null }))],
      commits: withLater(OTHER_IMAGE),
    },
    expected: 'superseded',
    says: /seen at d1d1d1d\) asks for ghcr\.io\/org\/app:main-ddddddd/,
    after: [0, 3],
  },
  {
    description: 'overtaken by the revert of our commit',
    scene: {
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(OLD_IMAGE, REVERT),
    },
    expected: 'rolled-back',
    says: /taken back by d1d1d1d/,
  },
  {
    description: 'overtaken by a rollback that names our commit',
    scene: {
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(
        OLD_IMAGE,
        `revert(app): a -> b\n\nImage: ${OLD_IMAGE}\nRollback-Of: ${OURS}\nPromotion-Id: 1`,
      ),
    },
    expected: 'rolled-back',
  },
  {
    description: 'without targets, overtaken by a promotion of another image',
    scene: {
      inputs: { kustomization: '' },
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(OTHER_IMAGE, `chore(app): promote\n\nImage: ${OTHER_IMAGE}`),
    },
    expected: 'superseded',
  },
  {
    description: 'without targets, overtaken by a promotion of something else',
    scene: {
      inputs: { kustomization: '' },
      moments: [moment(0, application({ revision: LATER }))],
      commits: withLater(IMAGE, 'chore(other): promote\n\nImage: ghcr.io/org/other:1'),
    },
    expected: 'healthy',
  },
  {
    description: 'a squash, so that our commit is never in the branch',
    scene: {
      moments: [
        moment(0, old(), { workloads: RUNS_OLD }),
        moment(10, application({ revision: LATER })),
      ],
      commits: [
        ...LINE.slice(0, 1),
        { sha: OURS, image: IMAGE, isApart: true },
        { sha: LATER, image: IMAGE },
      ],
    },
    expected: 'healthy',
    after: [13, 24],
  },
  {
    description: 'another history without our image',
    scene: {
      moments: [moment(0, application({ revision: LATER }))],
      commits: [
        { sha: OURS, image: IMAGE, isApart: true },
        { sha: LATER, image: OLD_IMAGE },
      ],
    },
    expected: 'not-synced',
  },
];

const sources: readonly Sequence[] = [
  {
    description: 'HEAD as target revision',
    scene: { moments: [done(0, SPEC({ targetRevision: 'HEAD' }))] },
    expected: 'healthy',
  },
  {
    description: 'no target revision, and the branch is the default one',
    scene: {
      inputs: { 'gitops-branch': 'main' },
      moments: [done(0, SPEC({ targetRevision: '' }))],
    },
    expected: 'healthy',
  },
  {
    description: 'the repository under another host name, by ssh',
    scene: {
      moments: [
        done(0, SPEC({ repoURL: 'git@gitops.internal:Org/GitOps.git', targetRevision: 'main' })),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a mirror of another name, which has the commit',
    scene: {
      moments: [
        done(0, SPEC({ repoURL: 'https://mirror.internal/x/manifests', targetRevision: 'main' })),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'the wrong repository',
    scene: {
      moments: [
        moment(
          0,
          application({
            ...SPEC({ repoURL: 'https://github.com/org/other', targetRevision: 'main' }),
            revision: shaOf('abcabca'),
          }),
        ),
      ],
    },
    expected: 'not-watched',
    says: /does not watch org\/gitops at its default branch: it watches https:\/\/github\.com\/org\/other at main, path app\/base/,
    after: [0, 9],
  },
  {
    description: 'the wrong branch',
    scene: {
      inputs: { 'gitops-branch': 'main' },
      moments: [moment(0, old(SPEC({ targetRevision: 'production' })))],
    },
    expected: 'not-watched',
    says: /at main: it watches .* at production/,
    after: [0, 3],
  },
  {
    description: 'HEAD, while another branch was promoted to',
    scene: {
      inputs: { 'gitops-branch': 'staging' },
      moments: [moment(0, old(SPEC({ targetRevision: 'HEAD' })))],
    },
    expected: 'not-watched',
  },
  {
    description: 'a tag that does not contain the commit',
    scene: { moments: [moment(0, old(SPEC({ targetRevision: 'v1.2.0' })))] },
    expected: 'not-watched',
    after: [0, 3],
  },
  {
    description: 'a tag that contains it',
    scene: { moments: [done(0, SPEC({ targetRevision: 'v1.3.0' }))] },
    expected: 'healthy',
  },
  {
    description: 'a chart with values from the GitOps repository',
    scene: {
      moments: [
        moment(
          0,
          application({
            revision: ['1.2.3', OURS],
            spec: {
              source: undefined,
              sources: [
                { repoURL: 'https://charts.example.com', chart: 'app', targetRevision: '1.2.3' },
                { repoURL: 'https://github.com/org/gitops', ref: 'values', targetRevision: 'main' },
              ],
            },
          }),
        ),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'the same, where the values are at the old revision',
    scene: {
      moments: [
        moment(
          0,
          application({
            revision: ['1.2.3', OLD],
            spec: {
              source: undefined,
              sources: [
                { repoURL: 'https://charts.example.com', chart: 'app', targetRevision: '1.2.3' },
                { repoURL: 'https://github.com/org/gitops', ref: 'values', targetRevision: 'main' },
              ],
            },
          }),
        ),
      ],
    },
    expected: 'not-synced',
  },
  {
    description: 'a chart whose parameters another Application writes: first the old, then ours',
    scene: {
      moments: [0, 30].map((from) =>
        moment(
          from,
          application({
            revision: '1.2.3',
            operation: { revision: '1.2.3' },
            spec: {
              source: {
                repoURL: 'https://charts.example.com',
                chart: 'app',
                targetRevision: '1.2.3',
                helm: {
                  parameters: [
                    { name: 'image.tag', value: from === 0 ? 'main-1111111' : 'main-c0ffee1' },
                  ],
                },
              },
            },
          }),
          { workloads: from === 0 ? RUNS_OLD : RUNS_OURS },
        ),
      ),
    },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'a chart whose parameters stay the old ones',
    scene: {
      moments: [
        moment(
          0,
          application({
            revision: '1.2.3',
            spec: {
              source: {
                repoURL: 'https://charts.example.com',
                chart: 'app',
                targetRevision: '1.2.3',
                helm: { parameters: [{ name: 'image.tag', value: 'main-1111111' }] },
              },
            },
          }),
        ),
      ],
    },
    expected: 'not-watched',
    after: [180, 183],
  },
  {
    description: 'the source hydrator, whose dry commit is ours',
    scene: { moments: [moment(0, hydrated(OURS))] },
    expected: 'healthy',
  },
  {
    description: 'the source hydrator of 3.3, which moves by a note alone: nothing is synced',
    scene: { moments: [moment(0, hydrated(OLD)), moment(30, hydrated(OURS))] },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'the same, where what was hydrated before has another image',
    scene: { moments: [moment(0, hydrated(OURS), { workloads: RUNS_OLD })] },
    expected: 'not-deployed',
  },
  {
    description: 'the source hydrator is ahead of the sync',
    scene: {
      moments: [moment(0, hydrated(OURS, shaOf('acacaca'))), moment(30, hydrated(OURS))],
    },
    expected: 'healthy',
    after: [33, 42],
  },
  {
    description: 'the source hydrator does not tell what it wrote',
    scene: { moments: [moment(0, hydrated(OURS, ''))] },
    expected: 'not-synced',
  },
  {
    description: 'a source was added, and Argo CD has not looked at it',
    scene: {
      moments: [
        moment(
          0,
          application({
            spec: {
              source: undefined,
              sources: [
                { repoURL: 'https://charts.example.com', chart: 'app', targetRevision: '1.2.3' },
                { repoURL: 'https://github.com/org/gitops', ref: 'values', targetRevision: 'main' },
              ],
            },
          }),
        ),
      ],
    },
    expected: 'not-synced',
  },
];

const images: readonly Sequence[] = [
  {
    description: 'the overlay that is not built',
    scene: { moments: [moment(0, application(), { workloads: RUNS_OLD })] },
    expected: 'not-deployed',
    says: /Deployment\/agent runs ghcr\.io\/org\/app:main-1111111\. It builds app\/base, and the image was changed in app\/base/,
    after: [5, 15],
  },
  {
    description: 'the Application itself sets an image, which wins',
    scene: {
      moments: [
        moment(
          0,
          application({
            spec: {
              source: {
                repoURL: 'https://github.com/org/gitops',
                path: 'app/base',
                targetRevision: 'main',
                kustomize: { images: [OLD_IMAGE] },
              },
            },
          }),
          { workloads: RUNS_OLD },
        ),
      ],
    },
    expected: 'not-deployed',
    says: /The Application itself sets an image \(kustomize\.images/,
  },
  {
    description: 'what is to run it runs another, which Argo CD was told to leave',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(workload('Deployment', 'agent', [OLD_IMAGE], [IMAGE])),
        }),
      ],
    },
    expected: 'not-deployed',
    says: /Deployment\/agent runs ghcr\.io\/org\/app:main-1111111 and is to run ghcr\.io\/org\/app:main-c0ffee1\. .*ignoreDifferences/,
  },
  {
    description: 'the resources are told late',
    scene: {
      moments: [
        moment(0, application(), { workloads: RUNS_OLD }),
        moment(4, application(), { workloads: RUNS_OURS }),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a Job with our image beside a Deployment without it',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(
            workload('Job', 'migrate', [IMAGE]),
            workload('Deployment', 'agent', [OLD_IMAGE]),
          ),
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: Beside ghcr.*Deployment\/agent runs ghcr\.io\/org\/app:main-1111111/,
  },
  {
    description: 'a CronJob alone names it',
    scene: {
      moments: [
        moment(0, application(), { workloads: workloads(workload('CronJob', 'nightly', [IMAGE])) }),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'an admission controller added a registry and a digest',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(
            workload('Deployment', 'agent', [`mirror.internal/${IMAGE}@sha256:${'a'.repeat(64)}`]),
          ),
        }),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'nobody names the repository',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: workloads(workload('Deployment', 'proxy', ['nginx:1.27'])),
        }),
      ],
    },
    expected: 'healthy',
    says: /warning: No resource of Application agent names ghcr\.io\/org\/app/,
  },
  {
    description: 'the resources are not told, and what was synced has it',
    scene: {
      moments: [
        moment(0, application({ operation: { images: [IMAGE] } }), { workloads: UNANSWERED }),
      ],
    },
    expected: 'healthy',
    says: /warning: Argo CD did not tell the resources/,
  },
  {
    description: 'the resources are not told, and what was synced has another',
    scene: {
      moments: [
        moment(0, application({ operation: { images: [OLD_IMAGE] } }), { workloads: UNANSWERED }),
      ],
    },
    expected: 'not-deployed',
  },
  {
    description: 'neither the resources nor what was synced are told',
    scene: { moments: [moment(0, application(), { workloads: UNANSWERED })] },
    expected: 'argocd-unavailable',
    says: /does not tell the resources/,
    after: [600, 603],
  },
  {
    description: 'the resources may not be read, and what was synced has it',
    scene: {
      moments: [
        moment(0, application({ operation: { images: [IMAGE] } }), { workloads: refused(403) }),
      ],
    },
    expected: 'healthy',
    says: /warning: Argo CD did not tell the resources/,
  },
  {
    description: 'the resources may not be read, and nothing else tells',
    scene: {
      moments: [
        moment(0, application(), {
          workloads: refused(403, 'deployments.apps is forbidden: cannot impersonate'),
        }),
      ],
    },
    expected: 'argocd-denied',
    says: /does not tell the resources of Application agent after 600 seconds, so what runs is not known: Argo CD answers 403: deployments\.apps is forbidden/,
  },
  {
    description: 'a workload that is not there beside one that is, as since Argo CD 3.4',
    scene: {
      moments: [
        moment(
          0,
          application({
            resources: [
              resource('Deployment', 'agent', 'Healthy'),
              resource('Deployment', 'worker', 'Missing'),
            ],
          }),
          {
            workloads: workloads(
              workload('Deployment', 'agent', [IMAGE]),
              workload('Deployment', 'worker', null, [IMAGE]),
            ),
          },
        ),
      ],
    },
    expected: 'unhealthy',
    says: /Deployment\/worker is not there/,
    after: [600, 603],
  },
  {
    description: 'the same without a health of its own',
    scene: {
      moments: [
        moment(0, application({ resources: [] }), {
          workloads: workloads(
            workload('Deployment', 'agent', [IMAGE]),
            workload('Deployment', 'worker', null, [IMAGE]),
          ),
        }),
      ],
    },
    expected: 'unhealthy',
  },
];

const health: readonly Sequence[] = [
  {
    description: 'Progressing, then Healthy',
    scene: { moments: [moment(0, application({ health: 'Progressing' })), done(90)] },
    expected: 'healthy',
    after: [95, 102],
  },
  {
    description: 'Progressing for good',
    scene: { moments: [moment(0, application({ health: 'Progressing' }))] },
    expected: 'unhealthy',
    says: /Progressing after 600 seconds: Deployment\/agent is Progressing/,
    after: [600, 603],
  },
  {
    description: 'Degraded for a while, then Healthy',
    scene: { moments: [moment(0, application({ health: 'Degraded' })), done(50)] },
    expected: 'healthy',
  },
  {
    description: 'degraded before and after',
    scene: {
      moments: [
        moment(0, old({ health: 'Degraded' }), { workloads: RUNS_OLD }),
        moment(30, application({ health: 'Degraded' })),
      ],
    },
    expected: 'unhealthy',
    after: [90, 96],
  },
  {
    description: 'a CronJob that was Degraded before',
    scene: {
      moments: [0, 30].map((from) =>
        moment(
          from,
          application({
            revision: from === 0 ? OLD : OURS,
            health: 'Degraded',
            resources: [
              resource('Deployment', 'agent', 'Healthy'),
              resource('CronJob', 'nightly', 'Degraded', 'the last Job failed'),
            ],
          }),
        ),
      ),
    },
    expected: 'healthy',
    says: /warning: As before the commit.*CronJob\/nightly is Degraded/,
  },
  {
    description: 'a CronJob that is Degraded since the commit',
    scene: {
      moments: [0, 30].map((from) =>
        moment(
          from,
          application({
            revision: from === 0 ? OLD : OURS,
            health: from === 0 ? 'Healthy' : 'Degraded',
            resources: [
              resource('Deployment', 'agent', 'Healthy'),
              resource('CronJob', 'nightly', from === 0 ? 'Healthy' : 'Degraded'),
            ],
          }),
        ),
      ),
    },
    expected: 'unhealthy',
    after: [90, 96],
  },
  {
    description: 'a Pod that crash-loops, in a rollout that never ends by itself',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' }), {
          pods: pods({ ...NOT_OURS, health: 'Degraded' }),
        }),
      ],
    },
    expected: 'unhealthy',
    says: /the Pod agents\/agent-1 of ghcr\.io\/org\/app:main-c0ffee1 has been degraded/,
    after: [60, 75],
  },
  {
    description: 'the same, where its health does not say why',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' }), {
          pods: pods({ ...NOT_OURS, health: 'Degraded', message: '' }),
        }),
      ],
    },
    expected: 'unhealthy',
    says: /has been degraded for 60 seconds\. Look at its logs/,
  },
  {
    description: 'Degraded, and neither its resources nor their health are told',
    scene: {
      moments: [
        moment(0, application({ health: 'Degraded', resources: [] }), {
          workloads: workloads(workload('Deployment', 'proxy', ['nginx:1.27'])),
        }),
      ],
    },
    expected: 'unhealthy',
    says: /Degraded after 60 seconds\. Look at its events/,
  },
  {
    description: 'a Pod that crashed once',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' }), {
          pods: pods({ ...NOT_OURS, health: 'Degraded' }),
        }),
        moment(20, application({ health: 'Progressing' }), {
          pods: pods({ ...NOT_OURS, health: 'Healthy' }),
        }),
        done(100),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a degraded Pod of the old image',
    scene: {
      moments: [
        moment(0, application({ health: 'Progressing' }), {
          pods: pods({ name: 'agent-0', image: OLD_IMAGE, health: 'Degraded' }),
        }),
        done(100),
      ],
    },
    expected: 'healthy',
  },
  {
    description: 'a paused canary',
    scene: {
      moments: [
        moment(0, old(), { workloads: RUNS_OLD }),
        moment(
          10,
          application({
            health: 'Suspended',
            resources: [resource('Rollout', 'agent', 'Suspended', 'CanaryPauseStep')],
          }),
          { workloads: workloads(workload('Rollout', 'agent', [IMAGE])) },
        ),
      ],
    },
    expected: 'suspended',
    says: /Rollout\/agent is Suspended \(CanaryPauseStep\)/,
    after: [600, 603],
  },
  {
    description: 'a canary that was paused before with the old image, and is again with ours',
    scene: {
      moments: [0, 10].map((from) =>
        moment(
          from,
          application({
            revision: from === 0 ? OLD : OURS,
            health: 'Suspended',
            resources: [resource('Rollout', 'agent', 'Suspended')],
          }),
          { workloads: workloads(workload('Rollout', 'agent', [from === 0 ? OLD_IMAGE : IMAGE])) },
        ),
      ),
    },
    expected: 'suspended',
  },
  {
    description: 'what was suspended at the beginning, and is nothing of ours',
    scene: {
      moments: [0, 10].map((from) =>
        moment(
          from,
          application({
            revision: from === 0 ? OLD : OURS,
            health: 'Suspended',
            resources: [
              resource('Deployment', 'agent', 'Healthy'),
              resource('CronJob', 'paused', 'Suspended'),
            ],
          }),
        ),
      ),
    },
    expected: 'healthy',
    says: /CronJob\/paused is Suspended/,
  },
];

const access: readonly Sequence[] = [
  {
    description: '403 that becomes 200',
    scene: { moments: [{ from: 0, application: refused(403) }, done(45)] },
    expected: 'healthy',
  },
  {
    description: '403 for good',
    scene: { moments: [{ from: 0, application: refused(403) }] },
    expected: 'argocd-denied',
    says: /does not show Application agent \(403: permission denied\).*applications, get/,
    after: [60, 66],
  },
  {
    description: '404 for good',
    scene: { moments: [{ from: 0, application: refused(404, 'not found') }] },
    expected: 'argocd-denied',
    after: [60, 66],
  },
  {
    description: '401',
    scene: { moments: [{ from: 0, application: refused(401, 'invalid session') }] },
    expected: 'argocd-denied',
    says: /argocd-token: Argo CD does not accept this token/,
    after: [0, 3],
  },
  {
    description: 'no answer for a while',
    scene: {
      moments: [done(0), { from: 3, application: UNANSWERED, workloads: RUNS_OURS }, done(60)],
    },
    expected: 'healthy',
  },
  {
    description: 'no answer at all',
    scene: { moments: [{ from: 0, application: UNANSWERED }] },
    expected: 'argocd-unavailable',
    says: /https:\/\/argocd\.example\.com does not tell .*ECONNREFUSED/,
    after: [180, 183],
  },
  {
    description: "a proxy's login page",
    scene: {
      moments: [
        {
          from: 0,
          application: { failure: { kind: 'misdirected', problem: 'a login page answers.' } },
        },
      ],
    },
    expected: 'argocd-unavailable',
    says: /argocd-server: a login page answers/,
    after: [0, 0],
  },
];

const all = { applied, later, sources, images, health, access };

for (const [subject, sequences] of Object.entries(all)) {
  describe(`a sequence of states: ${subject}`, () => {
    it.each([...sequences])('$description: $expected', async ({ scene, expected, ...rest }) => {
      const played = await play(scene);
      const { report, logger, clock } = played;
      expect(report.failure?.message ?? outcomeOf(played)).not.toContain('defect');
      expect(outcomeOf(played)).toBe(expected);
      const told = [report.failure?.message ?? report.verification?.message, ...logger.lines];
      if (rest.says) expect(told.join('\n')).toMatch(rest.says);
      const [least, most] = rest.after ?? [0, 603];
      const seconds = clock.now() / 1000;
      expect(seconds >= least && seconds <= most ? 'in time' : seconds).toBe('in time');
    });
  });
}

describe('a sync that is asked for', () => {
  const left = { sync: 'OutOfSync', operation: null, spec: { syncPolicy: undefined } } as const;

  it.each([
    { description: 'it is done', reply: { json: {} }, expected: 'healthy' },
    {
      description: 'the token may not',
      reply: refused(403, 'permission denied: applications, sync, default/agent'),
      expected: 'argocd-denied',
    },
    {
      description: 'it is refused',
      reply: refused(400, 'cannot sync: blocked by sync window'),
      expected: 'sync-failed',
    },
    { description: 'no answer comes', reply: UNANSWERED, expected: 'not-synced', count: 6 },
  ])('$description', async ({ reply, expected, count = 1 }) => {
    const isGiven = 'json' in (reply as object);
    const played = await play({
      inputs: { 'argocd-sync': 'true' },
      moments: [
        moment(0, application(left)),
        ...(isGiven ? [moment(30, application({ spec: { syncPolicy: undefined } }))] : []),
      ],
      prepare: (argocd) => {
        argocd.syncReply = reply;
      },
    });
    expect(outcomeOf(played)).toBe(expected);
    expect(played.argocd.count('sync')).toBe(count);
  });

  it('is not asked for in a dry run', async () => {
    const played = await play({
      inputs: { 'argocd-sync': 'true', 'dry-run': 'true' },
      moments: [moment(0, application(left))],
    });
    expect(outcomeOf(played)).toBe('auto-sync-off');
    expect(played.argocd.count('sync')).toBe(0);
  });

  it('is not asked for where auto-sync is on', async () => {
    const played = await play({
      inputs: { 'argocd-sync': 'true' },
      moments: [moment(0, application({ sync: 'OutOfSync', operation: null })), done(30)],
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.argocd.count('sync')).toBe(0);
  });
});

describe('several Applications', () => {
  const healthy = [done(0)];

  it('all have to hold', async () => {
    const inputs = { 'argocd-applications': 'agent\nworkers/worker' };
    const late = [moment(0, old(), { workloads: RUNS_OLD }), done(60)];
    const played = await play({ inputs, applications: { agent: healthy, worker: late } });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification).toMatchObject({ syncedAfter: 60, healthyAfter: 60 });
    const rows = played.report.verification?.applications.map(({ name }) => name);
    expect(rows).toEqual(['agent', 'workers/worker']);
  });

  it('one that fails ends it', async () => {
    const inputs = { 'argocd-applications': 'agent\nworker' };
    const bad = [moment(0, application({ operation: { phase: 'Failed', limit: 0 } }))];
    const played = await play({ inputs, applications: { agent: healthy, worker: bad } });
    expect(outcomeOf(played)).toBe('sync-failed');
  });

  it('one that was healthy has to be so at the end', async () => {
    const inputs = { 'argocd-applications': 'agent\nworker' };
    const falls = [done(0), moment(30, application({ health: 'Degraded' }))];
    const late = [moment(0, old(), { workloads: RUNS_OLD }), done(150)];
    const played = await play({ inputs, applications: { agent: falls, worker: late } });
    expect(outcomeOf(played)).toBe('unhealthy');
  });
});

describe('what is asked', () => {
  it.each([
    { description: 'the sync window', left: { sync: 'OutOfSync', operation: null } },
    { description: 'the Pods', left: { health: 'Progressing' } },
  ])('and is not answered changes nothing: $description', async ({ left }) => {
    const played = await play({
      moments: [moment(0, application(left), { window: UNANSWERED, pods: UNANSWERED }), done(30)],
    });
    expect(outcomeOf(played)).toBe('healthy');
  });

  it('and fails by a defect is no answer', async () => {
    const played = await play({
      moments: [moment(0, old(), { workloads: RUNS_OLD }), done(60)],
      prepare: (argocd) => {
        argocd.refresh = () => Promise.reject(new TypeError('a defect'));
      },
    });
    expect(outcomeOf(played)).toBe('healthy');
  });

  it('asks about a revision once, and for the resources when the rules need them', async () => {
    const played = await play({
      moments: [moment(0, old(), { workloads: RUNS_OLD }), done(60)],
    });
    expect(played.asked.filter((request) => request.startsWith('compare'))).toHaveLength(1);
    expect(played.argocd.count('workloads')).toBe(1);
    expect(played.argocd.count('refresh')).toBe(3);
    expect(played.argocd.isClosed).toBe(true);
  });

  it('tells what changes, once', async () => {
    const { logger } = await play({
      moments: [moment(0, old(), { workloads: RUNS_OLD }), done(60)],
    });
    expect(logger.lines.filter((line) => line.includes(' s: agent'))).toEqual([
      'info: 0 s: agent: Synced at 1111111, Healthy',
      'info: 60 s: agent: Synced at c0c0c0c, Healthy; Deployment/agent is Healthy',
    ]);
  });
});
