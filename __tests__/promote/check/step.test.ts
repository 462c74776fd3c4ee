import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../../src/base/errors.js';
import type { ImageReference } from '../../../src/base/image.js';
import type { RegistryTarget } from '../../../src/ports/registry.js';
import { checkImage, type ImageCheck } from '../../../src/promote/check/step.js';
import { runCheckStep } from '../../../src/promote/step.js';
import { REVISION, SOURCE } from '../../../src/promote/check/look.js';
import { contextOf, SHA } from '../../fakes/context.js';
import { RecordingLogger } from '../../fakes/logger.js';
import { digestOf, FakeRegistry } from '../../fakes/registry.js';
import { FakeSource } from '../../fakes/source-repository.js';
import { FakeClock, FixedRandom } from '../../fakes/time.js';

const [A, B] = [digestOf('a'), digestOf('b')];
const source = 'https://github.com/org/app';
const OTHER = 'f'.repeat(40);

type Ports = ReturnType<typeof setUp>['ports'];

function setUp() {
  const registry = new FakeRegistry();
  registry.putImage('a', { labels: { [REVISION]: SHA, [SOURCE]: source } }, 'main-a1b2c3d');
  const logger = new RecordingLogger();
  const clock = new FakeClock();
  const commits = new FakeSource([OTHER, SHA]);
  const targets: RegistryTarget[] = [];
  const ports = {
    logger,
    clock,
    random: new FixedRandom(),
    openSourceRepository: () => Promise.resolve(commits),
    openRegistry: (target: RegistryTarget) => {
      targets.push(target);
      return Promise.resolve(registry);
    },
  };
  return { registry, logger, clock, commits, targets, ports };
}

