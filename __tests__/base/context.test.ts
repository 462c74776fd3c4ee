import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { assertWorkflow, enterWorkspace, readRunnerEnvironment } from '../../src/base/context.js';
import { contextOf } from '../fakes/context.js';

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const env = {
  GITHUB_REPOSITORY: 'org/app',
  GITHUB_EVENT_NAME: 'push',
  GITHUB_SHA: sha,
  GITHUB_REF: 'refs/heads/main',
  GITHUB_WORKSPACE: '/home/runner/work/app/app',
  GITHUB_API_URL: 'https://github.example/api/v3/',
  GITHUB_SERVER_URL: 'https://github.example',
  GITHUB_RUN_ID: '7',
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'context-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function eventFile(text: string): string {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  return path;
}

describe('readRunnerEnvironment', () => {
  it('reads the context', () => {
    const GITHUB_EVENT_PATH = eventFile('{"after": "x"}');
    const DOCKER_CONFIG = '/docker';
    expect(readRunnerEnvironment({ ...env, GITHUB_EVENT_PATH, DOCKER_CONFIG }).context).toEqual({
      eventName: 'push',
      payload: { after: 'x' },
      repository: 'org/app',
      sha,
      ref: 'refs/heads/main',
      workspace: '/home/runner/work/app/app',
      apiUrl: 'https://github.example/api/v3',
      repositoryUrl: 'https://github.example/org/app',
      startedAt: expect.any(Number),
      sourceDateEpoch: '',
      runAttempt: 1,
      runUrl: 'https://github.example/org/app/actions/runs/7',
      annotationsLevels: 'manifest',
      dockerConfig: '/docker',
    });
  });

  it("finds docker's configuration in the home directory", () => {
    const { context } = readRunnerEnvironment({ ...env, DOCKER_CONFIG: '' });
    expect(context.dockerConfig).toBe(join(homedir(), '.docker'));
  });

  it('passes SOURCE_DATE_EPOCH on, for whoever needs the clock to check', () => {
    const { context } = readRunnerEnvironment({ ...env, SOURCE_DATE_EPOCH: 'today' });
    expect(context.sourceDateEpoch).toBe('today');
  });

  it('takes the time at which it starts', () => {
    const before = Date.now();
    const { startedAt } = readRunnerEnvironment(env).context;
    expect(startedAt).toBeGreaterThanOrEqual(before);
    expect(startedAt).toBeLessThanOrEqual(Date.now());
  });

  it('names the attempt of a re-run', () => {
    const { context } = readRunnerEnvironment({ ...env, GITHUB_RUN_ATTEMPT: '2' });
    expect(context).toMatchObject({
      runAttempt: 2,
      runUrl: 'https://github.example/org/app/actions/runs/7/attempts/2',
    });
  });

  it('takes GitHub as the default server', () => {
    const { GITHUB_REPOSITORY, GITHUB_EVENT_NAME, GITHUB_SHA } = env;
    const { context } = readRunnerEnvironment({ GITHUB_REPOSITORY, GITHUB_EVENT_NAME, GITHUB_SHA });
    expect(context).toMatchObject({
      apiUrl: 'https://api.github.com',
      payload: {},
      ref: '',
      workspace: process.cwd(),
    });
  });

  it('takes an empty variable as one that is not there', () => {
    const empty = Object.fromEntries(Object.keys(env).map((name) => [name, '']));
    expect(readRunnerEnvironment(empty).context).toMatchObject({
      repository: '',
      sha: '',
      apiUrl: 'https://api.github.com',
      workspace: process.cwd(),
    });
  });

  it('takes the inputs by their names in action.yml', () => {
    const { rawInputs } = readRunnerEnvironment({
      ...env,
      'INPUT_COVERAGE-MIN': '80',
      INPUT_TOKEN: ' x ',
    });
    expect([...rawInputs]).toEqual([
      ['coverage-min', '80'],
      ['token', ' x '],
    ]);
  });

  it('has no payload where it is not an object', () => {
    const GITHUB_EVENT_PATH = eventFile('[1]');
    expect(readRunnerEnvironment({ ...env, GITHUB_EVENT_PATH }).context.payload).toEqual({});
  });

  it.each([
    {
      description: 'an attempt that is no number',
      change: { GITHUB_RUN_ATTEMPT: 'two' },
      names: 'GITHUB_RUN_ATTEMPT: expected a number, got "two"',
    },
    {
      description: 'a name alone',
      change: { GITHUB_REPOSITORY: 'app' },
      names: 'GITHUB_REPOSITORY',
    },
    { description: 'half a commit', change: { GITHUB_SHA: 'a1b2c3d' }, names: 'GITHUB_SHA' },
    {
      description: 'an event with a space',
      change: { GITHUB_EVENT_NAME: 'a b' },
      names: 'GITHUB_EVENT_NAME',
    },
    {
      description: 'an event file that is not there',
      change: { GITHUB_EVENT_PATH: '/nowhere/event.json' },
      names: 'GITHUB_EVENT_PATH',
    },
  ])('refuses $description', ({ change, names }) => {
    expect(() => readRunnerEnvironment({ ...env, ...change })).toThrow(
      expect.objectContaining({
        code: 'invalid-context',
        message: expect.stringContaining(names),
      }),
    );
  });
});

describe('assertWorkflow', () => {
  it.each([
    { missing: 'GITHUB_REPOSITORY', change: { repository: '' } },
    { missing: 'GITHUB_SHA', change: { sha: '' } },
    { missing: 'GITHUB_EVENT_NAME', change: { eventName: '' } },
  ])('names $missing', ({ missing, change }) => {
    expect(() => {
      assertWorkflow(contextOf(change));
    }).toThrow(
      expect.objectContaining({
        code: 'invalid-context',
        message: expect.stringContaining(`${missing}: expected`),
      }),
    );
  });

  it('takes what every runner gives', () => {
    expect(() => {
      assertWorkflow(contextOf());
    }).not.toThrow();
  });
});

describe('enterWorkspace', () => {
  const before = process.cwd();
  afterEach(() => {
    process.chdir(before);
  });

  it('names the workspace as the system does, since globs and tools name files so', () => {
    const link = join(folder, 'link');
    symlinkSync(folder, link, 'junction');
    const context = contextOf({ workspace: link });
    const workspace = realpathSync(folder);
    expect(enterWorkspace(context)).toEqual({ ...context, workspace, workspaceLink: link });
    expect(process.cwd()).toBe(workspace);
    expect(enterWorkspace(contextOf({ workspace }))).toEqual(contextOf({ workspace }));
  });

  it('refuses what is no directory', () => {
    expect(() => {
      enterWorkspace(contextOf({ workspace: join(folder, 'nowhere') }));
    }).toThrow(expect.objectContaining({ code: 'invalid-context' }));
  });
});
