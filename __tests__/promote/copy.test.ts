import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { runCopyStep } from '../../src/promote/copy.js';
import { contextOf } from '../fakes/context.js';
import { FakeRepository } from '../fakes/gitops-repository.js';
import { RecordingLogger } from '../fakes/logger.js';
import { FakeClock, FixedRandom } from '../fakes/time.js';

const request = {
  dryRunByDefault: false,
  retryTimeout: 60,
  target: {
    repository: 'org/gitops',
    apiUrl: 'https://api.github.com',
    token: 'x',
    tokenInput: 'gitops-token',
    commitApi: 'auto',
  },
  from: {
    request: { kind: 'kustomization', path: 'app/dev' },
    location: { kind: 'kustomization' },
    shortShaLength: 7,
  },
} as const;

function setUp(text = 'images:\n  - name: app\n    newTag: v1\n') {
  const repository = new FakeRepository(text);
  const logger = new RecordingLogger();
  const openGitOpsRepository = () => Promise.resolve(repository);
  const clock = new FakeClock();
  const ports = { logger, clock, random: new FixedRandom(), openGitOpsRepository };
  return { repository, logger, clock, ports };
}

describe('runCopyStep', () => {
  it('reads the image, and tells the log', async () => {
    const { logger, ports } = setUp();
    const copied = await runCopyStep(request, contextOf(), ports);
    expect(copied.image?.image).toEqual({ repository: 'app', tag: 'v1' });
    expect(copied.waited).toBe(0);
    expect(logger.lines).toEqual([
      'group: Copy the image of app/dev',
      'info: Image to deploy: app:v1',
      'info: Source commit: not known; set source-sha to tell it',
    ]);
  });

  it('fails where it cannot be read', async () => {
    const { repository, ports } = setUp();
    const refused = new PromoteError('token-invalid', 'no');
    repository.readErrors.push(refused);
    await expect(runCopyStep(request, contextOf(), ports)).rejects.toBe(refused);
  });

  it('goes on without in a dry run that nobody asked for', async () => {
    const { repository, logger, ports } = setUp();
    repository.readErrors.push(new PromoteError('token-invalid', 'no.'));
    const forgiving = { ...request, dryRunByDefault: true };
    expect((await runCopyStep(forgiving, contextOf(), ports)).image).toBeUndefined();
    expect(logger.lines.at(-1)).toMatch(/^notice: Nothing to show: in this dry run no/);
  });

  it('asks again where the server may answer a moment later, and tells the time that it took', async () => {
    const { repository, logger, clock, ports } = setUp();
    const retryAt = clock.date() + 20_000;
    repository.readErrors.push(
      new PromoteError('unavailable', 'It did not answer.'),
      new PromoteError('unavailable', 'Too many requests.', { isLimit: true, retryAt }),
    );
    const copied = await runCopyStep(request, contextOf(), ports);
    expect(copied.image?.image.tag).toBe('v1');
    expect(clock.now()).toBeGreaterThanOrEqual(20_000);
    expect(copied.waited).toBe(clock.now() / 1000);
    expect(logger.lines).toContain('info: It did not answer. It is asked again in 0.1 seconds.');
  });

  it('fails when retry-timeout leaves no time to ask again', async () => {
    const { repository, clock, ports } = setUp();
    const retryAt = clock.date() + 61_000;
    const limit = new PromoteError('unavailable', 'Too many requests.', { isLimit: true, retryAt });
    repository.readErrors.push(limit);
    await expect(runCopyStep(request, contextOf(), ports)).rejects.toMatchObject({
      code: 'unavailable',
      message:
        'Too many requests. retry-timeout (60 seconds) leaves no time to ask again. Run the job again later, or raise it.',
    });
    expect(clock.sleeps).toEqual([]);
  });
});
