import { describe, expect, it } from '@jest/globals';
import type { Files } from './bare-repository.mjs';
import { REPOSITORY, useStandIn } from './client.js';
import { runGit } from './git.mjs';

const standIn = useStandIn();
const API = `/repos/${REPOSITORY}`;

interface Comparison {
  readonly commits: readonly { readonly commit: { readonly message: string } }[];
  readonly files?: readonly { readonly filename: string }[];
  readonly total_commits: number;
}

async function startWithBranches() {
  const server = await standIn.start({
    repositories: { [REPOSITORY]: { files: { 'a.yaml': '' } } },
  });
  const { git } = server.repository(REPOSITORY);
  const tree = await git('rev-parse', 'main^{tree}');
  const first = await git('rev-parse', 'main');
  await git('branch', 'release/1', await git('commit-tree', tree, '-p', first, '-m', 'Fix'));
  await git('branch', 'unrelated', await git('commit-tree', tree, '-m', 'Start'));
  await git(
    'update-ref',
    'refs/heads/main',
    await git('commit-tree', tree, '-p', first, '-m', 'm'),
  );
  return git;
}

/** The branch `next` is one commit ahead of `main`, or as many as there are streams. */
async function startWithChanges(files: Files, ...streams: readonly string[]) {
  const server = await standIn.start({ repositories: { [REPOSITORY]: { files } } });
  const { git, gitDir } = server.repository(REPOSITORY);
  const commits = streams.map((changes, index) => {
    const from = index === 0 ? 'from refs/heads/main\n' : '';
    const committer = `committer Ada <ada@example.com> ${1767225700 + index} +0000\n`;
    return `commit refs/heads/next\n${committer}data <<.\n${index}\n.\n${from}${changes}\n`;
  });
  await runGit(gitDir, ['fast-import', '--quiet'], { input: commits.join('') });
  return git;
}

function write(path: string, content: string): string {
  return `M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`;
}

async function compare(basehead: string): Promise<Comparison> {
  const { status, body } = await standIn.call('GET', `${API}/compare/${basehead}`);
  expect(status).toBe(200);
  return body as Comparison;
}

function numbersOf({ commits }: Comparison): number[] {
  return commits.map(({ commit }) => Number(commit.message));
}

describe('GET compare', () => {
  it.each([
    { basehead: 'main...main', status: 'identical', ahead_by: 0, behind_by: 0 },
    { basehead: 'release/1...main', status: 'diverged', ahead_by: 1, behind_by: 1 },
    { basehead: 'release%2F1...main', status: 'diverged', ahead_by: 1, behind_by: 1 },
  ])('finds $basehead $status', async ({ basehead, ...expected }) => {
    await startWithBranches();
    const total = { total_commits: expected.ahead_by, files: [] };
    expect(await compare(basehead)).toMatchObject({ ...expected, ...total });
  });

  it.each([40, 10, 7])(
    'finds a commit behind its child, and the child ahead, by %d digits',
    async (length) => {
      const git = await startWithBranches();
      const parent = await git('rev-parse', 'main~1');
      const name = parent.slice(0, length);
      const expected = { status: 'ahead', ahead_by: 1, behind_by: 0 };
      expect(await compare(`${name}...main`)).toMatchObject(expected);
      const behind = { status: 'behind', merge_base_commit: { sha: parent } };
      expect(await compare(`main...${name}`)).toMatchObject(behind);
    },
  );

  it.each([
    { basehead: 'main...nope', message: 'Not Found' },
    { basehead: 'main', message: 'Not Found' },
    { basehead: 'main...fffffff', message: 'Not Found' },
    { basehead: `main...${'f'.repeat(40)}`, message: 'Not Found' },
    { basehead: 'main...unrelated', message: 'No common ancestor between main and unrelated.' },
  ])('refuses $basehead', async ({ basehead, message }) => {
    await startWithBranches();
    const { status, body } = await standIn.call('GET', `${API}/compare/${basehead}`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ message });
  });

  it('refuses a short name that two commits have', async () => {
    const git = await startWithChanges({}, ...Array.from({ length: 700 }, () => ''));
    const names = (await git('rev-list', 'next')).split('\n').map((name) => name.slice(0, 4));
    const shared = names.find((name, index) => names.indexOf(name) < index);
    expect(shared).toBeDefined();
    const { status } = await standIn.call('GET', `${API}/compare/main...${shared}`);
    expect(status).toBe(404);
  });
});

