import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BareRepository } from '../../stand-in/bare-repository.mjs';
import { type Cluster, readApplications } from '../act/cluster.js';
import { pushOf } from '../act/events.js';
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

it('ci.yaml brings a push to healthy in a real Argo CD', async () => {
  const sha = await world.push('README.md', '# FastAPI agent\n');
  const workflow = '.github/workflows/ci.yaml';
  const run = await world.run({ workflow, event: pushOf(sha), sha });
  const results = Object.entries(run.jobs).map(([name, { result }]) => `${name}: ${result}`);
  expect(results).toEqual(['test', 'build', 'promote', 'verify'].map((name) => `${name}: success`));
  const commit = (await world.gitops.resolve('main')).slice(0, 7);
  expect(run.jobs['verify']?.lines).toContainEqual(
    expect.stringMatching(
      new RegExp(`^fastapi-agent-dev: ${commit} is synced after .* healthy after`),
    ),
  );
});
