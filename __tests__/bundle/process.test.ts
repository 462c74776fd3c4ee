import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promotion, secret, withoutMasks } from '../run/example.js';
import { NODES, RUNNER_NODE, useBundle } from './nodes.js';

describe.each(NODES)('a failure of the bundle on Node.js $version', (node) => {
  const example = useBundle(node);

  it.each([
    {
      description: 'a token that is not one',
      given: { 'gitops-token': 'wrong' },
      reason: 'token-invalid',
      says: 'gitops-token: the server does not accept this token',
    },
    {
      description: 'a token of two lines',
      given: { 'gitops-token': `${secret}\nother` },
      reason: 'invalid-input',
      says: 'gitops-token: expected a token, got text with white space',
    },
    {
      description: 'YAML that is not valid',
      given: { kustomization: 'broken' },
      reason: 'invalid-yaml',
      says: 'broken/kustomization.yaml:3:1: expected YAML',
    },
    {
      description: 'a misspelt input',
      given: { kustomisation: 'fastapi-agent/base' },
      reason: 'invalid-input',
      says: 'kustomisation: there is no such input. Is kustomization meant?',
    },
  ])('$description: $reason', async ({ given, reason, says }) => {
    const { exitCode, outputs, stdout, summary } = await example.run({ ...promotion, ...given });
    expect(exitCode).toBe(1);
    expect(outputs).toMatchObject({ reason, changed: 'false' });
    const [annotation, second] = stdout.split('\n').filter((line) => line.startsWith('::error'));
    expect(second).toBeUndefined();
    expect(annotation).toMatch(says);
    expect(summary).toContain(`### Failed: ${reason}`);
    expect(await example.history()).toEqual([]);
  });

  it('masks a secret of several lines line by line', async () => {
    const { stdout } = await example.run({
      ...promotion,
      'gitops-token': 'first-line\r\nsecond-line',
    });
    expect(stdout).toContain('::add-mask::first-line\n::add-mask::second-line\n');
    expect(withoutMasks(stdout)).not.toMatch(/first-line|second-line/);
  });
});

const root = fileURLToPath(new URL('../../', import.meta.url));

// Windows has no `env`.
(process.platform === 'win32' ? it.skip : it)('runs without a runner, as the README says', () => {
  const [, command = ''] =
    /`(env INPUT_[^`]+)`/.exec(readFileSync(`${root}README.md`, 'utf8')) ?? [];
  const [program = '', ...parts] = command.split(' ');
  const env = { PATH: process.env['PATH'] };
  const printed = execFileSync(program, parts, { cwd: root, env, encoding: 'utf8' });
  expect(printed).toContain('\ncoverage=86.74\n');
});

it('declares the Node.js that it is tested on', () => {
  const action = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8');
  expect(action).toMatch(/using: node24\n {2}main: dist\/index\.js/);
  expect(RUNNER_NODE.version).toMatch(/^v24\./);
});
