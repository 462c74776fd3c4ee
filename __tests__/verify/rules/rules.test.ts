import { describe, expect, it } from '@jest/globals';
import type { Moment, Reply } from '../../fakes/argocd.js';
import { describeProgress } from '../../../src/verify/rules/messages.js';
import { judge } from '../../../src/verify/rules/rules.js';
import { NOTHING_SEEN } from '../../../src/verify/rules/seen.js';
import { outcomeOf, play, withLater } from '../scene.js';
import {
  application,
  IMAGE,
  LATER,
  moment,
  old,
  OLD_IMAGE,
  OURS,
  refused,
  resource,
  RUNS_OLD,
  shaOf,
  UNANSWERED,
  workload,
  workloads,
} from '../states.js';

/** What the sequences leave open: what comes late, and messages in their other forms. */
interface Late {
  readonly description: string;
  readonly moments: readonly Moment[];
  readonly expected: string;
  readonly says?: RegExp;
  readonly inputs?: Readonly<Record<string, string>>;
}

const misdirected: Reply = { failure: { kind: 'misdirected', problem: 'a login page answers.' } };
const CHART = {
  repoURL: 'https://charts.example.com',
  chart: 'app',
  targetRevision: '1.2.3',
  helm: { parameters: [{ name: 'image.tag', value: 'main-c0ffee1' }] },
};
const chartAt = (options = {}) =>
  application({ revision: '1.2.3', operation: null, spec: { source: CHART }, ...options });

describe('before the first look', () => {
  const asked = {
    name: 'agent',
    server: '',
    seen: NOTHING_SEEN,
    expected: {
      commit: OURS,
      repository: 'org/gitops',
      image: { repository: 'ghcr.io/org/app' },
      files: [],
      syncTimeout: 1,
      verifyTimeout: 1,
      maySync: false,
    },
    revisions: new Map(),
  };

  it('everything waits', () => {
    expect(judge(asked)).toEqual({ kind: 'wait' });
    expect(describeProgress(asked)).toBe('not asked for yet');
  });
});

