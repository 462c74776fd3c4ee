import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sortRoundTrips } from '../fakes/round-trips.js';
import { InstantClock } from '../fakes/time.js';
import { findFault, limitRate } from '../stand-in/faults.mjs';
import { planFaults, type PlannedFault } from '../stand-in/fault-plan.mjs';
import { validateExchanges } from '../stand-in/openapi.mjs';
import type { StandInOptions } from '../stand-in/server.mjs';
import { runInProcess } from './in-process.js';
import {
  commitFile,
  GITOPS,
  KUSTOMIZATION,
  makeTemplates,
  openScene,
  removeTemplates,
  renderKustomization,
  renderValues,
  SOURCE,
  tagOf,
  VALUES,
  type Scene,
  type Templates,
} from './scene.js';

const one = { kustomization: 'app/base', 'image-name': 'app' };
const two = { ...one, values: VALUES };

let templates: Templates;
let scene: Scene;

beforeAll(async () => {
  templates = await makeTemplates();
});

afterEach(async () => {
  await scene.close();
});

afterAll(() => {
  removeTemplates(templates);
});

async function open(options: Partial<StandInOptions> = {}): Promise<void> {
  scene = await openScene(templates, options);
}

async function openWithFaults(...planned: readonly PlannedFault[]): Promise<void> {
  await open({ onRequest: planFaults(planned).onRequest });
}

async function read(path: string, ref = 'main'): Promise<string> {
  return (await scene.gitops.readFile(ref, path)).toString();
}

/** Everything that git knows of the repository: nothing was written when it is the same. */
async function readState(): Promise<string> {
  return scene.gitops.git('for-each-ref', '--format=%(refname) %(objectname)');
}

function requestsMade(): readonly string[] {
  return scene.standIn.requests.map(({ method, path, body }) => {
    const isMutation = JSON.stringify(body ?? '').includes('mutation');
    return `${method} ${path}${isMutation ? ' (mutation)' : ''}`;
  });
}

