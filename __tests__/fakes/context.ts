import type { Context } from '../../src/base/context.js';

export const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';

/** The context of a push to `main` of `org/app`, with what a test changes of it. */
export function contextOf(changes: Partial<Context> = {}): Context {
  return {
    eventName: 'push',
    payload: { repository: { default_branch: 'main' } },
    repository: 'org/app',
    sha: SHA,
    ref: 'refs/heads/main',
    workspace: '/workspace',
    repositoryUrl: 'https://github.com/org/app',
    startedAt: Date.parse('2026-01-10T00:30:00Z'),
    sourceDateEpoch: '',
    annotationsLevels: 'manifest',
    apiUrl: 'https://api.github.com',
    runAttempt: 1,
    runUrl: 'https://github.com/org/app/actions/runs/7',
    dockerConfig: '/home/runner/.docker',
    ...changes,
  };
}
