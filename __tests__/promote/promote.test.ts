import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { listTrailers } from '../../src/promote/message/trailers.js';
import { promote } from '../../src/promote/promote.js';
import type { Promotion } from '../../src/promote/model/promotion.js';
import { DEFAULT_TAG_PATH } from '../../src/promote/inputs/target.js';
import { findTrailer } from '../../src/promote/message/trailers.js';
import { FakeRepository } from '../fakes/gitops-repository.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeSource } from '../fakes/source-repository.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';

const promotion: Promotion = {
  inputs: {
    target: {
      repository: 'org/gitops',
      branch: 'main',
      apiUrl: 'https://api.github.com',
      token: 'x',
      tokenInput: 'gitops-token',
      commitApi: 'auto',
    },
    sourceToken: 'y',
    stale: 'skip',
    afterRollback: 'newer',
    trigger: { isByHand: false, isRerun: false },
    targets: [{ kind: 'kustomization', path: 'app/base', imageName: 'app' }],
    createMissing: false,
    commitTrailers: [],
    retryTimeout: 120,
  },
  image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
  dryRun: false,
  audit: {
    sourceRepository: 'org/app',
    sourceUrl: 'https://github.com/org/app',
    sourceSha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    runUrl: 'https://github.com/org/app/actions/runs/7',
  },
};

const values = { kind: 'values', path: 'values.yaml', paths: { tag: DEFAULT_TAG_PATH } } as const;

const promotionOfTwoFiles: Promotion = {
  ...promotion,
  inputs: { ...promotion.inputs, targets: [...promotion.inputs.targets, values] },
};

function kustomization(tag: string, other = '1.0.0'): string {
  return [
    'images:',
    '  - name: app',
    '    newName: ghcr.io/org/app',
    `    newTag: ${tag} # ours`,
    '  - name: other',
    `    newTag: ${other}`,
    '',
  ].join('\n');
}

function setUp(tag = 'main-0000000') {
  const repository = new FakeRepository(kustomization(tag));
  const clock = new FakeClock();
  const logger = new RecordingLogger();
  const source = new FakeSource(['0000000', promotion.audit.sourceSha ?? '']);
  const ports = { repository, source, clock, logger, random: new FixedRandom(0.5) };
  return { repository, source, clock, logger, ports };
}

