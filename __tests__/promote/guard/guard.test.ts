import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../../src/base/errors.js';
import { OrderGuard } from '../../../src/promote/guard/guard.js';
import type { GuardPolicy } from '../../../src/promote/guard/explain.js';
import type { TargetResult } from '../../../src/promote/model/result.js';
import type { ImageReference } from '../../../src/base/image.js';
import type { Comparison } from '../../../src/ports/runner.js';
import { FakeRepository } from '../../fakes/gitops-repository.js';
import { RecordingLogger } from '../../fakes/logger.js';
import { FakeSource } from '../../fakes/source-repository.js';

const OLDER = 'aaaaaaa1'.repeat(5);
const OURS = 'bbbbbbb2'.repeat(5);
const NEWER = 'ccccccc3'.repeat(5);
const DIGEST = `sha256:${'ab'.repeat(32)}`;
const DATE = '2026010199'.repeat(4);
const image = { repository: 'ghcr.io/org/app', tag: `main-${OURS.slice(0, 7)}` };

const POLICY: GuardPolicy = {
  stale: 'skip',
  afterRollback: 'newer',
  trigger: { isByHand: false, isRerun: false },
};

function setUp(sourceSha: string | undefined = OURS, policy: Partial<GuardPolicy> = {}) {
  const source = new FakeSource([OLDER, OURS, NEWER, DATE]);
  const repository = new FakeRepository('');
  const logger = new RecordingLogger();
  const commit = { sourceRepository: 'org/app', ...(sourceSha !== '' && { sourceSha }) };
  return {
    source,
    repository,
    logger,
    guard: new OrderGuard(commit, { ...POLICY, ...policy }, { source, repository, logger }),
  };
}

/** What keeps the promotion back, as a number of commits. */
async function findNewer(guard: OrderGuard, targets: readonly TargetResult[]) {
  const { problem } = await guard.judge(targets);
  if (problem === undefined) return undefined;
  expect(problem.code).toBe('stale');
  const [, file, commits] = /^(\S+) .* is (\d+) commits? newer/.exec(problem.message) ?? [];
  return { file, commits: Number(commits) };
}

function targetOf(previous: Partial<ImageReference> | undefined, file = 'app.yaml'): TargetResult {
  const previousImage = previous && { repository: 'ghcr.io/org/app', ...previous };
  return {
    file,
    place: 'app',
    imageName: 'app',
    image,
    ...(previousImage && { previousImage }),
    changes: [{ path: 'images[0].newTag', before: 'x', after: image.tag }],
    diff: '-x\n+y\n',
  };
}

function deployedBy(tag: string, sha: string, repository = 'org/app'): string {
  return `chore: x\n\nSource-Repository: ${repository}\nSource-Commit: ${sha}\nImage: ghcr.io/org/app:${tag}\n`;
}