describe('the files of a comparison', () => {
  it('are those between the merge base and the head', async () => {
    const git = await startWithChanges(
      { 'dir/a.yaml': 'tag: 1\n', 'gone.yaml': 'gone\n', 'old.yaml': 'same\n'.repeat(9), same: '' },
      [
        write('dir/a.yaml', 'tag: 2'),
        write('new.yaml', 'new\n'),
        write('binary', 'a\0b'),
        write('empty', ''),
        'D gone.yaml\nR old.yaml renamed.yaml\n',
      ].join(''),
    );
    const base = await git('rev-parse', 'main');
    const head = await git('rev-parse', 'next');
    const other = await git('commit-tree', 'main^{tree}', '-p', 'main', '-m', 'other');
    await git('update-ref', 'refs/heads/main', other);
    const name = async (path: string, commit = head) => git('rev-parse', `${commit}:${path}`);
    const page = `https://github.com/${REPOSITORY}`;

    const { files } = await compare('main...next');
    const empty = { additions: 0, deletions: 0, changes: 0 };
    const binary = { filename: 'binary', status: 'added', ...empty };
    const removed = { filename: 'gone.yaml', status: 'removed', deletions: 1, changes: 1 };
    expect(files).toMatchObject([
      { ...binary, sha: await name('binary') },
      {
        sha: await name('dir/a.yaml'),
        filename: 'dir/a.yaml',
        status: 'modified',
        additions: 1,
        deletions: 1,
        changes: 2,
        blob_url: `${page}/blob/${head}/dir%2Fa.yaml`,
        raw_url: `${page}/raw/${head}/dir%2Fa.yaml`,
        contents_url: expect.stringContaining(
          `${API}/contents/dir%2Fa.yaml?ref=${head}`,
        ) as unknown,
        patch: '@@ -1 +1 @@\n-tag: 1\n+tag: 2\n\\ No newline at end of file',
      },
      { filename: 'empty', status: 'added', ...empty, sha: await name('empty') },
      {
        ...{ ...removed, additions: 0, sha: await name('gone.yaml', base) },
        ...{ patch: '@@ -1 +0,0 @@\n-gone', blob_url: `${page}/blob/${base}/gone.yaml` },
      },
      { filename: 'new.yaml', status: 'added', additions: 1, patch: '@@ -0,0 +1 @@\n+new' },
      { filename: 'renamed.yaml', previous_filename: 'old.yaml', status: 'renamed', ...empty },
    ]);
    const patched = files?.filter((file) => 'patch' in file).map(({ filename }) => filename);
    expect(patched).toEqual(['dir/a.yaml', 'gone.yaml', 'new.yaml']);
  });

  it('are 300 at most', async () => {
    const names = Array.from({ length: 301 }, (_, index) => `${1000 + index}.yaml`);
    await startWithChanges({}, names.map((name) => write(name, '')).join(''));
    const { files } = await compare('main...next');
    expect(files?.map(({ filename }) => filename)).toEqual(names.slice(0, 300));
  });

  it.each([
    { description: 'only its mode', change: 'M 100755 inline a.yaml\ndata 0\n' },
    { description: 'its type', change: 'M 120000 inline a.yaml\ndata 1\nb' },
  ])('of which one changed $description make up no answer', async ({ change }) => {
    await startWithChanges({ 'a.yaml': '' }, change);
    const { status } = await standIn.call('GET', `${API}/compare/main...next`);
    expect(status).toBe(501);
    standIn.expectProblems([expect.stringContaining('no such status: 501')]);
  });
});

describe('the commits of a comparison', () => {
  const numbers = Array.from({ length: 251 }, (_, index) => index);
  const streams = numbers.map((number) => write('a.yaml', String(number)));

  it('are the newest 250, oldest first', async () => {
    await startWithChanges({ 'a.yaml': '' }, ...streams);
    const comparison = await compare('main...next');
    expect(comparison).toMatchObject({ total_commits: 251, ahead_by: 251 });
    expect(numbersOf(comparison)).toEqual(numbers.slice(1));
  });

  it('go on in pages, oldest first, with the files on the first', async () => {
    await startWithChanges({ 'a.yaml': '' }, ...streams);
    const first = await standIn.call('GET', `${API}/compare/main...next?per_page=100`);
    const last = await standIn.call('GET', `${API}/compare/main...next?per_page=100&page=3`);
    expect(numbersOf(first.body as Comparison)).toEqual(numbers.slice(0, 100));
    expect(first.body).toMatchObject({ total_commits: 251, files: [{ filename: 'a.yaml' }] });
    expect(first.headers.get('link')).toContain('per_page=100&page=2>; rel="next"');
    expect(numbersOf(last.body as Comparison)).toEqual(numbers.slice(200));
    expect(last.body).not.toHaveProperty('files');
    expect(last.headers.get('link')).toBeNull();
  });
});