describe('promote', () => {
  it('commits the patched file', async () => {
    const { repository, ports } = setUp();
    const result = await promote(promotion, ports);
    expect(repository.text).toBe(kustomization('main-a1b2c3d'));
    const [commit] = repository.commits;
    expect(result).toMatchObject({ reason: 'promoted', wouldChange: true, commit });
    expect(result.targets).toMatchObject([
      {
        file: 'app/base/kustomization.yaml',
        imageName: 'app',
        previousImage: { repository: 'ghcr.io/org/app', tag: 'main-0000000' },
      },
    ]);
    expect(commit?.message).toMatch(/^chore\(app\): promote main-0000000 -> main-a1b2c3d\n/);
    expect([repository.reads, repository.writes]).toEqual([1, 1]);
  });

  it('commits several targets of one file at once', async () => {
    const { repository, ports } = setUp();
    const [target] = promotion.inputs.targets;
    const other = { kind: 'kustomization', path: 'app/base', imageName: 'other' } as const;
    const targets = target === undefined ? [] : [target, other];
    const result = await promote({ ...promotion, inputs: { ...promotion.inputs, targets } }, ports);
    expect(result.targets.map(({ imageName }) => imageName)).toEqual(['app', 'other']);
    expect(repository.commits).toHaveLength(1);
    expect(repository.text).toContain('  - name: other\n    newName: ghcr.io/org/app\n');
  });

  it('commits several files at once', async () => {
    const { repository, ports } = setUp();
    repository.others.set('values.yaml', 'image: {tag: main-0000000}\n');
    const result = await promote(promotionOfTwoFiles, ports);
    expect(result).toMatchObject({ reason: 'promoted', changed: true });
    expect(repository.others.get('values.yaml')).toBe('image: {tag: main-a1b2c3d}\n');
    expect(repository.text).toBe(kustomization('main-a1b2c3d'));
    expect([repository.reads, repository.writes]).toEqual([1, 1]);
    expect(repository.commits).toHaveLength(1);
  });

  it.each([{ dryRun: true }, { dryRun: false }])(
    'ends at what cannot be committed at once, dry run: $dryRun',
    async ({ dryRun }) => {
      const { repository, source, ports } = setUp();
      repository.others.set('values.yaml', 'image: {tag: main-0000000}\n');
      repository.refusal = new PromoteError('invalid-input', 'two files.');
      expect(await promote({ ...promotionOfTwoFiles, dryRun }, ports)).toMatchObject({
        reason: 'failed',
        wouldChange: true,
        problem: { code: 'invalid-input', message: 'two files.' },
      });
      expect([repository.writes, source.compared]).toEqual([0, []]);
    },
  );

  it('commits nothing when nothing has to change, and names the head', async () => {
    const { repository, ports } = setUp('main-a1b2c3d');
    repository.push(repository.text, 'by somebody else');
    const result = await promote(promotion, ports);
    expect(repository.writes).toBe(0);
    expect(result).toMatchObject({ reason: 'unchanged', wouldChange: false });
    expect(result.commit).toEqual(repository.commits[0]);
  });

  it('does without the head where it cannot be read', async () => {
    const { repository, ports } = setUp('main-a1b2c3d');
    repository.readNewestCommits = () => Promise.reject(new PromoteError('path-not-found', 'no'));
    const result = await promote(promotion, ports);
    expect(result.reason).toBe('unchanged');
    expect(result.commit).toBeUndefined();
  });

  it.each([
    { description: 'a difference', tag: 'main-0000000', wouldChange: true },
    { description: 'no difference', tag: 'main-a1b2c3d', wouldChange: false },
  ])('writes nothing in a dry run with $description', async ({ tag, wouldChange }) => {
    const { repository, ports } = setUp(tag);
    const result = await promote({ ...promotion, dryRun: true }, ports);
    expect(repository.writes).toBe(0);
    expect(result).toMatchObject({ reason: 'dry-run', wouldChange });
    expect(result.commit).toBeUndefined();
  });
});

describe('promote against another writer', () => {
  it('reads and patches again, so that both changes survive', async () => {
    const { repository, clock, ports } = setUp();
    repository.beforeWrite = () => {
      repository.beforeWrite = () => undefined;
      repository.push(kustomization('main-0000000', '2.0.0'), 'other -> 2.0.0');
    };
    const result = await promote(promotion, ports);
    expect(result.reason).toBe('promoted');
    expect(repository.text).toBe(kustomization('main-a1b2c3d', '2.0.0'));
    expect(repository.commits).toHaveLength(2);
    expect(clock.sleeps).toEqual([1500]);
  });

  it('finds its own commit where it was refused all the same', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('conflict-landed');
    const result = await promote(promotion, ports);
    expect(result).toMatchObject({
      reason: 'promoted',
      changed: true,
      wouldChange: true,
      commit: repository.commits[0],
      targets: [{ previousImage: { tag: 'main-0000000' } }],
    });
    expect(repository.commits).toHaveLength(1);
  });

  it('gives up when the time is used up, and says that nothing was written', async () => {
    const { repository, clock, logger, ports } = setUp();
    repository.faults.push(...new Array<'conflict'>(1000).fill('conflict'));
    expect(await promote(promotion, ports)).toMatchObject({
      reason: 'failed',
      changed: false,
      targets: [{ previousImage: { tag: 'main-0000000' } }],
      problem: {
        code: 'conflict',
        message: expect.stringMatching(
          /retry-timeout \(120 seconds\), and nothing was: stale blob/,
        ),
      },
    });
    expect(clock.now()).toBeLessThan(120_000);
    expect(logger.lines).toContain(
      'info: Try 2 did not succeed: stale blob. The next one is in 3.0 seconds.',
    );
    expect(repository.commits).toEqual([]);
  });
});