describe('the commit behind the deployed image', () => {
  it.each([
    { description: 'newer', tag: `main-${NEWER.slice(0, 7)}`, commits: 1 },
    { description: 'newer, as the whole tag', tag: NEWER, commits: 1 },
    {
      description: 'newer, in upper case',
      tag: `main-${NEWER.slice(0, 9).toUpperCase()}`,
      commits: 1,
    },
    { description: 'older', tag: `main-${OLDER.slice(0, 7)}`, commits: undefined },
    { description: 'of digits alone, newer', tag: `main-${DATE.slice(0, 8)}`, commits: 2 },
  ])('is $description by the tag', async ({ tag, commits }) => {
    const { guard, source, logger } = setUp();
    const newer = await findNewer(guard, [targetOf({ tag })]);
    expect(newer?.commits).toBe(commits);
    expect(source.compared).toHaveLength(1);
    expect(logger.lines).toEqual([]);
  });

  it.each([
    { tag: '1.2.3', sha: NEWER, commits: 1, compared: 1 },
    { tag: '1.2.3', sha: OLDER, commits: undefined, compared: 1 },
    // Digits are a date more often than a commit, so what the promotion told comes first.
    { tag: 'main-20260101', sha: NEWER, commits: 1, compared: 1 },
    // The tag looks like a commit, but the source repository has none of that name.
    { tag: 'main-deadbee', sha: NEWER, commits: 1, compared: 2 },
  ])('is what the promotion of $tag told: $sha', async ({ tag, sha, commits, compared }) => {
    const { guard, source, repository, logger } = setUp();
    repository.push('', deployedBy(tag, sha));
    repository.push('', deployedBy('another', OLDER));
    expect((await findNewer(guard, [targetOf({ tag })]))?.commits).toBe(commits);
    expect(source.compared).toHaveLength(compared);
    expect(logger.lines).toEqual([]);
  });

  it.each([
    { description: 'the full name of a commit that the tag abbreviates', tag: NEWER.slice(0, 7) },
    { description: 'the commit of a tag', tag: 'v1' },
  ])('is $description, also where only the full name is known', async ({ tag }) => {
    const { guard, source, repository } = setUp();
    const absent = { relation: 'unknown', cause: 'absent', detail: '404' } as const;
    source.answers.set(NEWER.slice(0, 7), absent);
    repository.push('', deployedBy(tag, NEWER));
    expect((await findNewer(guard, [targetOf({ tag })]))?.commits).toBe(1);
  });

  describe('whose abbreviation is also the name of a branch or tag', () => {
    const tag = `main-${NEWER.slice(0, 7)}`;
    const another = { relation: 'unknown', cause: 'another', detail: 'a branch' } as const;

    it.each([
      { description: 'is what its promotion told', told: NEWER, resolved: [] },
      { description: 'is the commit that has it', told: undefined, resolved: [NEWER.slice(0, 7)] },
      { description: 'is not another one', told: OLDER, resolved: [NEWER.slice(0, 7)] },
    ])('$description', async ({ told, resolved }) => {
      const { guard, source, repository, logger } = setUp();
      source.answers.set(NEWER.slice(0, 7), another);
      if (told !== undefined) repository.push('', deployedBy(tag, told));
      expect((await findNewer(guard, [targetOf({ tag })]))?.commits).toBe(1);
      expect(source.resolved).toEqual(resolved);
      expect(logger.lines).toEqual([]);
    });

    it('stands in the way of an order where no commit is known by it', async () => {
      const { guard, source } = setUp();
      source.answers.set('deadbee', another);
      await expect(findNewer(guard, [targetOf({ tag: 'main-deadbee' })])).rejects.toMatchObject({
        code: 'order-unknown',
        isTransient: false,
        message: expect.stringMatching(/deadbee: a branch or tag of org\/app .*stale: allow\.$/),
      });
    });

    it('is the commit that has it, also where it is of digits alone', async () => {
      const { guard, source, logger } = setUp();
      const name = DATE.slice(0, 8);
      source.answers.set(name, another);
      expect((await findNewer(guard, [targetOf({ tag: `main-${name}` })]))?.commits).toBe(2);
      expect(source.resolved).toEqual([name]);
      expect(logger.lines).toEqual([]);
    });

    it('is a warning where it may be a date, and no commit has it', async () => {
      const { guard, source, logger } = setUp();
      source.answers.set('20251231', another);
      expect(await findNewer(guard, [targetOf({ tag: 'main-20251231' })])).toBeUndefined();
      expect(logger.lines).toEqual([expect.stringContaining('): a branch.')]);
    });
  });

  it('asks for the commits of all files at once, and once a try', async () => {
    const { guard, repository } = setUp();
    const asked: (readonly string[])[] = [];
    const read = repository.readFileHistories.bind(repository);
    repository.readFileHistories = (paths, count) => {
      asked.push(paths);
      return read(paths, count);
    };
    const targets = ['a.yaml', 'b.yaml', 'a.yaml'].map((file) => targetOf({ tag: 'v1' }, file));
    await findNewer(guard, targets);
    expect(asked).toEqual([['a.yaml', 'b.yaml']]);
  });

  it.each([
    { description: 'a tag alone', previous: { tag: 'v2' } },
    { description: 'a digest alone', previous: { digest: DIGEST } },
    { description: 'both', previous: { tag: 'v2', digest: DIGEST } },
  ])('is told by the promotion also where the target holds $description', async ({ previous }) => {
    const { guard, repository } = setUp();
    repository.push('', deployedBy(`v2@${DIGEST}`, NEWER));
    expect((await findNewer(guard, [targetOf(previous)]))?.commits).toBe(1);
  });

  it('is the one that stood in the place of the promoted one', async () => {
    const { guard } = setUp();
    const changes = [{ path: 'version', before: NEWER, after: OURS }];
    expect((await findNewer(guard, [{ ...targetOf(undefined), changes }]))?.commits).toBe(1);
  });
});

