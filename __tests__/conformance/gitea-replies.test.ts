import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BareRepository } from '../stand-in/bare-repository.mjs';
import { GiteaServer, OWNER, type Reply } from './gitea-server.js';
import { addCommits, overtakeNextWrite } from './overtaking.js';

/** `GITEA_RECORD=true npm run conformance` writes it anew. */
const FIXTURE = fileURLToPath(new URL('../fixtures/gitea/replies.json', import.meta.url));

/** Commits of this date have the same names in every run. */
const DATE = '2026-01-01T00:00:00Z';

const repository = `/repos/${OWNER}/gitops`;
const directory = `${repository}/contents/app`;
const path = 'app/kustomization.yaml';
const file = `${repository}/contents/${path}`;

const OVERTAKEN = 'a write that was overtaken inside the server';

interface Asked {
  /** By default one that may write the repository. */
  readonly token?: string | undefined;
  readonly body?: unknown;
}

let gitea: GiteaServer;
let git: BareRepository;
const tokens = { writer: '', readingScope: '', issueScope: '', reader: '', stranger: '' };
const replies: Record<string, unknown> = {};

beforeAll(async () => {
  gitea = await GiteaServer.start();
  for (const login of ['writer', 'reader', 'stranger']) await gitea.createUser(login);
  tokens.writer = await gitea.createToken('writer', 'write:repository');
  tokens.readingScope = await gitea.createToken('writer', 'read:repository');
  tokens.issueScope = await gitea.createToken('writer', 'write:issue');
  tokens.reader = await gitea.createToken('reader', 'write:repository');
  tokens.stranger = await gitea.createToken('stranger', 'write:repository');
  git = await gitea.createRepository('gitops', {
    [path]: 'images: []\n',
    'app/link': { symlink: 'kustomization.yaml' },
    'app/run': { executable: '#!/bin/sh\n' },
    'app/module': { submodule: 'ab'.repeat(20) },
    'over-1-mib': 'a'.repeat(1024 ** 2 + 1),
    'over-10-mib': 'a'.repeat(10 * 1024 ** 2 + 1),
  });
  await gitea.ask('PUT', `${repository}/collaborators/writer`, { permission: 'write' });
  await gitea.ask('PUT', `${repository}/collaborators/reader`, { permission: 'read' });
});

afterAll(async () => {
  await gitea.stop();
});

it('answers as recorded', async () => {
  await recordReads();
  await recordUnreadable();
  await recordWrites();
  await recordForbiddenWrites();
  await recordProtectedWrites();
  await recordHistory();
  await recordOtherRepositories();
  const recorded = `${JSON.stringify(replies, undefined, 2)}\n`;
  if (process.env['GITEA_RECORD'] === 'true') writeFileSync(FIXTURE, recorded);
  const expected = JSON.parse(readFileSync(FIXTURE, 'utf8')) as typeof replies;
  // The message is that of git on this machine, whose words changed.
  expect(replies[OVERTAKEN]).toMatchObject({ status: 403 });
  expect({ ...replies, [OVERTAKEN]: expected[OVERTAKEN] }).toEqual(expected);
});

async function recordReads(): Promise<void> {
  await record('the version', 'GET', '/version');
  await record('a directory', 'GET', directory);
  await record('a file', 'GET', `${file}?ref=main`);
  await record('a symbolic link', 'GET', `${directory}/link`);
  await record('a file over 1 MiB', 'GET', `${repository}/contents/over-1-mib`);
  await record('a file over 10 MiB', 'GET', `${repository}/contents/over-10-mib`);
  await record('a blob', 'GET', `${repository}/git/blobs/${await blobOf(path)}`);
  const large = await blobOf('over-10-mib');
  await record('a blob over 10 MiB', 'GET', `${repository}/git/blobs/${large}`);
  await record('an absent blob', 'GET', `${repository}/git/blobs/${'0'.repeat(40)}`);
  await record('a branch', 'GET', `${repository}/branches/main`);
}

async function recordUnreadable(): Promise<void> {
  await record('an absent path', 'GET', `${repository}/contents/absent?ref=main`);
  await record('an absent path of the default branch', 'GET', `${repository}/contents/absent`);
  await record('an absent branch', 'GET', `${directory}?ref=absent`);
  await record('an absent branch, its root', 'GET', `${repository}/contents/?ref=absent`);
  await record('an absent branch, itself', 'GET', `${repository}/branches/absent`);
  await record('an absent repository', 'GET', `/repos/${OWNER}/absent/contents/app`);
  await record('an absent owner', 'GET', '/repos/absent/gitops/contents/app');
  await record('a repository out of sight', 'GET', directory, { token: tokens.stranger });
  await record('a token without the scope to read', 'GET', directory, { token: tokens.issueScope });
  await record('a wrong token', 'GET', directory, { token: 'wrong' });
  const body = { query: '{ viewer { login } }' };
  await record('GraphQL under /api/v1', 'POST', '/graphql', { body });
  await record('GraphQL at the root', 'POST', `${gitea.url}/graphql`, { body });
}

