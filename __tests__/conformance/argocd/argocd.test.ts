import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLLBACKS } from './rollback.js';
import { say, Stage } from './stage.js';
import { SCENARIOS } from './verify.js';

/** Those alone whose names the variable matches, while one is worked on. */
const PLAYED = [...SCENARIOS, ...ROLLBACKS].filter(({ name }) =>
  new RegExp(process.env['SCENARIO'] ?? '').test(name),
);

let stage: Stage | undefined;

beforeAll(async () => {
  stage = await Stage.open(PLAYED);
});

afterAll(async () => {
  await stage?.close();
});

describe('a real Argo CD', () => {
  it.each([...PLAYED])('$description ($name)', async ({ name, expected, says }) => {
    const told = await stage?.stories.get(name);
    if (told === undefined) throw new Error(`${name} was not played.`);
    const { outputs, stdout } = told.result;
    const { 'synced-after': synced = '-', 'healthy-after': healthy = '-' } = outputs;
    say(`${name}: ${told.seconds} s, synced after ${synced} s, healthy after ${healthy} s`);
    if (process.env['SHOW'] !== undefined) say(stdout);
    expect({ ...outputs, stdout }).toMatchObject(expected);
    if (says) expect(stdout).toMatch(says);
  });

  it('is not verified where its controller is down', async () => {
    const [delivery] = stage?.deliveries ?? [];
    if (stage === undefined || delivery === undefined) throw new Error('Nothing was played.');
    await Promise.allSettled(stage.stories.values());
    await stage.system.end('controller');
    const commit = await delivery.promote('v9');
    const { outputs, stdout } = await delivery.verify('v9', commit, { 'sync-timeout': '10' });
    expect(outputs).toMatchObject({ reason: 'not-synced', 'verify-verdict': 'failed' });
    expect(stdout).toContain('Argo CD has not answered a refresh');
  });
});