describe('what needs no comparison', () => {
  it.each([
    { description: 'the same image', target: targetOf(image) },
    { description: 'another tag of the same commit', target: targetOf({ tag: OURS.slice(0, 9) }) },
    {
      description: 'a target without a change',
      target: { ...targetOf({ tag: 'v1' }), changes: [] },
    },
    {
      description: 'an entry that is new',
      target: { ...targetOf(undefined), changes: [{ path: 'images[0].newTag', after: 'x' }] },
    },
  ])('$description', async ({ target }) => {
    const { guard, source, logger } = setUp();
    expect(await findNewer(guard, [target])).toBeUndefined();
    expect([source.compared, logger.lines]).toEqual([[], []]);
  });

  it('two targets with the same image, and a second try', async () => {
    const { guard, source } = setUp();
    const tag = `main-${OLDER.slice(0, 7)}`;
    await findNewer(guard, [targetOf({ tag }), targetOf({ tag }, 'other.yaml')]);
    await findNewer(guard, [targetOf({ tag })]);
    expect(source.compared).toHaveLength(1);
  });
});

describe('several targets', () => {
  it('are stale when one is', async () => {
    const { guard } = setUp();
    const older = targetOf({ tag: OLDER });
    const newer = targetOf({ tag: NEWER }, 'prod.yaml');
    expect(await findNewer(guard, [older, newer])).toEqual({ file: 'prod.yaml', commits: 1 });
  });
});

describe('what cannot be told is a warning, and goes on', () => {
  const tag = OLDER;

  it.each([
    {
      description: 'diverged',
      answer: { relation: 'diverged' } as const,
      says: 'have diverged in org/app: neither is newer',
    },
    {
      description: 'a token that may not read',
      answer: { relation: 'unknown', cause: 'forbidden', detail: 'it may not' } as const,
      says: 'It was not checked that this image is newer than the deployed one (app.yaml asks for',
    },
    {
      description: 'a token that cannot see',
      answer: { relation: 'unknown', cause: 'absent', detail: 'it cannot' } as const,
      says: '): it cannot.',
    },
    {
      description: 'another history',
      answer: { relation: 'unknown', cause: 'unrelated', detail: 'strangers' } as const,
      says: '): strangers.',
    },
  ])('$description', async ({ answer, says }) => {
    const { guard, source, logger } = setUp();
    source.answers.set(tag, answer);
    expect(await findNewer(guard, [targetOf({ tag })])).toBeUndefined();
    expect(await findNewer(guard, [targetOf({ tag })])).toBeUndefined();
    expect(logger.lines).toEqual([expect.stringContaining(says)]);
    expect(logger.lines[0]).toMatch(/^warning: /);
  });

  it.each([
    {
      description: 'a tag that names none',
      previous: { tag: 'v1' },
      says: 'app:v1, which tells no',
    },
    { description: 'an image that is not known', previous: undefined, says: 'is not known, which' },
  ])('no commit: $description', async ({ previous, says }) => {
    const { guard, source, logger } = setUp();
    expect(await findNewer(guard, [targetOf(previous)])).toBeUndefined();
    expect(logger.lines).toEqual([expect.stringContaining(says)]);
    expect(source.compared).toEqual([]);
  });

  it('the commit of another source repository, unless it is known here too', async () => {
    const { guard, source, repository, logger } = setUp();
    repository.push('', deployedBy('v1', NEWER, 'org/old-name'));
    expect((await findNewer(guard, [targetOf({ tag: 'v1' })]))?.commits).toBe(1);
    repository.push('', deployedBy('v2', '9'.repeat(40), 'org/fork'));
    expect(await findNewer(guard, [targetOf({ tag: 'v2' })])).toBeUndefined();
    expect(logger.lines).toEqual([expect.stringContaining('404: Not Found')]);
    expect(source.compared).toHaveLength(2);
  });

  it('commits that the token may not list', async () => {
    const { guard, repository, logger } = setUp();
    repository.readFileHistories = () => Promise.reject(new PromoteError('token-forbidden', 'no'));
    expect(await findNewer(guard, [targetOf({ tag: 'v1' })])).toBeUndefined();
    expect(logger.lines).toEqual([
      expect.stringContaining('the token may not list the commits of org/gitops'),
      expect.stringContaining('which tells no commit'),
    ]);
  });

  it('no commit of our own', async () => {
    const { guard, source, logger } = setUp('');
    expect(await findNewer(guard, [targetOf({ tag })])).toBeUndefined();
    expect(await guard.countCommitsAhead(NEWER, 'the pull request')).toBeUndefined();
    expect(logger.lines).toEqual([expect.stringContaining('Give source-sha')]);
    expect(source.compared).toEqual([]);
  });
});