describe('promote against a newer run', () => {
  const newer = 'ccccccc3'.repeat(5);

  function setUpNewer(deployed: string) {
    const parts = setUp(deployed);
    const source = new FakeSource(['0000000', promotion.audit.sourceSha ?? '', newer]);
    return { ...parts, source, ports: { ...parts.ports, source } };
  }

  it.each([{ dryRun: true }, { dryRun: false }])(
    'writes nothing over a newer image, and says which it is; dry run: $dryRun',
    async ({ dryRun }) => {
      const { repository, ports } = setUpNewer('main-ccccccc');
      const result = await promote({ ...promotion, dryRun }, ports);
      expect(result).toMatchObject({
        reason: 'stale',
        changed: false,
        problem: {
          code: 'stale',
          message:
            'app/base/kustomization.yaml in org/gitops already asks for ghcr.io/org/app:main-ccccccc, which is 1 commit newer than a1b2c3d: nothing was promoted. To go back, start a workflow by hand (workflow_dispatch), with the step rollback (rollback-to), or with stale: allow for this commit.',
        },
      });
      expect(result.commit).toBeUndefined();
      expect(repository.writes).toBe(0);
    },
  );

  it('goes back on demand, and says what that takes back', async () => {
    const { repository, source, ports } = setUpNewer('main-ccccccc');
    const inputs = { ...promotion.inputs, stale: 'allow' } as const;
    expect(await promote({ ...promotion, inputs }, ports)).toMatchObject({ reason: 'promoted' });
    expect(repository.text).toBe(kustomization('main-a1b2c3d'));
    expect(listTrailers(repository.commits[0]?.message ?? '', 'Rolled-Back-Commit')).toEqual([
      newer,
    ]);
    expect(source.compared).toEqual([`ccccccc...${promotion.audit.sourceSha ?? ''}`]);
  });

  it('looks again in every try: the newer run that came in between wins', async () => {
    const { repository, ports } = setUpNewer('main-0000000');
    repository.beforeWrite = () => {
      repository.push(kustomization('main-ccccccc'), 'the newer run');
    };
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'stale', changed: false });
    expect(repository.text).toBe(kustomization('main-ccccccc'));
    expect(repository.writes).toBe(1);
  });

  it('does not write while the commits are not compared, and says how to go on', async () => {
    const { repository, source, clock, ports } = setUpNewer('main-0000000');
    const message = 'no order. To promote without knowing, set stale: allow.';
    source.answers.set(
      '0000000',
      new PromoteError('order-unknown', message, { isTransient: true }),
    );
    expect(await promote(promotion, ports)).toMatchObject({
      reason: 'failed',
      problem: { code: 'order-unknown', message: expect.stringContaining('set stale: allow') },
    });
    expect(repository.writes).toBe(0);
    expect(clock.now()).toBeGreaterThan(100_000);
    source.answers.clear();
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'promoted' });
  });

  it('does not write while it cannot compare', async () => {
    const { repository, source, ports } = setUpNewer('main-0000000');
    source.answers.set('0000000', new PromoteError('unavailable', '502.'));
    expect(await promote(promotion, ports)).toMatchObject({ problem: { code: 'unavailable' } });
    expect(repository.writes).toBe(0);
  });
});

describe('promote at a rate limit', () => {
  function limitFor(seconds: number, now: number): PromoteError {
    return new PromoteError('unavailable', 'The rate limit is used up.', {
      isLimit: true,
      retryAt: now + seconds * 1000,
    });
  }

  it('waits for as long as the server says, and says so', async () => {
    const { repository, clock, logger, ports } = setUp();
    repository.readErrors.push(limitFor(60, clock.date()));
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'promoted' });
    expect(clock.sleeps).toEqual([90_000]);
    expect(logger.lines).toContain(
      'info: Try 1 did not succeed: The rate limit is used up. The next one is in 90.0 seconds.',
    );
  });

  it('fails at once when it would take too long, and says when to try again', async () => {
    const { repository, clock, ports } = setUp();
    repository.readErrors.push(limitFor(600, clock.date()));
    await expect(promote(promotion, ports)).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringContaining('Run the job again after 2026-01-01T00:10:00Z'),
    });
    expect(clock.sleeps).toEqual([]);
  });
});