describe('a rule in its other forms', () => {
  it('takes no health of one revision for that of another', async () => {
    const played = await play({
      commits: withLater(IMAGE),
      moments: [moment(0, application()), moment(3, application({ revision: LATER }))],
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification?.healthyAfter).toBe(3);
    expect(played.clock.now()).toBe(9_000);
  });

  it('takes no operation to a later image for one to ours', async () => {
    const played = await play({
      commits: withLater(OLD_IMAGE),
      moments: [moment(0, application({ sync: 'OutOfSync', operation: { revision: LATER } }))],
    });
    expect(outcomeOf(played)).toBe('not-synced');
  });

  it('asks again for a workload that is not there yet, and counts from then on', async () => {
    const agent = workload('Deployment', 'agent', [IMAGE]);
    const state = () => application({ resources: [] });
    const played = await play({
      moments: [
        moment(0, state(), {
          workloads: workloads(agent, workload('Deployment', 'worker', null, [IMAGE])),
        }),
        moment(30, state(), {
          workloads: workloads(agent, workload('Deployment', 'worker', [IMAGE])),
        }),
      ],
    });
    expect(outcomeOf(played)).toBe('healthy');
    expect(played.report.verification?.healthyAfter).toBeGreaterThanOrEqual(30);
  });

  it.each<Late>([
    {
      description: 'an Application that is hidden after it was seen',
      moments: [moment(0, old()), { from: 30, application: refused(403) }],
      expected: 'argocd-denied',
    },
    {
      description: 'an Application that is hidden until the time is over',
      moments: [moment(0, old()), { from: 30, application: refused(404) }],
      inputs: { 'sync-timeout': '60' },
      expected: 'argocd-denied',
    },
    {
      description: 'one look without an answer at the end of the time',
      moments: [moment(0, old(), { workloads: RUNS_OLD }), { from: 177, application: UNANSWERED }],
      expected: 'not-synced',
      says: /no answer \(connect ECONNREFUSED/,
    },
    {
      description: 'a login page that comes in between',
      moments: [
        moment(0, old(), { workloads: RUNS_OLD }),
        { from: 10, application: misdirected },
        moment(30, application()),
      ],
      expected: 'healthy',
    },
    {
      description: 'a login page that stays',
      moments: [moment(0, old()), { from: 10, application: misdirected }],
      expected: 'argocd-unavailable',
      says: /a login page answers/,
    },
    {
      description: 'a sync that runs at the end of the time',
      moments: [moment(0, application({ sync: 'OutOfSync', operation: { phase: 'Running' } }))],
      expected: 'not-synced',
      says: /the sync runs \(.*\)\. A sync runs or is retried/,
    },
    {
      description: 'a controller that stops after the sync',
      moments: [moment(0, application({ operation: { finishedAt: 20 } }), { refresh: 'never' })],
      expected: 'not-synced',
      says: /has not looked at it since the sync\. Argo CD has not looked at the cluster/,
    },
    {
      description: 'an Application that was never reconciled',
      moments: [moment(0, application({ sync: '', revision: '', health: '', operation: null }))],
      expected: 'not-synced',
      says: /not compared yet, without health/,
    },
    {
      description: 'an open sync window, and nothing syncs',
      moments: [moment(0, application({ sync: 'OutOfSync', operation: null }))],
      expected: 'not-synced',
      says: /It is at the commit, and not in sync with it/,
    },
    {
      description: 'a failed sync with retries left, which somebody has ended',
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { phase: 'Failed', retries: 1 } })),
      ],
      expected: 'sync-failed',
    },
    {
      description: 'a failed sync that may be retried for ever',
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { phase: 'Failed', limit: -1 } })),
      ],
      expected: 'sync-failed',
    },
    {
      description: 'a failed sync that is retried',
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { phase: 'Failed', retries: 1 } })),
        moment(45, application()),
      ],
      expected: 'healthy',
    },
    {
      description: 'a failed sync without a word',
      moments: [
        moment(
          0,
          application({ operation: { phase: 'Error', limit: 0, message: '', resources: [] } }),
        ),
      ],
      expected: 'sync-failed',
      says: /failed: Argo CD does not say why\. Correct/,
    },
    {
      description: 'a long message is cut',
      moments: [
        moment(
          0,
          application({ operation: { phase: 'Error', limit: 0, message: 'x'.repeat(600) } }),
        ),
      ],
      expected: 'sync-failed',
      says: / x{500}… Correct/,
    },
    {
      description: 'a chart whose spec asks for the image, and no resource names it',
      moments: [
        moment(0, chartAt(), { workloads: workloads(workload('Deployment', 'x', ['nginx:1'])) }),
      ],
      expected: 'not-deployed',
      says: /no resource names it\. It builds no path/,
    },
    {
      description: 'a chart whose spec asks for the image, which runs nowhere',
      moments: [moment(0, chartAt(), { workloads: RUNS_OLD })],
      expected: 'not-deployed',
      says: /Deployment\/agent runs ghcr\.io\/org\/app:main-1111111/,
    },
    {
      description: 'a workload that is not there, alone',
      moments: [
        moment(0, application({ resources: [resource('ConfigMap', 'settings')] }), {
          workloads: workloads(workload('Deployment', 'agent', null, [IMAGE])),
        }),
      ],
      expected: 'unhealthy',
      says: /Deployment\/agent is not there/,
    },
    {
      description: 'a rollout that begins again at the end of the time',
      moments: [
        moment(0, application({ health: 'Progressing' })),
        moment(590, application({ isAsked: true })),
      ],
      expected: 'unhealthy',
    },
    {
      description: 'a branch that Argo CD does not resolve any more',
      moments: [moment(0, application({ revision: shaOf('abab'), sync: 'Unknown' }))],
      expected: 'not-synced',
      says: /org\/gitops has no commit abab000: look whether .* and whether its history was rewritten/,
    },
  ])('$description: $expected', async ({ moments, inputs, expected, says }) => {
    const played = await play({ moments, inputs });
    expect(outcomeOf(played)).toBe(expected);
    if (says) expect(played.report.failure?.message).toMatch(says);
  });

  it('tells what stood in the way while it waited', async () => {
    const { logger } = await play({
      moments: [
        moment(0, application({ sync: 'OutOfSync', operation: { phase: 'Running', retries: 2 } })),
        moment(
          10,
          application({ conditions: [{ type: 'ComparisonError', message: 'no\n path' }] }),
        ),
        moment(20, application()),
      ],
    });
    const lines = logger.lines.join('\n');
    expect(lines).toContain(`the sync runs, retry 2 (successfully synced (all tasks run))`);
    expect(lines).toContain('ComparisonError: no path');
    expect(lines).toContain(OURS.slice(0, 7));
  });
});