it('does not go on when the server does not answer', async () => {
  const { guard, source } = setUp();
  source.answers.set(OLDER, new PromoteError('unavailable', '502'));
  const judged = findNewer(guard, [targetOf({ tag: OLDER })]);
  await expect(judged).rejects.toMatchObject({ code: 'unavailable' });
  source.answers.delete(OLDER);
  expect(await findNewer(guard, [targetOf({ tag: OLDER })])).toBeUndefined();
});

describe('a history that is longer than what is read of it', () => {
  const tag = `main-${OLDER.slice(0, 7)}`;
  const about = `Target: app.yaml app\nPromotion-Id: 1\nSource-Commit: ${OLDER}\nImage: ghcr.io/org/app:${tag}`;
  const promotion = `chore: x\n\n${about}\nPrevious-Image: ghcr.io/org/app:v1\n`;
  const rollback = `${promotion}Rollback-Of: ${'d'.repeat(40)}\nRolled-Back-Commit: ${'e'.repeat(40)}\n`;
  const diverged = { relation: 'diverged' } as const;

  it.each([
    { description: 'a promotion', message: promotion, answer: undefined, isTold: false },
    { description: 'no promotion', message: 'Edit', answer: undefined, isTold: true },
    { description: 'a rollback', message: rollback, answer: undefined, isTold: true },
    { description: 'a promotion, diverged', message: promotion, answer: diverged, isTold: true },
  ])('may hide what was taken back after $description: $isTold', async (example) => {
    const { guard, source, repository, logger } = setUp();
    if (example.answer !== undefined) source.answers.set(OLDER.slice(0, 7), example.answer);
    repository.push('', example.message);
    for (let edit = 1; edit < 100; edit += 1) repository.push('', `Edit ${edit}`);
    expect((await guard.judge([targetOf({ tag })])).problem).toBeUndefined();
    const told = logger.lines.filter((line) => line.startsWith('notice: app.yaml asks for'));
    expect(told).toHaveLength(example.isTold ? 1 : 0);
  });
});

