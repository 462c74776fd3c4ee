import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { assertDelivered, runPromoteStep, type PromoteRequest } from '../../src/promote/step.js';
import type { ImageReference } from '../../src/base/image.js';
import { noChanges } from '../fakes/changes.js';
import { contextOf } from '../fakes/context.js';
import { FakeRepository } from '../fakes/gitops-repository.js';
import { coverage } from '../fakes/report.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeSource } from '../fakes/source-repository.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';

const digest = `sha256:${'ab'.repeat(32)}`;

function requestOf(image: Partial<ImageReference>, changes: Partial<PromoteRequest> = {}) {
  return {
    promote: {
      target: {
        repository: 'org/gitops',
        apiUrl: 'https://api.github.com',
        token: 'x',
        tokenInput: 'gitops-token',
        commitApi: 'auto',
      },
      sourceToken: 'y',
      stale: 'skip',
      afterRollback: 'newer',
      trigger: { isByHand: false, isRerun: false },
      targets: [{ kind: 'kustomization' as const, path: 'app/base' }],
      createMissing: false,
      commitTrailers: [],
      retryTimeout: 120,
    },
    image: { image: { repository: 'ghcr.io/org/app', ...image }, names: [], labels: [] },
    dryRun: false,
    dryRunByDefault: false,
    coverage: undefined,
    ...changes,
  } satisfies PromoteRequest;
}

/** As in a run for a pull request from a fork. */
function withoutSecrets({ promote, ...request }: PromoteRequest): PromoteRequest {
  const target = { ...promote.target, token: '', tokenInput: 'token' as const };
  return { ...request, promote: { ...promote, target } };
}

function setUp() {
  const repository = new FakeRepository('images:\n  - name: ghcr.io/org/app\n    newTag: "1"\n');
  const source = new FakeSource();
  const logger = new RecordingLogger();
  const ports = {
    logger,
    clock: new FakeClock(),
    random: new FixedRandom(),
    files: {
      find: () => Promise.resolve([]),
      open: () => {
        throw new Error('not used');
      },
      listIn: () => Promise.resolve([]),
      listAll: () => Promise.resolve([]),
    },
    changes: noChanges,
    openGitOpsRepository: () => Promise.resolve(repository),
    openSourceRepository: () => Promise.resolve(source),
    openPullRequests: () => Promise.reject(new Error('there are none')),
  };
  return { repository, logger, ports };
}

describe('runPromoteStep', () => {
  it('promotes, and tells the log what changed', async () => {
    const { repository, logger, ports } = setUp();
    const result = await runPromoteStep(requestOf({ tag: '2' }), contextOf(), ports);
    expect(result.reason).toBe('promoted');
    expect(logger.lines[0]).toBe('group: Promote ghcr.io/org/app:2');
    expect(logger.lines.at(-2)).toContain('ghcr.io/org/app was ghcr.io/org/app:1\n--- ');
    expect(logger.lines.at(-1)).toBe(`info: Commit: ${repository.commits[0]?.url ?? ''}`);
  });

  it('says when there is nothing to change', async () => {
    const { logger, ports } = setUp();
    await runPromoteStep(requestOf({ tag: '1' }), contextOf(), ports);
    expect(logger.lines[1]).toMatch(/already asks for this image\.$/);
  });

  it('hands what it knows to the audit trail', async () => {
    const { repository, ports } = setUp();
    const image = {
      image: { repository: 'ghcr.io/org/app', tag: '2' },
      names: [],
      labels: [],
      sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
      shortSha: 'a1b2c3d',
    };
    await runPromoteStep(requestOf({}, { image, coverage }), contextOf(), ports);
    expect(repository.commits[0]?.message).toMatch(/Source-Commit: a1b2c3d4[^]*Coverage: 81\.25/);
  });
});

describe('a tag that moves', () => {
  it.each(['latest', 'main', 'feature-x'])('%s is refused', async (tag) => {
    const { repository, ports } = setUp();
    const context = contextOf({ ref: 'refs/heads/feature/x' });
    await expect(runPromoteStep(requestOf({ tag }), context, ports)).rejects.toMatchObject({
      code: 'moving-tag',
    });
    expect(repository.reads).toBe(0);
  });

  it('is not taken where its digest should have been pinned and was not, but in a dry run', async () => {
    const { ports } = setUp();
    const { promote, ...request } = requestOf({ tag: 'latest' });
    const pinned = {
      ...request,
      promote: { ...promote, check: { platforms: [], pinDigest: true } },
    };
    await expect(runPromoteStep(pinned, contextOf(), ports)).rejects.toMatchObject({
      code: 'moving-tag',
    });
    const shown = await runPromoteStep({ ...pinned, dryRun: true }, contextOf(), ports);
    expect(shown.reason).toBe('dry-run');
  });

  it('is taken with a digest', async () => {
    const { ports } = setUp();
    const result = await runPromoteStep(requestOf({ tag: 'latest', digest }), contextOf(), ports);
    expect(result.reason).toBe('promoted');
  });

  it('is none where there is a digest alone', async () => {
    const { ports } = setUp();
    const result = await runPromoteStep(requestOf({ digest }), contextOf(), ports);
    expect(result.reason).toBe('promoted');
  });
});

