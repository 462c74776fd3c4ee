import { moveRef, NOTHING } from './git/ref-updates.mjs';
import { REPOSITORY, type TestStandIn } from './client.js';
import type { GitHubStandIn } from './server.mjs';

export const API = `/repos/${REPOSITORY}`;
export const PULLS = `${API}/pulls`;

interface PullsClient {
  /** A repository with a branch `promote` that is one commit ahead of `main`. */
  readonly start: (repository?: object) => Promise<GitHubStandIn>;
  /** Writes `a.yaml` or another file in a commit of its own. */
  readonly write: (branch: string, text: string, path?: string) => Promise<void>;
  /** Opens a pull request from `promote` to `main`, if not told otherwise. */
  readonly open: (body?: object, token?: string) => ReturnType<TestStandIn['call']>;
  /** The first pull request. */
  readonly readPull: () => Promise<unknown>;
}

export function usePulls({ start, call }: TestStandIn): PullsClient {
  async function write(branch: string, text: string, path = 'a.yaml'): Promise<void> {
    const address = `${API}/contents/${path}`;
    const read = await call('GET', `${address}?ref=${branch}`);
    const sha = read.status === 200 ? (read.body as { sha: string }).sha : undefined;
    const content = Buffer.from(text).toString('base64');
    const body = { message: `set ${text.trim()}\n\nwhy`, content, branch, ...(sha && { sha }) };
    await call('PUT', address, { body });
  }

  return {
    start: async (repository = {}) => {
      const files = { 'a.yaml': 'tag: 1\n' };
      const server = await start({ repositories: { [REPOSITORY]: { files, ...repository } } });
      const { gitDir, resolve } = server.repository(REPOSITORY);
      const to = await resolve('main');
      await moveRef(gitDir, { name: 'refs/heads/promote', to, from: NOTHING });
      await write('promote', 'tag: 2\n');
      return server;
    },
    write,
    open: async (body = {}, token = 'app') => {
      const given = { title: 'Promote', head: 'promote', base: 'main', body: 'why', ...body };
      return call('POST', PULLS, { body: given, token });
    },
    readPull: async () => (await call('GET', `${PULLS}/1`)).body,
  };
}
