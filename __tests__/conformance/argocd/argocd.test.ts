import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionResult } from '../../stand-in/run-action.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../../stand-in/server.mjs';
import { Delivery, TOKEN } from './delivery.js';
import { DeploymentController } from './deployments.js';
import { ArgoSystem } from './system.js';
import { type Scenario, SCENARIOS } from './verify.js';

/** What came of a story, and how long it took, in seconds. */
interface Told {
  readonly result: ActionResult;
  readonly seconds: number;
}

let system: ArgoSystem;
let github: GitHubStandIn;
let deployments: DeploymentController;
const stories = new Map<string, Promise<Told>>();

beforeAll(async () => {
  const start = performance.now();
  system = await ArgoSystem.start();
  deployments = new DeploymentController(system);
  const deliveries = await Promise.all(SCENARIOS.map((each) => Delivery.create(each, system)));
  github = await startGitHubStandIn({
    root: system.folder,
    repositories: Object.fromEntries(
      deliveries.map(({ repository, gitDir }) => [repository, { gitDir }]),
    ),
    tokens: {
      [TOKEN]: { kind: 'fine-grained', login: 'bot', permissions: permissionsOf(deliveries) },
    },
  });
  say(`Argo CD runs after ${secondsSince(start)} s.`);
  // Side by side, since most of the time they wait.
  SCENARIOS.forEach((scenario, index) => {
    const delivery = deliveries[index];
    if (delivery === undefined) return;
    delivery.apiUrl = github.url;
    const story = tell(scenario, delivery);
    story.catch(() => undefined);
    stories.set(scenario.name, story);
  });
});

afterAll(async () => {
  await deployments.stop();
  await github.close();
  await system.stop();
});

function permissionsOf(deliveries: readonly Delivery[]) {
  return Object.fromEntries(deliveries.map(({ repository }) => [repository, 'write' as const]));
}

async function tell(scenario: Scenario, delivery: Delivery): Promise<Told> {
  const { begins = 'deployed', tag = 'v0' } = scenario;
  if (begins !== 'never') await delivery.deploy();
  if (begins === 'deployed') await delivery.waitFor(tag, !/broken|slow/.test(tag));
  const start = performance.now();
  return { result: await scenario.play(delivery), seconds: secondsSince(start) };
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

describe('verify against a real Argo CD', () => {
  it.each([...SCENARIOS])('$description ($name)', async ({ name, expected, says }) => {
    const told = await stories.get(name);
    if (told === undefined) throw new Error(`${name} was not told.`);
    const { outputs, stdout } = told.result;
    const { 'synced-after': synced = '-', 'healthy-after': healthy = '-' } = outputs;
    say(`${name}: ${told.seconds} s, synced after ${synced} s, healthy after ${healthy} s`);
    if (process.env['SHOW'] !== undefined) say(stdout);
    expect({ ...outputs, stdout }).toMatchObject(expected);
    if (says) expect(stdout).toMatch(says);
  });
});
