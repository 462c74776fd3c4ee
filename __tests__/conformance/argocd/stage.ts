import type { ActionResult } from '../../stand-in/run-action.mjs';
import { type GitHubStandIn, startGitHubStandIn } from '../../stand-in/server.mjs';
import { Delivery, READER, TOKEN } from './delivery.js';
import { DeploymentController } from './deployments.js';
import { ArgoSystem } from './system.js';
import type { Scenario } from './verify.js';

/** What came of a story, and how long it took, in seconds. */
export interface Told {
  readonly result: ActionResult;
  readonly seconds: number;
}

/** A real Argo CD, what stands in for GitHub and for the cluster, and the stories that are played. */
export class Stage {
  readonly system: ArgoSystem;
  readonly deliveries: readonly Delivery[];
  /** By the names of the scenarios, side by side, since most of the time they wait. */
  readonly stories: ReadonlyMap<string, Promise<Told>>;
  readonly #github: GitHubStandIn;
  readonly #deployments: DeploymentController;

  private constructor(
    system: ArgoSystem,
    github: GitHubStandIn,
    scenarios: readonly (readonly [Scenario, Delivery])[],
  ) {
    this.system = system;
    this.#github = github;
    this.#deployments = new DeploymentController(system);
    this.deliveries = scenarios.map(([, delivery]) => delivery);
    this.stories = new Map(
      scenarios.map(([scenario, delivery]) => {
        delivery.apiUrl = github.url;
        const story = play(scenario, delivery);
        // Whoever asks for it is told.
        story.catch(() => undefined);
        return [scenario.name, story];
      }),
    );
  }

  static async open(scenarios: readonly Scenario[]): Promise<Stage> {
    const start = performance.now();
    const system = await ArgoSystem.start();
    const pairs = await Promise.all(
      scenarios.map(
        async (scenario) => [scenario, await Delivery.create(scenario, system)] as const,
      ),
    );
    const github = await startGitHub(
      system,
      pairs.map(([, delivery]) => delivery),
    );
    say(`Argo CD runs after ${secondsSince(start)} s.`);
    return new Stage(system, github, pairs);
  }

  async close(): Promise<void> {
    await this.#deployments.stop();
    await this.#github.close();
    await this.system.stop();
  }
}

function startGitHub(system: ArgoSystem, deliveries: readonly Delivery[]): Promise<GitHubStandIn> {
  const gitops = deliveries.map(({ repository }) => [repository, 'write'] as const);
  const sources = deliveries.map(({ source }) => [source, 'read'] as const);
  return startGitHubStandIn({
    root: system.folder,
    repositories: Object.fromEntries(
      deliveries.flatMap(({ repository, gitDir, source, sourceDir }) => [
        [repository, { gitDir }],
        [source, { gitDir: sourceDir }],
      ]),
    ),
    tokens: {
      [TOKEN]: { kind: 'fine-grained', login: 'bot', permissions: Object.fromEntries(gitops) },
      [READER]: { kind: 'app', login: 'ci[bot]', permissions: Object.fromEntries(sources) },
    },
  });
}

async function play(scenario: Scenario, delivery: Delivery): Promise<Told> {
  const { begins = 'deployed', tag = 'v0' } = scenario;
  if (begins !== 'never') await delivery.deploy();
  if (begins === 'deployed') await delivery.waitFor(tag, !/broken|slow/.test(tag));
  const start = performance.now();
  return { result: await scenario.play(delivery), seconds: secondsSince(start) };
}

export function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}

/** Past Jest, which would add where it is said. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
