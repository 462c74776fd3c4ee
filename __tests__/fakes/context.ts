import type { Context } from '../../src/context.js';

/** The context of a push to `main` of `org/app`, with what a test changes of it. */
export function contextOf(changes: Partial<Context> = {}): Context {
  return {
    eventName: 'push',
    payload: { repository: { default_branch: 'main' } },
    repository: 'org/app',
    sha: 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678',
    ref: 'refs/heads/main',
    workspace: '/workspace',
    apiUrl: 'https://api.github.com',
    runUrl: 'https://github.com/org/app/actions/runs/7',
    ...changes,
  };
}
