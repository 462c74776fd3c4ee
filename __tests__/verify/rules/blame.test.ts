import { describe, expect, it } from '@jest/globals';
import type { Moment } from '../../fakes/argocd.js';
import type { EndpointAnswer } from '../../../src/ports/runner.js';
import { outcomeOf, play, withLater } from '../scene.js';
import {
  application,
  IMAGE,
  LATER,
  moment,
  old,
  OLD_IMAGE,
  refused,
  resource,
  RUNS_OLD,
  workload,
  workloads,
} from '../states.js';

interface Failing {
  readonly description: string;
  readonly moments: readonly Moment[];
  readonly code: string;
  readonly isBroken: boolean;
  /** Whether the address answers with 503. */
  readonly isSilent?: boolean;
  readonly isOvertaken?: boolean;
}

const ill = (health: string, ...more: readonly unknown[]) => ({
  health,
  resources: [resource('Deployment', 'agent', health), ...more],
});
const before = moment(0, old(), { workloads: RUNS_OLD });
const failedAt = (revision?: string) =>
  application({
    sync: 'OutOfSync',
    operation: { phase: 'Failed', limit: 0, ...(revision && { revision }) },
    ...(revision && { revision }),
  });
const silent: EndpointAnswer = { status: 503 };

describe('a failure is put down to the image', () => {
  it.each<Failing>([
    {
      description: 'where what runs it became Degraded',
      moments: [before, moment(10, application(ill('Degraded')))],
      code: 'unhealthy',
      isBroken: true,
    },
    {
      description: 'where what runs it is Progressing until the time is over',
      moments: [before, moment(10, application(ill('Progressing')))],
      code: 'unhealthy',
      isBroken: true,
    },
    {
      description: 'not where what runs it was Degraded before',
      moments: [
        moment(0, old(ill('Degraded')), { workloads: RUNS_OLD }),
        moment(10, application(ill('Degraded'))),
      ],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where something beside it is Degraded',
      moments: [
        before,
        moment(
          10,
          application({
            health: 'Degraded',
            resources: [
              resource('Deployment', 'agent', 'Healthy'),
              resource('Deployment', 'worker', 'Degraded'),
            ],
          }),
        ),
      ],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where it is Progressing still when something beside it is Degraded',
      moments: [
        before,
        moment(
          10,
          application({
            health: 'Degraded',
            resources: [
              resource('Deployment', 'agent', 'Progressing'),
              resource('Deployment', 'worker', 'Degraded'),
            ],
          }),
        ),
      ],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where its health is Unknown',
      moments: [before, moment(10, application(ill('Unknown')))],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where what is to run it is Missing',
      moments: [
        before,
        moment(10, application(ill('Missing')), {
          workloads: workloads(workload('Deployment', 'agent', null, [IMAGE])),
        }),
      ],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where Argo CD does not tell which resources run it',
      moments: [
        before,
        moment(10, application({ ...ill('Degraded'), operation: { images: [IMAGE] } }), {
          workloads: refused(403),
        }),
      ],
      code: 'unhealthy',
      isBroken: false,
    },
    {
      description: 'not where another image runs',
      moments: [
        before,
        moment(10, application(ill('Degraded')), {
          workloads: workloads(workload('Deployment', 'agent', [OLD_IMAGE])),
        }),
      ],
      code: 'not-deployed',
      isBroken: false,
    },
    {
      description: 'not where it is suspended',
      moments: [before, moment(10, application(ill('Suspended')))],
      code: 'suspended',
      isBroken: false,
    },
    {
      description: 'not where the commit was not seen in time',
      moments: [moment(0, old(ill('Degraded')))],
      code: 'not-synced',
      isBroken: false,
    },
    {
      description: 'where its commit cannot be applied',
      moments: [before, moment(10, failedAt())],
      code: 'sync-failed',
      isBroken: true,
    },
    {
      description: 'not where a later commit cannot be applied',
      moments: [before, moment(10, failedAt(LATER))],
      isOvertaken: true,
      code: 'sync-failed',
      isBroken: false,
    },
    {
      description: 'not where an address does not answer while what runs it is healthy',
      moments: [moment(0, application())],
      isSilent: true,
      code: 'endpoint-failed',
      isBroken: false,
    },
    {
      description: 'where an address does not answer and what runs it is Degraded by then',
      moments: [moment(0, application()), moment(12, application(ill('Degraded')))],
      isSilent: true,
      code: 'endpoint-failed',
      isBroken: true,
    },
    {
      description: 'not where Argo CD does not answer by then',
      moments: [moment(0, application()), { from: 12, application: refused(403) }],
      isSilent: true,
      code: 'endpoint-failed',
      isBroken: false,
    },
  ])('$description', async ({ moments, code, isBroken, isSilent, isOvertaken }) => {
    const played = await play({
      moments,
      ...(isOvertaken && { commits: withLater(IMAGE) }),
      ...(isSilent && {
        inputs: { 'health-url': 'https://agent.example.com/health' },
        ports: { openEndpoints: () => Promise.resolve({ probe: () => Promise.resolve(silent) }) },
      }),
    });
    expect(outcomeOf(played)).toBe(code);
    expect(played.report.verification?.isImageBroken).toBe(isBroken);
  });
});
