import type { ActionResult } from '../../stand-in/run-action.mjs';
import { type Delivery, REPOSITORY } from './delivery.js';
import { say, secondsSince } from './stage.js';
import type { Scenario } from './verify.js';

/** How long a broken image may be there, in seconds. */
const MOST_SECONDS = 300;

/** Builds an image, promotes it, and verifies it. */
async function release(delivery: Delivery, name: string, inputs = {}): Promise<Release> {
  const { sha, tag } = await delivery.build(name);
  const image = `${REPOSITORY}:${tag}`;
  const result = await delivery.run({ steps: 'promote, verify', image, ...inputs }, sha);
  return { tag, result };
}

interface Release {
  readonly tag: string;
  readonly result: ActionResult;
}

/** What a story says that does not end as it has to. */
function assertOutputs(
  { outputs, stdout }: ActionResult,
  expected: Readonly<Record<string, string>>,
) {
  for (const [name, value] of Object.entries(expected)) {
    const given = new Map(Object.entries(outputs)).get(name);
    if (given !== value) throw new Error(`${name} is ${given}, not ${value}:\n${stdout}`);
  }
}

/** What goes back after a broken image, and how long the good one is away. */
export const ROLLBACKS: readonly Scenario[] = [
  {
    name: 'restored',
    description: 'a broken image, and a rollback to the one before it',
    play: async (delivery) => {
      const good = await release(delivery, 'good');
      assertOutputs(good.result, { 'verify-verdict': 'healthy' });
      const start = performance.now();
      const broken = await release(delivery, 'broken');
      assertOutputs(broken.result, { reason: 'unhealthy' });
      const result = await delivery.run({ steps: 'rollback, verify', 'rollback-to': 'previous' });
      await delivery.waitFor(good.tag);
      say(
        `restored: the good image is back ${secondsSince(start)} s after the broken promotion began`,
      );
      return result;
    },
    expected: { 'verify-verdict': 'healthy', 'rolled-back-commits': '1' },
    says: /ghcr\.io\/org\/app was ghcr\.io\/org\/app:broken-[0-9a-f]{7}$/m,
  },
  {
    name: 'recovered',
    description: 'a broken image, which is rolled back on its own',
    play: async (delivery) => {
      const good = await release(delivery, 'good');
      assertOutputs(good.result, { 'verify-verdict': 'healthy' });
      const start = performance.now();
      const { result } = await release(delivery, 'broken', { 'rollback-on-failure': 'true' });
      await delivery.waitFor(good.tag);
      const seconds = secondsSince(start);
      say(`recovered: the good image is back ${seconds} s after the broken promotion began`);
      if (seconds > MOST_SECONDS) throw new Error(`It took ${seconds} s.`);
      if (result.exitCode !== 1) throw new Error(`The run is green:\n${result.stdout}`);
      return result;
    },
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed', 'rolled-back-commits': '1' },
    says: /It was rolled back to ghcr\.io\/org\/app:good-[0-9a-f]{7} .* which is healthy/,
  },
];
