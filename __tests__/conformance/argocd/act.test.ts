import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BareRepository } from '../../stand-in/bare-repository.mjs';
import { type Cluster, readApplications } from '../act/cluster.js';
import { dispatchOf, type Event, pushOf } from '../act/events.js';
import { World } from '../act/world.js';
import { DeploymentController } from './deployments.js';
import { ArgoSystem } from './system.js';

let world: World;

/** A real Argo CD with the Application of dev, which reads the repository where it is. */
async function startArgoCD(gitops: BareRepository): Promise<Cluster> {
  const system = await ArgoSystem.start();
  const deployments = new DeploymentController(system);
  const [dev] = readApplications(gitops).filter(({ metadata }) => metadata.name.endsWith('-dev'));
  if (dev === undefined) throw new Error('There is no Application of dev.');
  const source = { ...dev.spec.source, repoURL: `file://${gitops.gitDir}` };
  await system.apply({ ...dev, spec: { ...dev.spec, source } });
  const { url, token } = system;
  const close = async () => {
    await deployments.stop();
    await system.stop();
  };
  return { url, token, close };
}

beforeAll(async () => {
  world = await World.open(startArgoCD);
});

afterAll(async () => {
  await world.close();
});

/** Runs a workflow whose jobs all succeed, and say that the Application runs the head. */
async function expectHealthy(workflow: string, event: Event, jobs: readonly string[]) {
  const sha = await world.source.resolve('main');
  const run = await world.run({ workflow: `.github/workflows/${workflow}`, event, sha });
  const results = Object.entries(run.jobs).map(([name, { result }]) => `${name}: ${result}`);
  expect(results).toEqual(jobs.map((name) => `${name}: success`));
  const commit = (await world.gitops.resolve('main')).slice(0, 7);
  expect(Object.values(run.jobs).flatMap(({ lines }) => lines)).toContainEqual(
    expect.stringMatching(
      new RegExp(`^fastapi-agent-dev: ${commit} is synced after .* healthy after`),
    ),
  );
}

// One story: what was pushed is taken back.

it('ci.yaml brings a push to healthy', async () => {
  const sha = await world.push('README.md', '# FastAPI agent\n');
  await expectHealthy('ci.yaml', pushOf(sha), ['test', 'build', 'promote', 'verify']);
});

it('rollback.yaml brings back what ran before', async () => {
  const inputs = { environment: 'dev', to: 'previous', reason: 'answers are wrong' };
  await expectHealthy('rollback.yaml', dispatchOf({ ...inputs, 'dry-run': 'false' }), ['rollback']);
  expect(await world.gitops.git('diff', 'main~2', 'main')).toBe('');
});
