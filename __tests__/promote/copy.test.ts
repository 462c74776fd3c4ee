import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import { runCopyStep } from '../../src/promote/copy.js';
import { contextOf } from '../fakes/context.js';
import { FakeRepository } from '../fakes/gitops-repository.js';
import { RecordingLogger } from '../fakes/logger.js';

const request = {
  dryRunByDefault: false,
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
  return { repository, logger, ports: { logger, openGitOpsRepository } };
}

describe('runCopyStep', () => {
  it('reads the image, and tells the log', async () => {
    const { logger, ports } = setUp();
    const copied = await runCopyStep(request, contextOf(), ports);
    expect(copied?.image).toEqual({ repository: 'app', tag: 'v1' });
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
    expect(await runCopyStep(forgiving, contextOf(), ports)).toBeUndefined();
    expect(logger.lines.at(-1)).toMatch(/^notice: Nothing to show: in this dry run no/);
  });
});