it('refuses an image that no rule gave a tag', async () => {
  const { repository, ports } = setUp();
  await expect(runPromoteStep(requestOf({}), contextOf(), ports)).rejects.toMatchObject({
    code: 'no-image',
  });
  expect(repository.reads).toBe(0);
});

describe('a dry run', () => {
  it('writes nothing, and shows the difference', async () => {
    const { repository, logger, ports } = setUp();
    const result = await runPromoteStep(
      requestOf({ tag: '2' }, { dryRun: true }),
      contextOf(),
      ports,
    );
    expect(result).toMatchObject({ reason: 'dry-run', wouldChange: true });
    expect(repository.writes).toBe(0);
    expect(logger.lines.at(-1)).toBe('info: This is a dry run: nothing was written.');
  });

  it('nobody asked for says why it is one, and how to change that', async () => {
    const { logger, ports } = setUp();
    const dryRunReason = 'the event merge_group is of code that is not merged';
    const request = requestOf({ tag: '2' }, { dryRun: true, dryRunByDefault: true, dryRunReason });
    await runPromoteStep(request, contextOf(), ports);
    expect(logger.lines.at(-1)).toBe(
      'info: This is a dry run, because the event merge_group is of code that is not merged: nothing was written. To write all the same, set dry-run: false.',
    );
  });

  it.each(['token-invalid', 'token-forbidden', 'repository-not-found'] as const)(
    'nobody asked for goes on after %s',
    async (code) => {
      const { repository, logger, ports } = setUp();
      repository.readErrors.push(new PromoteError(code, 'it cannot be read.'));
      const request = requestOf({ tag: '2' }, { dryRun: true, dryRunByDefault: true });
      const result = await runPromoteStep(withoutSecrets(request), contextOf(), ports);
      expect(result).toEqual({
        reason: 'dry-run',
        repository: 'org/gitops',
        targets: [],
        changed: false,
      });
      expect(logger.lines.slice(-2)).toEqual([
        expect.stringMatching(/^notice: .*gitops-token is empty.*from forks.*nothing is wrong/),
        'info: Without gitops-token the server said: it cannot be read.',
      ]);
    },
  );

  it('nobody asked for does not call a secret that is there and refused right', async () => {
    const { repository, logger, ports } = setUp();
    repository.readErrors.push(new PromoteError('token-invalid', 'it has expired.'));
    const request = requestOf({ tag: '2' }, { dryRun: true, dryRunByDefault: true });
    await runPromoteStep(request, contextOf(), ports);
    expect(logger.lines.at(-1)).toBe('notice: Nothing to show: in this dry run it has expired.');
  });

  it.each([
    { description: 'that was asked for', dryRunByDefault: false, code: 'token-invalid' },
    { description: 'of another failure', dryRunByDefault: true, code: 'path-not-found' },
  ] as const)('fails $description', async ({ dryRunByDefault, code }) => {
    const { repository, ports } = setUp();
    repository.readErrors.push(new PromoteError(code, 'x'));
    const request = requestOf({ tag: '2' }, { dryRun: true, dryRunByDefault });
    await expect(runPromoteStep(request, contextOf(), ports)).rejects.toMatchObject({ code });
  });
});

describe('assertDelivered', () => {
  const result = {
    reason: 'stale',
    repository: 'org/gitops',
    targets: [],
    changed: false,
  } as const;
  const stale = { code: 'stale', message: 'a newer one is deployed.' } as const;

  it.each([
    { description: 'skips', policy: 'skip', dryRun: false, fails: false },
    { description: 'fails', policy: 'fail', dryRun: false, fails: true },
    { description: 'does not fail a dry run', policy: 'fail', dryRun: true, fails: false },
  ] as const)('of a stale one $description', ({ policy, dryRun, fails }) => {
    const logger = new RecordingLogger();
    const { promote } = requestOf({ tag: '2' });
    const request = { promote: { ...promote, stale: policy }, dryRun };
    const judge = () => {
      assertDelivered({ ...result, problem: stale }, request, logger);
    };
    if (fails) expect(judge).toThrow(stale.message);
    else judge();
    expect(logger.lines).toEqual(fails ? [] : [`notice: ${stale.message}`]);
  });

  it('fails for any other problem, and is silent without one', () => {
    const logger = new RecordingLogger();
    const request = { promote: requestOf({}).promote, dryRun: false };
    const problem = { code: 'write-refused', message: 'auto-merge: no' } as const;
    expect(() => {
      assertDelivered({ ...result, problem }, request, logger);
    }).toThrow(problem.message);
    assertDelivered(result, request, logger);
    expect(logger.lines).toEqual([]);
  });
});