describe('order', () => {
  async function deploy(sha: string): Promise<void> {
    await commitFile(scene.gitops.gitDir, KUSTOMIZATION, renderKustomization(tagOf(sha)));
  }

  it('goes over an older image, in three round trips', async () => {
    await open();
    const { exitCode, stdout } = await scene.promote(one);
    const { older, ours } = templates.history;
    expect(exitCode).toBe(0);
    expect(stdout).not.toContain('::warning::');
    expect(sortRoundTrips(requestsMade(), [2, 2, 1])).toEqual([
      `GET /repos/${GITOPS}/contents/app/base`,
      `GET /repos/${GITOPS}/contents/${KUSTOMIZATION}`,
      `GET /repos/${GITOPS}/commits`,
      `GET /repos/${SOURCE}/compare/${older.slice(0, 7)}...${ours}`,
      `PUT /repos/${GITOPS}/contents/${KUSTOMIZATION}`,
    ]);
    expect(validateExchanges(scene.standIn.requests)).toEqual([]);
  });

  it.each([
    { description: 'skips it', inputs: {}, run: {}, exitCode: 0, level: '::notice::' },
    { description: 'fails', inputs: { stale: 'fail' }, run: {}, exitCode: 1, level: '::error::' },
    {
      description: 'fails on workflow_dispatch',
      inputs: {},
      run: { event: 'workflow_dispatch' },
      exitCode: 1,
      level: '::error::',
      cure: 'To go back to it, set stale: allow; to go back to what was promoted before, run the step rollback (rollback-to).',
    },
    {
      description: 'fails on a re-run',
      inputs: {},
      run: { env: { GITHUB_RUN_ATTEMPT: '2' } },
      exitCode: 1,
      level: '::error::',
      cure: 'A re-run cannot set',
    },
    {
      description: 'does not fail a dry run',
      inputs: { stale: 'fail', 'dry-run': 'true' },
      run: {},
      exitCode: 0,
      level: '::notice::',
    },
  ])(
    'leaves a newer image alone: $description',
    async ({ inputs, run, exitCode, level, ...cures }) => {
      const { cure = 'start a workflow by hand (workflow_dispatch)' } = cures;
      await open();
      const { newer, ours } = templates.history;
      await deploy(newer);
      const before = await readState();
      const result = await scene.promote({ ...one, ...inputs }, run);
      expect(result.exitCode).toBe(exitCode);
      expect(result.outputs).toMatchObject({ reason: 'stale', changed: 'false' });
      expect(result.outputs['commit-sha']).toBeUndefined();
      expect(result.stdout).toContain(
        `${level}${KUSTOMIZATION} in ${GITOPS} already asks for ghcr.io/org/repo/app:${tagOf(newer)}, which is 1 commit newer than ${ours.slice(0, 7)}: nothing was promoted.`,
      );
      expect(result.stdout).toContain(cure);
      expect(result.summary).toContain('stale: allow');
      expect(await readState()).toBe(before);
    },
  );

  it('goes back with stale: allow, and what was taken back comes again by that alone', async () => {
    await open();
    const { newer, ours } = templates.history;
    await deploy(newer);
    expect((await scene.promote({ ...one, stale: 'allow' })).outputs.reason).toBe('promoted');
    expect(await read(KUSTOMIZATION)).toBe(renderKustomization(tagOf(ours)));
    const next = { image: `ghcr.io/org/repo/app:${tagOf(newer)}`, 'source-sha': newer };
    expect((await scene.promote({ ...one, ...next })).outputs.reason).toBe('rolled-back');
    const insisted = await scene.promote({ ...one, ...next, stale: 'allow' });
    expect(insisted.outputs.reason).toBe('promoted');
  });

  it('holds for all targets: one that is newer stops them all', async () => {
    await open();
    await commitFile(scene.gitops.gitDir, VALUES, renderValues(tagOf(templates.history.newer)));
    const { outputs, stdout } = await scene.promote(two);
    expect(outputs.reason).toBe('stale');
    expect(stdout).toContain(`${VALUES} in ${GITOPS} already asks for`);
    expect(await read(KUSTOMIZATION)).toBe(renderKustomization(tagOf(templates.history.older)));
  });

  it('follows the trailers where the tag names no commit', async () => {
    await open();
    const { newer, ours } = templates.history;
    const release = { image: 'ghcr.io/org/repo/app:2.0.0', 'source-sha': newer };
    await scene.promote({ ...one, ...release });
    const before = scene.standIn.requests.length;
    const older = { image: 'ghcr.io/org/repo/app:1.9.0', 'source-sha': ours };
    expect((await scene.promote({ ...one, ...older })).outputs.reason).toBe('stale');
    expect(scene.standIn.requests.length - before).toBe(4);
    const later = scene.standIn.requests.length;
    const newest = { image: 'ghcr.io/org/repo/app:3.0.0', 'source-sha': newer };
    await scene.promote({ ...one, ...newest });
    // The commit of 2.0.0 is the same, so there is nothing to compare.
    expect(scene.standIn.requests.length - later).toBe(4);
  });

  it('warns and goes on where the source repository cannot be read', async () => {
    await open();
    const { exitCode, stdout } = await scene.promote({ ...one, token: '' });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/::warning::It was not checked that .*"permissions: contents: read"/);
  });
});

