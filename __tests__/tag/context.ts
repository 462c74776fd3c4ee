import type { Context } from '../../src/context.js';

export const SHA = 'a1b2c3d4e5f60718293a4b5c6d7e8f9001122334';

/** A push of `SHA` to `main`, with the parts that a test is about. */
export function makeContext(parts: Partial<Context> = {}): Context {
  return {
    eventName: 'push',
    payload: { repository: { default_branch: 'main' } },
    repository: 'acme/demo',
    sha: SHA,
    ref: 'refs/heads/main',
    workspace: '/workspace',
    apiUrl: 'https://api.github.com',
    runUrl: 'https://github.com/acme/demo/actions/runs/1',
    ...parts,
  };
}