async function recordWrites(): Promise<void> {
  const stale = await blobOf(path);
  await record('a write', 'PUT', file, { body: renderWrite('1', stale) });
  await record('a write with a stale blob', 'PUT', file, { body: renderWrite('2', stale) });
  await record('a write without a blob', 'PUT', file, { body: renderWrite('2', undefined) });
  await record('a write to an absent branch', 'PUT', file, {
    body: { ...renderWrite('2', stale), branch: 'absent' },
  });
  await record('a write to an absent path', 'PUT', `${repository}/contents/absent`, {
    body: renderWrite('2', stale),
  });
  const head = await git.git('rev-parse', 'main');
  await addCommits(git, 1);
  const faster = await git.git('rev-parse', 'main');
  await git.git('update-ref', 'refs/heads/main', head);
  await overtakeNextWrite(git, faster);
  await recordWrite(OVERTAKEN);
}

async function recordForbiddenWrites(): Promise<void> {
  await recordWrite('a write without the scope', tokens.readingScope);
  await recordWrite('a write without the permission', tokens.reader);
}

async function recordProtectedWrites(): Promise<void> {
  const rules = `${repository}/branch_protections`;
  for (const [name, rule] of Object.entries({
    'a protected branch': { enable_push: false },
    'a branch of signed commits': { enable_push: true, require_signed_commits: true },
    'a protected file': { enable_push: true, protected_file_patterns: 'app/**' },
  })) {
    await gitea.ask('POST', rules, { rule_name: 'main', ...rule });
    await recordWrite(`a write to ${name}`);
    await gitea.ask('DELETE', `${rules}/main`);
  }
}

async function recordHistory(): Promise<void> {
  const first = await git.git('rev-list', '--max-parents=0', 'main');
  await record('a comparison', 'GET', `${repository}/compare/${first}...main`);
  await record('a comparison of nothing', 'GET', `${repository}/compare/main...main`);
  await record('a comparison with an absent base', 'GET', `${repository}/compare/absent...main`);
  await record('commits with limit=1', 'GET', `${repository}/commits?sha=main&limit=1`);
  const ofFile = `${repository}/commits?sha=main&path=${encodeURIComponent(path)}`;
  await record('commits of a file', 'GET', `${ofFile}&limit=2`);
  await record('commits of an absent file', 'GET', `${repository}/commits?path=absent`);
  await record('commits of an absent branch', 'GET', `${repository}/commits?sha=absent`);
  await addCommits(git, 60);
  for (const query of ['per_page=1', 'per_page=50', 'limit=50', 'limit=51']) {
    const reply = await gitea.request('GET', `${repository}/commits?sha=main&${query}`);
    replies[`how many commits of 63 with ${query}`] = (reply.body as readonly unknown[]).length;
  }
}

async function recordOtherRepositories(): Promise<void> {
  const body = renderWrite('2', await blobOf(path));
  await gitea.ask('PATCH', repository, { name: 'renamed' });
  await record('a renamed repository', 'GET', `${directory}?ref=main`);
  await record('a write to a renamed repository', 'PUT', file, { body });
  await gitea.ask('PATCH', repository.replace('gitops', 'renamed'), { archived: true });
  await record('a write to an archive', 'PUT', file.replace('gitops', 'renamed'), { body });
  await gitea.ask('POST', '/user/repos', { name: 'empty', default_branch: 'main' });
  await record('an empty repository', 'GET', `/repos/${OWNER}/empty/contents/app`);
  await record('commits of an empty repository', 'GET', `/repos/${OWNER}/empty/commits`);
}

async function recordWrite(name: string, token?: string): Promise<void> {
  await record(name, 'PUT', file, { token, body: renderWrite('2', await blobOf(path)) });
}

async function record(
  name: string,
  method: string,
  asked: string,
  { token = tokens.writer, body }: Asked = {},
): Promise<void> {
  const reply = await gitea.request(method, asked, { token, body });
  const request = `${method} ${asked}`;
  replies[name] = JSON.parse(JSON.stringify(normalise({ request, ...reply }), shortenContent));
}

/** What differs from run to run: the port, and when users were made. */
function normalise(reply: Reply & { readonly request: string }): unknown {
  const text = JSON.stringify(reply)
    .replaceAll(gitea.url, 'https://gitea.example')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, DATE);
  return JSON.parse(text);
}

function shortenContent(key: string, value: unknown): unknown {
  if (key !== 'content' || typeof value !== 'string' || value.length < 100) return value;
  return `${value.slice(0, 8)}… (${value.length} characters)`;
}

async function blobOf(name: string): Promise<string> {
  return git.git('rev-parse', `main:${name}`);
}

function renderWrite(content: string, sha: string | undefined) {
  return {
    branch: 'main',
    message: 'chore(app): promote\n\nPromotion-Id: 1\n',
    content: Buffer.from(`images: [] # ${content}\n`).toString('base64'),
    sha,
    dates: { author: DATE, committer: DATE },
  };
}