describe('several files', () => {
  it('are one commit, in three round trips', async () => {
    await open();
    const { ours } = templates.history;
    const { exitCode, outputs } = await scene.promote(two);
    expect(exitCode).toBe(0);
    expect(sortRoundTrips(requestsMade(), [1, 2, 1])).toEqual([
      'POST /graphql',
      expect.stringContaining(`GET /repos/${SOURCE}/compare/`),
      'POST /graphql',
      'POST /graphql (mutation)',
    ]);
    expect(await scene.gitops.log()).toHaveLength(2);
    expect(await read(KUSTOMIZATION)).toBe(renderKustomization(tagOf(ours)));
    expect(await read(VALUES)).toBe(renderValues(tagOf(ours)));
    expect(outputs['commit-sha']).toBe(await scene.gitops.git('rev-parse', 'main'));
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({
      promotion: { targets: [{ file: KUSTOMIZATION }, { file: VALUES }] },
    });
    expect(validateExchanges(scene.standIn.requests)).toEqual([]);
  });

  it('of which one changes go through the Contents API', async () => {
    await open();
    await commitFile(scene.gitops.gitDir, VALUES, renderValues(tagOf(templates.history.ours)));
    expect((await scene.promote(two)).outputs.reason).toBe('promoted');
    expect(requestsMade().at(-1)).toBe(`PUT /repos/${GITOPS}/contents/${KUSTOMIZATION}`);
  });

  it.each([
    { description: 'commit-api: contents', inputs: { 'commit-api': 'contents' }, options: {} },
    { description: 'a server without GraphQL', inputs: {}, options: { graphql: 'none' } as const },
  ])('are refused with $description, also in a dry run', async ({ inputs, options }) => {
    await open(options);
    const before = await readState();
    for (const dry of ['false', 'true']) {
      const result = await scene.promote({ ...two, ...inputs, 'dry-run': dry });
      expect(result.exitCode).toBe(1);
      expect(result.outputs.reason).toBe('invalid-input');
      expect(result.stdout).toMatch(
        /2 (?:files )?would change \(app\/base\/kustomization\.yaml, app\/values\.yaml\)/,
      );
    }
    expect(await readState()).toBe(before);
  });
});

describe('a protected branch', () => {
  async function openProtected(protection: 'pull-request' | 'ruleset' | 'ruleset-signatures') {
    scene = await openScene(templates, {}, { protectedBranches: { main: protection } });
  }

  it.each(['pull-request', 'ruleset'] as const)(
    'with %s refuses the commit at once, and the error names mode: pull-request',
    async (protection) => {
      await openProtected(protection);
      for (const inputs of [one, two]) {
        const before = scene.standIn.requests.length;
        const { outputs, stdout } = await scene.promote(inputs);
        expect(outputs).toMatchObject({ reason: 'write-refused', changed: 'false' });
        expect(stdout).toContain('Set mode: pull-request');
        expect(scene.standIn.requests.length - before).toBe(inputs === one ? 5 : 4);
      }
    },
  );

  it('that wants signatures names commit-api: graphql, which then works', async () => {
    await openProtected('ruleset-signatures');
    const refused = await scene.promote(one);
    expect(refused.outputs.reason).toBe('write-refused');
    expect(refused.stdout).toContain('Set commit-api: graphql');
    const signed = await scene.promote({ ...one, 'commit-api': 'graphql' });
    expect(signed.outputs.reason).toBe('promoted');
  });
});

