import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;

interface ListedCommit {
  readonly sha: string;
  readonly commit: { readonly message: string };
}

async function startWithCommits(names: readonly string[]) {
  const server = await standIn.start({
    repositories: { [REPOSITORY]: { files: { 'a.yaml': '' } } },
  });
  for (const name of names) {
    const body = { message: `Add ${name}\n\nKey: value\n`, content: '' };
    await standIn.call('PUT', `${API}/contents/${name}`, { body });
  }
  return server;
}

function messages(body: unknown): string[] {
  return (body as ListedCommit[]).map(({ commit }) => commit.message.split('\n')[0] ?? '');
}

describe('GET commits', () => {
  it('lists them newest first, with whole messages', async () => {
    const server = await startWithCommits(['b.yaml']);
    const { git } = server.repository(REPOSITORY);
    const { status, body } = await standIn.call('GET', `${API}/commits`);
    const [newest, oldest] = body as ListedCommit[];
    expect(status).toBe(200);
    expect(newest).toMatchObject({
      sha: await git('rev-parse', 'main'),
      html_url: `https://github.com/${REPOSITORY}/commit/${newest?.sha}`,
      commit: { message: 'Add b.yaml\n\nKey: value' },
      parents: [{ sha: oldest?.sha }],
    });
    expect(oldest).toMatchObject({
      commit: {
        message: 'Add the manifests',
        author: { name: 'Ada', email: 'ada@example.com', date: '2026-01-01T00:00:00Z' },
      },
      parents: [],
    });
  });

  it.each(['release/1', 'refs/heads/release/1'])(
    'lists those of the branch %s, whose name has a slash',
    async (sha) => {
      const server = await startWithCommits(['b.yaml']);
      await server.repository(REPOSITORY).git('branch', 'release/1', 'main~1');
      const query = new URLSearchParams({ sha, path: 'a.yaml' }).toString();
      const { status, body } = await standIn.call('GET', `${API}/commits?${query}`);
      expect([status, messages(body)]).toEqual([200, ['Add the manifests']]);
    },
  );

  it('lists those of a path', async () => {
    await startWithCommits(['b.yaml', 'c.yaml']);
    const { body } = await standIn.call('GET', `${API}/commits?path=b.yaml&sha=main`);
    expect(messages(body)).toEqual(['Add b.yaml']);
  });

  it('goes on in pages', async () => {
    const { url } = await startWithCommits(['b.yaml', 'c.yaml']);
    const first = await standIn.call('GET', `${API}/commits?per_page=2`);
    const second = await standIn.call('GET', `${API}/commits?per_page=2&page=2`);
    expect(messages(first.body)).toEqual(['Add c.yaml', 'Add b.yaml']);
    const next = `${url}/repositories/1/commits?per_page=2&page=2`;
    expect(first.headers.get('link')).toBe(`<${next}>; rel="next"`);
    expect(messages(second.body)).toEqual(['Add the manifests']);
    expect(second.headers.get('link')).toBeNull();
  });

  it('has none of an unknown ref', async () => {
    await startWithCommits([]);
    const { status, body } = await standIn.call('GET', `${API}/commits?sha=nope`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ message: 'Not Found' });
  });
});