describe('promote when answers are lost', () => {
  it('finds its own commit and does not write again', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost-landed');
    const result = await promote(promotion, ports);
    expect(result).toMatchObject({
      reason: 'promoted',
      wouldChange: true,
      targets: [{ previousImage: { tag: 'main-0000000' } }],
    });
    expect(result.commit).toEqual(repository.commits[0]);
    expect(repository.writes).toBe(1);
  });

  it('finds it also behind commits of others', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost-landed');
    const clockSleep = ports.clock.sleep.bind(ports.clock);
    ports.clock.sleep = (milliseconds) => {
      repository.push(kustomization('main-fffffff'), 'a newer one');
      return clockSleep(milliseconds);
    };
    const result = await promote(promotion, ports);
    expect(result.commit).toEqual(repository.commits[0]);
    expect(repository.text).toBe(kustomization('main-fffffff'));
    expect(repository.writes).toBe(1);
  });

  it('writes again when the commit is not there', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost', 'lost');
    const result = await promote(promotion, ports);
    expect(result.reason).toBe('promoted');
    expect(repository.commits).toHaveLength(1);
    expect(repository.writes).toBe(3);
  });

  it('tells the real failure when it has looked and the commit is not shown', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost');
    const refused = new PromoteError('write-refused', 'the branch is protected.');
    const commitFiles = repository.commitFiles.bind(repository);
    repository.commitFiles = (...asked) =>
      repository.writes > 0 ? Promise.reject(refused) : commitFiles(...asked);
    expect(await promote(promotion, ports)).toMatchObject({
      reason: 'failed',
      mayHaveLanded: true,
      problem: {
        code: 'write-refused',
        message: `the branch is protected. A write before that got no answer, and its commit was not seen: whether it landed is not known. Look for a commit with the trailer "Promotion-Id: ${ports.random.uuid()}" in the GitOps repository.`,
      },
    });
  });

  it.each([
    { description: 'landed', fault: 'lost-landed', reason: 'promoted', commits: 1 },
    { description: 'did not land', fault: 'lost', reason: 'failed', commits: 0 },
  ] as const)(
    'looks once more when no time is left: it $description',
    async ({ fault, reason, commits }) => {
      const { repository, ports } = setUp();
      repository.faults.push(fault);
      const inputs = { ...promotion.inputs, retryTimeout: 0 };
      const result = await promote({ ...promotion, inputs }, ports);
      expect(result).toMatchObject({ reason, changed: reason === 'promoted' });
      expect(result.problem?.code).toBe(reason === 'failed' ? 'outcome-unknown' : undefined);
      expect([repository.commits.length, repository.writes]).toEqual([commits, 1]);
    },
  );

  it('does not say that nothing was written where what it reads may be older', async () => {
    const { repository, ports } = setUp();
    const stale = await repository.readFiles([{ kind: 'kustomization', path: 'app/base' }]);
    repository.faults.push('lost-landed');
    repository.readFiles = () => Promise.resolve(stale);
    repository.readNewestCommits = () => Promise.resolve([]);
    const result = await promote(promotion, ports);
    expect(result).toMatchObject({ reason: 'failed', problem: { code: 'outcome-unknown' } });
    expect(result.problem?.message).not.toContain('and nothing was');
    expect(result.problem?.message).toContain(`Promotion-Id: ${ports.random.uuid()}`);
    expect(repository.commits).toHaveLength(1);
  });

  it('does not name another commit where the list of commits is behind the files', async () => {
    const { repository, ports } = setUp();
    repository.push(kustomization('main-0000000'), 'before');
    repository.faults.push('lost-landed');
    const before = [...repository.commits];
    repository.readNewestCommits = () => Promise.resolve(before);
    const result = await promote(promotion, ports);
    expect(result).toMatchObject({ reason: 'failed', problem: { code: 'outcome-unknown' } });
    expect(result.commit).toBeUndefined();
  });

  it('finds nothing to change where another promotion of the image was faster', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost');
    const clockSleep = ports.clock.sleep.bind(ports.clock);
    ports.clock.sleep = (milliseconds) => {
      const image = 'Image: ghcr.io/org/app:main-a1b2c3d\nPromotion-Id: another';
      repository.push(kustomization('main-a1b2c3d'), `another run\n\n${image}\n`);
      return clockSleep(milliseconds);
    };
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'unchanged', changed: false });
  });

  it('does not look for it before the server allows it', async () => {
    const { repository, clock, ports } = setUp();
    const retryAt = clock.date() + 600_000;
    let looks = 0;
    repository.commitFiles = () => {
      looks = 0;
      return Promise.resolve({ outcome: 'lost', detail: '503.', retryAt });
    };
    repository.readNewestCommits = () => {
      looks += 1;
      return Promise.resolve([]);
    };
    expect(await promote(promotion, ports)).toMatchObject({ problem: { code: 'outcome-unknown' } });
    expect(looks).toBe(0);
  });

  it('finds it also where the file is gone by then', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost-landed');
    const readFiles = repository.readFiles.bind(repository);
    repository.readFiles = (requests) =>
      repository.writes > 0
        ? Promise.reject(new PromoteError('path-not-found', 'gone.'))
        : readFiles(requests);
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'promoted', changed: true });
  });

  it('finds it where the list of commits lags behind', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost-landed');
    const readNewestCommits = repository.readNewestCommits.bind(repository);
    let looks = 0;
    repository.readNewestCommits = (count) => {
      looks += 1;
      return looks === 1 ? Promise.resolve([]) : readNewestCommits(count);
    };
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'promoted', changed: true });
    expect(repository.writes).toBe(1);
  });

  it('finds it also where a newer one stands over it by then', async () => {
    const { repository, source, ports } = setUp();
    source.answers.set('b'.repeat(7), { relation: 'behind', commits: 1 });
    repository.faults.push('lost-landed');
    const readNewestCommits = repository.readNewestCommits.bind(repository);
    let looks = 0;
    repository.readNewestCommits = (count) => {
      looks += 1;
      if (looks > 1) return readNewestCommits(count);
      repository.push(kustomization(`main-${'b'.repeat(7)}`), 'a newer run');
      return Promise.resolve([]);
    };
    const result = await promote(promotion, ports);
    expect(result).toMatchObject({ reason: 'promoted', changed: true });
    expect(result.commit).toEqual(repository.commits[0]);
    expect(repository.text).toBe(kustomization(`main-${'b'.repeat(7)}`));
  });

  it('says that the outcome is unknown when it cannot look', async () => {
    const { repository, ports } = setUp();
    repository.faults.push('lost');
    const refused = new PromoteError('token-invalid', 'the token was revoked.');
    repository.readNewestCommits = () => Promise.reject(refused);
    expect(await promote(promotion, ports)).toMatchObject({
      reason: 'failed',
      problem: {
        code: 'outcome-unknown',
        message: expect.stringContaining(`Promotion-Id: ${ports.random.uuid()}`),
      },
    });
  });

  it('waits for as long as the server says before the next write', async () => {
    const { repository, clock, ports } = setUp();
    const commitFiles = repository.commitFiles.bind(repository);
    repository.commitFiles = () => {
      repository.commitFiles = commitFiles;
      const retryAt = clock.date() + 20_000;
      return Promise.resolve({ outcome: 'lost', detail: '503.', retryAt });
    };
    expect(await promote(promotion, ports)).toMatchObject({ reason: 'promoted' });
    expect(clock.sleeps).toEqual([20_125]);
  });
});