function checkOf(
  image: Partial<ImageReference> = {},
  changes: Partial<ImageCheck> = {},
): ImageCheck {
  const reference = { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d', ...image };
  return {
    inputs: { platforms: [], pinDigest: false },
    image: { image: reference, names: [], labels: [], sourceSha: SHA },
    imageInput: 'image',
    retryTimeout: 120,
    dryRun: false,
    ...changes,
  };
}

const unanswered = (retryAt?: number) =>
  new PromoteError('registry-unavailable', 'it answers 503.', { isTransient: true, retryAt });

describe('an image that is there', () => {
  it('is told in one line', async () => {
    const { logger, ports, targets } = setUp();
    const login = { username: 'ada', password: 'x' };
    const inputs = { platforms: [], pinDigest: false, login, token: 't' };
    const checked = await checkImage(checkOf({}, { inputs }), contextOf(), ports);
    expect(checked).toMatchObject({
      image: { repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d' },
      registry: { digest: A, platforms: ['linux/amd64'], revision: SHA },
    });
    expect(checked.image).not.toHaveProperty('digest');
    expect(logger.lines).toEqual([
      `info: ghcr.io/org/app:main-a1b2c3d is in its registry: ${A}, for linux/amd64, built from ${SHA}.`,
    ]);
    expect(targets).toEqual([
      expect.objectContaining({
        repository: 'ghcr.io/org/app',
        dockerConfig: '/home/runner/.docker',
        login,
        token: 't',
      }),
    ]);
  });

  it('gets its digest where it is pinned', async () => {
    const { ports } = setUp();
    const inputs = { platforms: [], pinDigest: true };
    const { image } = await checkImage(checkOf({}, { inputs }), contextOf(), ports);
    expect(image).toEqual({ repository: 'ghcr.io/org/app', tag: 'main-a1b2c3d', digest: A });
  });

  it('keeps the digest that it was given, beside a tag that has moved on', async () => {
    const { registry, ports } = setUp();
    registry.putImage('b', {}, 'latest');
    const inputs = { platforms: [], pinDigest: true };
    const check = checkOf({ tag: 'latest', digest: A }, { inputs });
    const { image } = await checkImage(check, contextOf(), ports);
    expect(image).toMatchObject({ tag: 'latest', digest: A });
  });
});

it.each([
  { code: 'image-missing', image: { tag: 'other' } },
  { code: 'image-moved', image: { digest: B } },
  { code: 'image-mismatch', image: { tag: 'of-another' } },
  { code: 'platform-missing', image: {}, platforms: ['linux/arm64'] },
  { code: 'registry-denied', image: {}, errors: [new PromoteError('registry-denied', 'no')] },
  { code: 'registry-unavailable', image: {}, errors: [unanswered()] },
])(
  '$code ends the run, and warns in a dry run',
  async ({ code, image, platforms = [], errors = [] }) => {
    const { registry, logger, ports } = setUp();
    registry.putImage(
      'b',
      { labels: { [REVISION]: 'f'.repeat(40), [SOURCE]: source } },
      'of-another',
    );
    const check = checkOf(image, { inputs: { platforms, pinDigest: true }, retryTimeout: 0 });
    registry.errors.push(...errors);
    await expect(checkImage(check, contextOf(), ports)).rejects.toMatchObject({ code });
    registry.errors.push(...errors);
    await expect(checkImage({ ...check, dryRun: true }, contextOf(), ports)).resolves.toBeDefined();
    expect(logger.lines.at(-1)).toMatch(/^warning: .* This dry run goes on without\.$/);
  },
);

describe('waiting', () => {
  it('goes on until the registry answers', async () => {
    const { registry, clock, logger, ports } = setUp();
    registry.errors.push(unanswered(), unanswered());
    await checkImage(checkOf(), contextOf(), ports);
    expect(clock.sleeps).toEqual([125, 250]);
    expect(logger.lines[0]).toBe('info: it answers 503. It is asked again in 0.1 seconds.');
  });

  it('heeds the moment that the registry names', async () => {
    const { registry, clock, ports } = setUp();
    const retryAt = clock.date() + 20_000;
    registry.errors.push(unanswered(retryAt));
    await checkImage(checkOf(), contextOf(), ports);
    expect(clock.sleeps).toEqual([20_125]);
  });

  it('is not for what asking again does not change', async () => {
    const { registry, clock, ports } = setUp();
    registry.errors.push(new PromoteError('registry-unavailable', 'its certificate is no good.'));
    await expect(checkImage(checkOf(), contextOf(), ports)).rejects.toThrow(
      /^its certificate is no good\.$/,
    );
    expect(clock.sleeps).toEqual([]);
  });

  it('ends with retry-timeout', async () => {
    const { registry, clock, ports } = setUp();
    registry.beforeRead = () => registry.errors.push(unanswered());
    await expect(checkImage(checkOf(), contextOf(), ports)).rejects.toThrow(
      'retry-timeout (120 seconds) leaves no time to ask again',
    );
    expect(clock.now()).toBeGreaterThan(100_000);
    expect(clock.now()).toBeLessThan(120_000);
  });

  it('is for an image that some build has told the digest of, up to 30 seconds', async () => {
    const { registry, clock, ports } = setUp();
    const check = checkOf({ tag: 'new', digest: B });
    await expect(checkImage(check, contextOf(), ports)).rejects.toMatchObject({
      code: 'image-missing',
    });
    expect(clock.now()).toBeGreaterThan(20_000);
    expect(clock.now()).toBeLessThan(30_000);
    registry.beforeRead = () => {
      if (clock.sleeps.length > 12) registry.putImage('b', {}, 'new');
    };
    expect(await checkImage(check, contextOf(), ports)).toMatchObject({ registry: { digest: B } });
  });

  it('is not longer than retry-timeout for it', async () => {
    const { clock, ports } = setUp();
    const check = checkOf({ tag: 'new', digest: B }, { retryTimeout: 2 });
    await expect(checkImage(check, contextOf(), ports)).rejects.toMatchObject({
      code: 'image-missing',
    });
    expect(clock.now()).toBeLessThan(2000);
  });

  it('is not for a tag that nobody has told the digest of', async () => {
    const { clock, ports } = setUp();
    const check = checkOf({ tag: 'new' });
    await expect(checkImage(check, contextOf(), ports)).rejects.toMatchObject({
      code: 'image-missing',
    });
    expect(clock.sleeps).toEqual([]);
  });
});

it('a defect is no answer of the registry', async () => {
  const { registry, ports } = setUp();
  registry.errors.push(new TypeError('a defect'));
  await expect(checkImage(checkOf({}, { dryRun: true }), contextOf(), ports)).rejects.toThrow(
    'a defect',
  );
});

it('holds an image against the repository that it was built in', async () => {
  const { registry, ports } = setUp();
  const labels = { [REVISION]: 'f'.repeat(40), [SOURCE]: 'https://github.com/org/other' };
  registry.putImage('a', { labels }, 'main-a1b2c3d');
  await expect(checkImage(checkOf(), contextOf(), ports)).resolves.toBeDefined();
  const check = checkOf();
  const copied = { ...check, image: { ...check.image, sourceRepository: 'org/other' } };
  await expect(checkImage(copied, contextOf(), ports)).rejects.toMatchObject({
    code: 'image-mismatch',
  });
});

describe('runCheckStep', () => {
  const { image } = checkOf();
  const check = { platforms: [], pinDigest: false };
  const promote = { check, sourceToken: 'x', retryTimeout: 0 };
  const request = { promote, image, dryRun: false };
  const run = async (asked: Parameters<typeof runCheckStep>[0], ports: Ports) =>
    (await runCheckStep(asked, contextOf(), ports)).image;

  it('asks nobody where nothing is to be checked, or there is no image', async () => {
    const { registry, ports } = setUp();
    const nothing = { ...image, image: { repository: 'ghcr.io/org/app' } };
    const unchecked = { ...request, promote: { ...promote, check: undefined } };
    expect(await run(unchecked, ports)).toBe(image);
    expect(await run({ ...request, image: undefined }, ports)).toBeUndefined();
    expect(await run({ ...request, image: nothing }, ports)).toBe(nothing);
    expect(registry.asked).toEqual([]);
  });

  it.each([
    { from: undefined, input: 'image' },
    { from: { request: { kind: 'file' } } as never, input: 'promote-from' },
  ])('names $input in its messages', async ({ from, input }) => {
    const { registry, ports } = setUp();
    registry.manifests.clear();
    await expect(run({ ...request, promote: { ...promote, from } }, ports)).rejects.toThrow(
      `${input}: ghcr.io`,
    );
  });

  describe('of a tag whose commit is known in short', () => {
    const open = {
      ...image,
      sourceSha: undefined,
      abbreviated: { commit: 'fffffff', shortShaLength: 7 },
    };

    it.each([
      { description: 'is another one', commit: 'fffffff', code: 'image-mismatch' },
      { description: 'is that of the image', commit: SHA.slice(0, 7), code: undefined },
      { description: 'is none, as in a date', commit: '20261126', code: undefined },
    ])('holds the image against it where it $description', async ({ commit, code }) => {
      const { commits, ports } = setUp();
      const abbreviated = { commit, shortShaLength: 7 };
      const asked = { ...request, image: { ...open, abbreviated } };
      const outcome = await run(asked, ports).catch((error: unknown) => error);
      if (code === undefined) expect(outcome).toMatchObject({ registry: { digest: A } });
      else expect(outcome).toMatchObject({ code });
      expect(commits.resolved).toEqual(SHA.startsWith(commit) ? [] : [commit]);
    });

    it('asks again where the source repository does not answer, and never goes on without', async () => {
      const { clock, commits, ports } = setUp();
      commits.resolveCommit = () =>
        Promise.reject(new PromoteError('unavailable', 'It answers 503.'));
      const asked = { ...request, promote: { ...promote, retryTimeout: 2 }, image: open };
      await expect(run(asked, ports)).rejects.toMatchObject({
        code: 'unavailable',
      });
      expect(clock.sleeps.length).toBeGreaterThan(1);
    });
  });
});

it('an image that a rule gives to one tag after the other may be an older push', async () => {
  const { registry, ports } = setUp();
  registry.putImage('b', {}, 'build');
  const check = checkOf({ tag: 'build', digest: A });
  const moving = { ...check, image: { ...check.image, moves: true as const } };
  await expect(checkImage(moving, contextOf(), ports)).resolves.toMatchObject({
    registry: { digest: A },
  });
});
