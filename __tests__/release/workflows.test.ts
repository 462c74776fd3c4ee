import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { listWorkflows, readWorkflow, readWorkflowText } from './workflows.js';

describe.each(listWorkflows())('%s', (name) => {
  const { jobs, permissions } = readWorkflow(name);

  it('grants nothing to a job that does not ask for it', () => {
    expect(permissions).toEqual({});
    for (const job of Object.values(jobs)) expect(job.permissions).toBeDefined();
  });

  it('ends each job that hangs', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('uses actions by their commits, with the version beside', () => {
    const uses = readWorkflowText(name).match(/^.*\buses: .*$/gm) ?? [];
    for (const line of uses) {
      expect(line).toMatch(/uses: (?:\.\/$|[\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/);
    }
  });

  it('lets no package run a script when it is installed', () => {
    const installations = readWorkflowText(name).match(/npm (?:ci|install|i)\b.*$/gm) ?? [];
    for (const command of installations) expect(command).toBe('npm ci --ignore-scripts');
  });

  it('leaves no token in a checkout', () => {
    for (const { steps } of Object.values(jobs)) {
      for (const step of steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))) {
        expect(step.with?.['persist-credentials']).toBe(false);
      }
    }
  });
});

it('runs the bundle on every system of the runners', () => {
  const { jobs } = readWorkflow('ci.yml');
  expect(jobs['bundle']?.strategy?.matrix['os']).toEqual(['windows-latest', 'macos-latest']);
  expect(jobs['bundle']?.steps.map(({ run }) => run)).toContain('npm run dist:test');
  expect(jobs['test']?.['runs-on']).toBe('ubuntu-latest');
});

it('has one version in package.json, package-lock.json and CHANGELOG.md', () => {
  const read = (name: string): string =>
    readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  const { version } = JSON.parse(read('package.json')) as { version: string };
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({
    version,
    packages: { '': { version } },
  });
  const headings = read('CHANGELOG.md').match(/^## .*$/gm) ?? [];
  expect(headings[0]).toBe('## Unreleased');
  // The date is that of the release, so it comes last.
  expect(headings[1]?.replace(/ - \d{4}-\d\d-\d\d$/, '')).toBe(`## ${version}`);
});