describe('promote when reading fails', () => {
  it('tries again while the server is not available', async () => {
    const { repository, ports } = setUp();
    repository.readErrors.push(new PromoteError('unavailable', 'The server answered 502.'));
    await expect(promote(promotion, ports)).resolves.toMatchObject({ reason: 'promoted' });
    expect(repository.reads).toBe(2);
  });

  it('gives up when the server is not available for too long', async () => {
    const { repository, ports } = setUp('main-a1b2c3d');
    repository.readNewestCommits = () => Promise.reject(new PromoteError('unavailable', '502.'));
    expect(await promote(promotion, ports)).toMatchObject({
      problem: {
        code: 'unavailable',
        message: expect.stringContaining(
          'within retry-timeout (120 seconds), and nothing was: 502.',
        ),
      },
    });
  });

  it.each([
    { description: 'a refusal', error: new PromoteError('token-invalid', 'no') },
    { description: 'a defect', error: new TypeError('boom') },
  ])('ends at once on $description', async ({ error }) => {
    const { repository, ports } = setUp();
    repository.readErrors.push(error);
    await expect(promote(promotion, ports)).rejects.toBe(error);
    expect([repository.reads, repository.writes]).toEqual([1, 0]);
  });
});

it('gives every promotion an id of its own', async () => {
  const { repository, ports } = setUp();
  await promote(promotion, ports);
  const message = repository.commits[0]?.message ?? '';
  expect(findTrailer(message, 'Promotion-Id')).toBe(ports.random.uuid());
});