describe('a rate limit', () => {
  it('is waited for, and the wait is logged', async () => {
    await openWithFaults({ index: 3, fault: findFault('status 429, before it took effect') });
    const { outputs, stdout } = await scene.promote(one);
    expect(outputs.reason).toBe('promoted');
    expect(stdout).toMatch(/Try 1 did not succeed: .* The next one is in \d+\.\d seconds\./);
    expect(await scene.gitops.log()).toHaveLength(2);
  });

  it.each([
    { of: 'the listing and the file', failing: /\/base$/, limited: /kustomization\.yaml$/ },
    { of: 'the file and the listing', failing: /kustomization\.yaml$/, limited: /\/base$/ },
    { of: 'the comparison and the history', failing: /\/compare\//, limited: /gitops\/commits$/ },
    { of: 'the history and the comparison', failing: /gitops\/commits$/, limited: /\/compare\// },
  ])('is heard where two requests fail at once: $of', async ({ failing, limited }) => {
    await openWithFaults(
      { path: failing, fault: findFault('status 500, before it took effect') },
      { path: limited, fault: limitRate('secondary', 90) },
    );
    const clock = new InstantClock();
    const { outputs } = await scene.promote(one, { through: (call) => runInProcess(call, clock) });
    expect(outputs.reason).toBe('promoted');
    expect(clock.now()).toBeGreaterThan(60_000);
  });

  it.each(['primary', 'secondary'] as const)(
    'that is longer than retry-timeout ends the run at once, and says when to try again: %s',
    async (kind) => {
      await openWithFaults({ index: 'every', fault: limitRate(kind, 600) });
      const { outputs, stdout } = await scene.promote(one);
      expect(outputs).toMatchObject({ reason: 'unavailable', changed: 'false' });
      expect(stdout).toMatch(/Run the job again after \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/);
      // The listing and the file are asked for at the same time.
      expect(scene.standIn.requests).toHaveLength(2);
    },
  );
});

describe('a lost answer', () => {
  it.each([
    { description: 'landed', fault: 'connection dropped, after it took effect', commits: 2 },
    { description: 'did not land', fault: 'connection dropped, before it took effect', commits: 1 },
  ])('to a write that $description, and cannot be looked for', async ({ fault, commits }) => {
    const dropped = findFault('connection dropped, before it took effect');
    await openWithFaults(
      { method: 'PUT', fault: findFault(fault) },
      // The first one is the history that the guard asks for.
      ...Array.from({ length: 20 }, (_, index) => ({
        path: `/repos/${GITOPS}/commits`,
        index: index + 1,
        fault: dropped,
      })),
    );
    const { exitCode, outputs, stdout } = await scene.promote({ ...one, 'retry-timeout': '2' });
    expect(exitCode).toBe(1);
    expect(outputs.reason).toBe('outcome-unknown');
    const messages = await scene.gitops.log();
    expect(messages).toHaveLength(commits);
    const [, id] = /Promotion-Id: (\S+?)"/.exec(stdout) ?? [];
    if (commits === 2) expect(messages[0]).toContain(`Promotion-Id: ${String(id)}\n`);
  });
});

describe('a dry run', () => {
  it.each([
    { description: 'one file', inputs: one },
    { description: 'two files', inputs: two },
    { description: 'a pull request', inputs: { ...one, mode: 'pull-request' } },
  ])('of $description writes nothing anywhere, and shows the diff', async ({ inputs }) => {
    await open();
    const before = await readState();
    const { exitCode, outputs, stdout, summary } = await scene.promote({
      ...inputs,
      'dry-run': 'true',
    });
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      reason: 'dry-run',
      changed: 'false',
      'would-change': 'true',
    });
    const added = `+    newTag: "${tagOf(templates.history.ours)}" # app`;
    expect(stdout).toContain(added);
    expect(summary).toContain(added);
    expect(await readState()).toBe(before);
    const writes = requestsMade().filter((request) => !/^(?:GET |POST \/graphql$)/.test(request));
    expect(writes).toEqual([]);
  });
});

describe('text from outside', () => {
  it('forges no trailer, no workflow command and no Markdown', async () => {
    await open();
    const { stdout, summary } = await scene.promote({
      ...one,
      'commit-message': 'deploy {{image-name}}\n\n::set-output name=tag::x',
      'commit-trailers': 'Note: ::error::forged @everyone <b>',
    });
    expect(stdout.split('\n').filter((line) => line.startsWith('::error'))).toEqual([]);
    expect(summary).not.toContain('<b>');
    const [message = ''] = await scene.gitops.log();
    const trailers = await scene.gitops.git(
      'log',
      '-1',
      '--format=%(trailers:key=Image,valueonly)',
      'main',
    );
    expect(trailers.trim()).toBe(`ghcr.io/org/repo/app:${tagOf(templates.history.ours)}`);
    expect(message).toContain('\nNote: ::error::forged @everyone <b>');
  });
});
