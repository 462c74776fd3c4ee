import type { Given } from '../../fakes/inputs.js';
import type { ActionResult } from '../../stand-in/run-action.mjs';
import {
  type Delivery,
  KUSTOMIZATION,
  renderDeployment,
  renderKustomization,
  REPOSITORY,
} from './delivery.js';
import { say, secondsSince } from './stage.js';
import type { Scenario } from './verify.js';

/** How long a broken image may be there, in seconds. */
const MOST_SECONDS = 300;

/** Builds an image, promotes it, and verifies it. */
async function release(delivery: Delivery, name: string, inputs: Given = {}): Promise<Release> {
  const { sha, tag } = await delivery.build(name);
  const image = `${REPOSITORY}:${tag}`;
  const result = await delivery.run({ steps: 'promote, verify', image, ...inputs }, sha);
  return { tag, result };
}

interface Release {
  readonly tag: string;
  readonly result: ActionResult;
}

/**
 * Releases a good image and then one that is rolled back on its own.
 * @param name Of the second image, which says what becomes of it.
 * @param happens While that one is verified.
 */
async function recover(
  delivery: Delivery,
  name: string,
  inputs: Given = {},
  happens = () => Promise.resolve(),
): Promise<ActionResult> {
  const good = await release(delivery, 'good');
  assertOutputs(good.result, { 'verify-verdict': 'healthy' });
  const start = performance.now();
  const released = release(delivery, name, { 'rollback-on-failure': 'true', ...inputs });
  await happens();
  const { result } = await released;
  await delivery.waitFor(good.tag);
  const seconds = secondsSince(start);
  say(`${delivery.name}: the good image is back ${seconds} s after the promotion began`);
  if (seconds > MOST_SECONDS) throw new Error(`It took ${seconds} s.`);
  if (result.exitCode !== 1) throw new Error(`The run is green:\n${result.stdout}`);
  return result;
}

/** A Deployment of another image. */
function renderWorker(tag: string): string {
  return renderDeployment()
    .replaceAll('"agent"', '"worker"')
    .replace(`"${REPOSITORY}"`, `"ghcr.io/org/worker:${tag}"`);
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
    play: (delivery) => recover(delivery, 'broken'),
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed', 'rolled-back-commits': '1' },
    says: /It was rolled back to ghcr\.io\/org\/app:good-[0-9a-f]{7} .* which is healthy/,
  },
  {
    name: 'crashed',
    description: 'an image whose Pods crash again and again, which is rolled back on its own',
    play: (delivery) =>
      recover(delivery, 'slow', {}, async () => {
        await delivery.waitForHealth('Progressing');
        await delivery.crash();
      }),
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed', 'rolled-back-commits': '1' },
    says: /has been degraded for 60 seconds: .* It was rolled back to .*:good-[0-9a-f]{7}/,
  },
  {
    name: 'hanging',
    description: 'an image that is never ready, which is rolled back on its own at verify-timeout',
    play: (delivery) => recover(delivery, 'slow', { 'verify-timeout': '60' }),
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed', 'rolled-back-commits': '1' },
    says: /Progressing after 6\d seconds: .* It was rolled back to .*:good-[0-9a-f]{7}/,
  },
  {
    name: 'beside',
    description: 'something beside a good image that became ill, so that nothing is rolled back',
    files: {
      [KUSTOMIZATION]: renderKustomization('v0', 'deployment.yaml, worker.yaml'),
      'app/worker.yaml': renderWorker('v0'),
    },
    play: async (delivery) => {
      await delivery.commit('app/worker.yaml', renderWorker('v1-broken'));
      const { tag, result } = await release(delivery, 'good', { 'rollback-on-failure': 'true' });
      await delivery.waitFor(tag);
      return result;
    },
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed' },
    says: /Deployment\/worker is Degraded[^]*Nothing was rolled back/,
  },
  {
    name: 'ill-before',
    description: 'a broken image after a broken one, so that nothing is rolled back',
    tag: 'v0-broken',
    play: async (delivery) => {
      // Verify has to see that it was ill before.
      await delivery.waitForHealth('Degraded');
      return (await release(delivery, 'broken', { 'rollback-on-failure': 'true' })).result;
    },
    expected: { reason: 'unhealthy', 'verify-verdict': 'failed' },
    says: /Nothing was rolled back/,
  },
];