describe('a tag that is there already', () => {
  const old = 'b'.repeat(40);
  const recorded = (image: string, sha = old) =>
    `chore: x\n\nSource-Commit: ${sha}\nImage: ${image}\n`;
  const ask = (tag: string, changes: Partial<Promotion> = {}) => ({
    ...promotion,
    image: { ...promotion.image, tag },
    ...changes,
  });

  it.each([
    { description: 'a build number', tag: '"42"' },
    { description: 'a version', tag: '1.2.3' },
    { description: 'a dry run', tag: '"42"', changes: { dryRun: true } },
  ])(
    'has moved where another commit was promoted with it: $description',
    async ({ tag, changes }) => {
      const { repository, ports } = setUp(tag);
      const plain = tag.replaceAll('"', '');
      repository.push(repository.text, recorded(`ghcr.io/org/app:${plain}`));
      const result = await promote(ask(plain, changes), ports);
      expect(result.problem).toMatchObject({
        code: 'moving-tag',
        message: expect.stringContaining(
          'promoted for commit bbbbbbb, and this run promotes a1b2c3d',
        ),
      });
      expect(repository.writes).toBe(0);
    },
  );

  it.each([
    { description: 'the same commit', sha: promotion.audit.sourceSha },
    { description: 'another image of the file', image: 'other:1' },
    { description: 'a digest', digest: `sha256:${'ab'.repeat(32)}` },
    {
      description: 'a commit that is not known',
      audit: { ...promotion.audit, sourceSha: undefined },
    },
  ])(
    'is unchanged for $description',
    async ({ sha, image = 'ghcr.io/org/app:42', digest, audit }) => {
      const { repository, ports } = setUp(digest === undefined ? '"42"' : `"42@${digest}"`);
      repository.push(repository.text, recorded(image, sha));
      const asked = ask('42', {
        ...(audit && { audit }),
        image: { ...promotion.image, tag: '42', digest },
      });
      expect((await promote(asked, ports)).reason).toBe('unchanged');
    },
  );
});

describe('a commit that the tag abbreviates', () => {
  const sha = promotion.audit.sourceSha ?? '';
  const abbreviated = { commit: 'a1b2c3d', shortShaLength: 8 };
  const asked = { ...promotion, abbreviated, audit: { ...promotion.audit, sourceSha: undefined } };

  it('is completed beside the first read, and recorded', async () => {
    const { repository, source, ports } = setUp();
    const result = await promote(asked, ports);
    expect(result.reason).toBe('promoted');
    expect(repository.commits.at(-1)?.message).toContain(`Source-Commit: ${sha}\n`);
    expect(source.resolved).toEqual(['a1b2c3d']);
    expect(source.compared).toEqual([`0000000...${sha}`]);
  });

  it('keeps an older image from going over a newer one', async () => {
    const { ports } = setUp('main-1111111');
    const source = new FakeSource([sha, '1111111']);
    const result = await promote(asked, { ...ports, source });
    expect(result).toMatchObject({ reason: 'stale', changed: false });
  });

  it('is none where the source repository has no such commit', async () => {
    const { repository, logger, ports } = setUp();
    const result = await promote(asked, { ...ports, source: new FakeSource() });
    expect(result.reason).toBe('promoted');
    expect(repository.commits.at(-1)?.message).not.toContain('Source-Commit');
    expect(logger.lines.join('\n')).toContain('its commit is not known');
  });

  it('is asked for once, and again where the server did not answer', async () => {
    const { repository, source, ports } = setUp();
    repository.faults.push('conflict');
    const failing = [new PromoteError('unavailable', 'no')];
    const resolve = source.resolveCommit.bind(source);
    source.resolveCommit = (commit) => {
      const error = failing.pop();
      return error === undefined ? resolve(commit) : Promise.reject(error);
    };
    expect((await promote(asked, ports)).reason).toBe('promoted');
    expect(source.resolved).toEqual(['a1b2c3d']);
  });
});
