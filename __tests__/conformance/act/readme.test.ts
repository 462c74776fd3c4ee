import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Run } from './engine.js';
import { dispatchOf, pullRequestOf, pushOf } from './events.js';
import { World } from './world.js';

const DEV = 'fastapi-agent/overlays/dev/kustomization.yaml';
const WORKFLOW = '.github/workflows/readme.yaml';

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly jobs: Readonly<Record<string, unknown>>;
}

/** The blocks of the README that are whole workflows and run on an event, as they stand there. */
function readWorkflows(event: string): { name: string; text: string; jobs: string[] }[] {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```yaml\n(?<text>[^]*?)^```$/gm)];
  return blocks.flatMap(({ groups: { text = '' } = {} }) => {
    const workflow = parse(text) as Partial<Workflow> | null;
    const { name = '', on = {}, jobs = {} } = Array.isArray(workflow) ? {} : (workflow ?? {});
    return event in on ? [{ name, text, jobs: Object.keys(jobs) }] : [];
  });
}

let world: World;

beforeAll(async () => {
  world = await World.open();
});

afterAll(async () => {
  await world.close();
});

function expectSuccess({ jobs, succeeded }: Run, names: readonly string[]): void {
  const results = Object.entries(jobs).map(([name, { result }]) => [name, result]);
  const wanted = names.map((name) => [name, 'success']);
  expect({ succeeded, jobs: Object.fromEntries(results) as unknown }).toEqual({
    succeeded: true,
    jobs: Object.fromEntries(wanted) as unknown,
  });
}

function linesOf({ jobs }: Run): string[] {
  return Object.values(jobs).flatMap(({ lines }) => lines);
}

it.each(['push', 'pull_request', 'workflow_dispatch'])('has a workflow on %s', (event) => {
  expect(readWorkflows(event)).toHaveLength(1);
});

describe('a workflow of the README, as it stands there', () => {
  it.each(readWorkflows('pull_request'))(
    '$name: a dry run for a pull request',
    async (workflow) => {
      const head = await world.gitops.resolve('main');
      const sha = await world.push('agent/extra.py', 'EXTRA = 1\n', 'feature');
      const changes = { [WORKFLOW]: workflow.text };
      const call = { workflow: WORKFLOW, sha, changes };
      const run = await world.run({ ...call, event: pullRequestOf(sha) });
      expectSuccess(run, workflow.jobs);
      expect(linesOf(run)).toContainEqual(
        expect.stringMatching(/^Promotion: dry run, nothing was written; 1 of 1/),
      );
      const fork = await world.run({ ...call, event: pullRequestOf(sha, 'eve/repo'), secrets: {} });
      expectSuccess(fork, workflow.jobs);
      expect(linesOf(fork)).toContainEqual(
        expect.stringMatching(/^notice: .*gitops-token is empty/),
      );
      expect(await world.gitops.resolve('main')).toBe(head);
    },
  );

  it.each(readWorkflows('push'))('$name: from a push to healthy', async (workflow) => {
    const sha = await world.push('README.md', `# For ${workflow.name}\n`);
    const changes = { [WORKFLOW]: workflow.text };
    const run = await world.run({ workflow: WORKFLOW, event: pushOf(sha), sha, changes });
    expectSuccess(run, workflow.jobs);
    expect(linesOf(run)).toContainEqual(
      expect.stringMatching(/^fastapi-agent-dev: .*healthy after/),
    );
    expect(await world.gitops.git('show', `main:${DEV}`)).toContain(
      `newTag: main-${sha.slice(0, 7)}`,
    );
  });

  it.each(readWorkflows('workflow_dispatch'))(
    '$name: back to what ran before',
    async (workflow) => {
      const bad = await world.gitops.resolve('main');
      const event = dispatchOf({ to: 'previous', reason: 'answers are wrong' });
      const sha = await world.source.resolve('main');
      const changes = { [WORKFLOW]: workflow.text };
      const run = await world.run({ workflow: WORKFLOW, event, sha, changes });
      expectSuccess(run, workflow.jobs);
      expect(linesOf(run)).toContainEqual(
        expect.stringMatching(/^fastapi-agent-dev: .*healthy after/),
      );
      expect(await world.gitops.git('diff', `${bad}~1`, 'main')).toBe('');
    },
  );
});