describe('an image that somebody has put in the place of a promoted one', () => {
  const tagOf = (sha: string) => `main-${sha.slice(0, 7)}`;
  const write = (sha: string) =>
    `chore: x\n\nSource-Commit: ${sha}\nImage: ghcr.io/org/app:${tagOf(sha)}\nPrevious-Image: ghcr.io/org/app:v1\nTarget: app.yaml app\nPromotion-Id: 1\n`;

  it.each([
    { description: 'newer', promoted: OLDER, byHand: tagOf(OURS), goesBack: false },
    { description: 'older', promoted: OURS, byHand: tagOf(OLDER), goesBack: true },
    { description: 'of no commit', promoted: OLDER, byHand: 'v2', goesBack: true },
  ])('takes it back unless it is newer: $description', async (example) => {
    const { promoted, byHand, goesBack } = example;
    for (const afterRollback of ['newer', 'hold'] as const) {
      const { guard, repository, logger } = setUp(NEWER, { afterRollback });
      repository.push('', write(promoted));
      repository.push('', 'By hand');
      const target = { ...targetOf({ tag: byHand }), image: { ...image, tag: tagOf(NEWER) } };
      const { problem } = await guard.judge([target]);
      expect(problem?.code).toBe(goesBack && afterRollback === 'hold' ? 'rolled-back' : undefined);
      const told = logger.lines.filter((line) => line.startsWith('notice: '));
      const instead = `was replaced by hand with ghcr.io/org/app:${byHand}. `;
      const says = goesBack && afterRollback === 'newer' ? [expect.stringContaining(instead)] : [];
      expect(told).toEqual(says);
    }
  });

  it.each(['newer', 'hold'] as const)(
    'leaves taken back what a rollback took back before: %s',
    async (afterRollback) => {
      const { guard, repository, logger } = setUp(DATE, { afterRollback });
      repository.push('', write(OLDER));
      repository.push('', write(NEWER).replace(':v1', `:${tagOf(OLDER)}`));
      const rollback = `Rollback-Of: ${'d'.repeat(40)}\nRolled-Back-Commit: ${NEWER}\n`;
      const back = write(OLDER).replace(':v1', `:${tagOf(NEWER)}`);
      repository.push('', `${back}${rollback}`);
      repository.push('', 'By hand');
      const target = { ...targetOf({ tag: tagOf(OURS) }), image: { ...image, tag: DATE } };
      const { problem } = await guard.judge([target]);
      expect(problem?.code).toBe(afterRollback === 'hold' ? 'rolled-back' : undefined);
      const isTold = logger.lines.some((line) => line.includes(`commit ${NEWER.slice(0, 7)}`));
      expect(isTold).toBe(afterRollback === 'newer');
    },
  );

  describe('by how its commit stands to the other', () => {
    const seen = tagOf(OURS).slice(5);
    const lookAt = async (answer: Comparison | Error, policy: Partial<GuardPolicy> = {}) => {
      const { guard, repository, source } = setUp(DATE, { afterRollback: 'hold', ...policy });
      repository.push('', write(OLDER));
      repository.push('', 'By hand');
      // How the promoted commit stands to it is told.
      const compareCommits = source.compareCommits.bind(source);
      source.compareCommits = async (base, head) => {
        if (base !== seen || head !== OLDER) return compareCommits(base, head);
        if (answer instanceof Error) throw answer;
        return Promise.resolve(answer);
      };
      const target = { ...targetOf({ tag: tagOf(OURS) }), image: { ...image, tag: DATE } };
      return (await guard.judge([target])).problem?.code;
    };

    it('which an abbreviation does not tell that may be a branch', async () => {
      const another = { relation: 'unknown', cause: 'another', detail: 'a branch' } as const;
      expect(await lookAt(another)).toBeUndefined();
    });

    it('which is asked again where the server does not answer, unless it does not matter', async () => {
      const limit = new PromoteError('unavailable', '429', { retryAt: 7, isLimit: true });
      await expect(lookAt(limit)).rejects.toBe(limit);
      expect(await lookAt(limit, { stale: 'allow' })).toBe('rolled-back');
    });
  });

  it('does not let what it replaced come again', async () => {
    const { guard, repository, source } = setUp(OLDER);
    repository.push('', write(OLDER));
    repository.push('', 'By hand');
    source.answers.set(NEWER.slice(0, 7), { relation: 'diverged' });
    const { problem } = await guard.judge([targetOf({ tag: tagOf(NEWER) })]);
    expect(problem?.code).toBe('rolled-back');
  });
});

describe('stale: allow', () => {
  const insist = { stale: 'allow' } as const;

  it('goes on where nothing can be compared or read, and warns', async () => {
    const { guard, source, repository, logger } = setUp(OURS, insist);
    source.answers.set(NEWER, new PromoteError('order-unknown', 'It is not compared.'));
    repository.readFileHistories = () => Promise.reject(new PromoteError('unavailable', '502'));
    const { problem } = await guard.judge([targetOf({ tag: NEWER })]);
    expect(problem).toBeUndefined();
    expect(logger.lines).toEqual([
      'warning: 502',
      expect.stringMatching(
        /^warning: It was not checked .*: It is not compared\. The promotion goes on\.$/,
      ),
    ]);
  });

  it('names what stands and is newer, and nothing where nothing is', async () => {
    const { guard, repository } = setUp(OURS, insist);
    repository.push('', deployedBy('main-x', OLDER));
    const newer = await guard.judge([targetOf({ tag: NEWER })]);
    expect(newer).toEqual({ takesBack: [NEWER] });
    expect(await guard.judge([targetOf({ tag: OLDER })])).toEqual({ takesBack: [] });
  });
});

it('is told once where the token may not list the history', async () => {
  const { guard, repository, logger } = setUp();
  repository.readFileHistories = () => Promise.reject(new PromoteError('token-forbidden', 'no'));
  await guard.judge([targetOf({ tag: OLDER })]);
  await guard.judge([targetOf({ tag: OLDER })]);
  expect(logger.lines).toEqual([
    expect.stringMatching(/^warning: It was not checked whether this commit was taken back/),
  ]);
});
