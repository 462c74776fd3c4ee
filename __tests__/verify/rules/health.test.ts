import { describe, expect, it } from '@jest/globals';
import type { Application, Resource } from '../../../src/ports/argocd.js';
import { computeHealth } from '../../../src/verify/rules/health.js';

const NAMES = { group: 'apps', namespace: 'n' };

function appOf(health: string, ...resources: readonly (readonly [string, string, string])[]) {
  const list = resources.map(([kind, name, own]): Resource => ({
    ...NAMES,
    kind,
    name,
    health: own,
    message: '',
  }));
  return { health, resources: list } as unknown as Application;
}

const carrier = { ...NAMES, kind: 'Deployment', name: 'a' };

describe('the health that counts', () => {
  it.each([
    { app: appOf('Healthy'), before: appOf('Healthy'), status: 'Healthy' },
    { app: appOf(''), before: appOf(''), status: 'Unknown' },
    { app: appOf('Fine'), before: appOf(''), status: 'Unknown' },
    {
      app: appOf('Healthy', ['Deployment', 'a', 'Degraded']),
      before: appOf('Healthy'),
      status: 'Degraded',
    },
    // What Argo CD itself leaves out (ignore-healthcheck) and runs no image of ours.
    {
      app: appOf('Healthy', ['Widget', 'w', 'Degraded']),
      before: appOf('Healthy'),
      status: 'Healthy',
    },
    {
      app: appOf('Healthy', ['Widget', 'w', 'Missing']),
      before: appOf('Healthy'),
      status: 'Missing',
    },
    {
      app: appOf('Degraded', ['Widget', 'w', 'Degraded']),
      before: appOf('Degraded', ['Widget', 'w', 'Degraded']),
      status: 'Healthy',
    },
    {
      app: appOf('Degraded', ['Widget', 'w', 'Degraded'], ['Deployment', 'a', 'Progressing']),
      before: appOf('Degraded', ['Widget', 'w', 'Degraded']),
      status: 'Progressing',
    },
    {
      app: appOf('Degraded', ['Widget', 'w', 'Degraded'], ['Widget', 'x', 'Degraded']),
      before: appOf('Degraded', ['Widget', 'w', 'Degraded']),
      status: 'Degraded',
    },
    {
      app: appOf('Degraded', ['Deployment', 'a', 'Degraded']),
      before: appOf('Degraded', ['Deployment', 'a', 'Degraded']),
      status: 'Degraded',
    },
    {
      app: appOf('Suspended', ['Deployment', 'a', 'Suspended']),
      before: appOf('Suspended', ['Deployment', 'a', 'Suspended']),
      status: 'Suspended',
    },
  ])('of $app.health with $app.resources is $status', ({ app, before, status }) => {
    expect(computeHealth(app, before, [carrier]).status).toBe(status);
  });

  it('leaves out a CronJob that was suspended before, though it runs the image', () => {
    const app = appOf('Suspended', ['CronJob', 'a', 'Suspended']);
    const cronJob = { ...NAMES, kind: 'CronJob', name: 'a' };
    expect(computeHealth(app, app, [cronJob])).toMatchObject({
      status: 'Healthy',
      leftOut: ['CronJob/a is Suspended'],
    });
  });

  it('leaves nothing out while it is not told what runs the image', () => {
    const app = appOf('Degraded', ['Widget', 'w', 'Degraded']);
    expect(computeHealth(app, app, []).status).toBe('Degraded');
  });
});
