import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Given } from '../fakes/inputs.js';
import type { BareRepository, Files } from '../stand-in/bare-repository.mjs';
import { runAction } from '../stand-in/run-action.mjs';
import { GiteaServer, OWNER } from './gitea-server.js';
import { startInterceptor, type WriteHandler } from './interceptor.js';
import { addCommits, commitText, overtakeNextWrite } from './overtaking.js';

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const path = 'app/kustomization.yaml';

/** Line ends, comments and quotes that have to stay. */
const kustomization = [
  'kind: Kustomization',
  'images:',
  '  # The agent.',
  '  - name: agent',
  '    newName: ghcr.io/org/agent',
  "    newTag: 'main-0000000' # deployed",
  '',
  '  - {name: sidecar, newTag: "1.0.0"}',
  '',
].join('\r\n');

const promoted = kustomization.replace('main-0000000', 'main-a1b2c3d');

const files: Files = {
  [path]: kustomization,
  'linked/kustomization.yaml': { symlink: '../app/kustomization.yaml' },
  'script/kustomization.yaml': { executable: kustomization },
  'values.yaml': `image:\n  tag: v1\n${'# Over 1 MiB.\n'.repeat(100_000)}`,
};

interface Prepared {
  /** Without its owner. */
  readonly name: string;
  readonly git: BareRepository;
}

let gitea: GiteaServer;
/** Of the tests that change nothing. */
let untouched: Prepared;
const tokens = { writer: '', readingScope: '', reader: '', stranger: '', wrong: 'wrong' };
let made = 0;
let workspace = '';

beforeAll(async () => {
  gitea = await GiteaServer.start();
  for (const login of ['writer', 'reader', 'stranger']) await gitea.createUser(login);
  tokens.writer = await gitea.createToken('writer', 'write:repository');
  tokens.readingScope = await gitea.createToken('writer', 'read:repository');
  tokens.reader = await gitea.createToken('reader', 'write:repository');
  tokens.stranger = await gitea.createToken('stranger', 'write:repository');
  untouched = await prepare();
});

afterAll(async () => {
  await gitea.stop();
});

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
});

afterEach(() => {
  rmSync(workspace, { recursive: true });
});

async function prepare(): Promise<Prepared> {
  made += 1;
  const name = `gitops-${made}`;
  const git = await gitea.createRepository(name, files);
  for (const [login, permission] of [
    ['writer', 'write'],
    ['reader', 'read'],
  ]) {
    await gitea.ask('PUT', `/repos/${OWNER}/${name}/collaborators/${login}`, { permission });
  }
  return { name, git };
}

/** GitHub's own API is a port that nobody listens on: only Gitea is asked. */
async function promote({ name }: Prepared, given: Given = {}) {
  return runAction({
    inputs: {
      steps: 'promote',
      image: 'ghcr.io/org/agent:main-a1b2c3d',
      'source-sha': sha,
      'gitops-api-url': gitea.apiUrl,
      'gitops-repository': `${OWNER}/${name}`,
      'gitops-token': tokens.writer,
      kustomization: 'app',
      'image-name': 'agent',
      'retry-timeout': '30',
      ...given,
    },
    workspace,
    // The source repository is not there, so its order is a warning.
    apiUrl: gitea.apiUrl,
    event: { name: 'push', payload: {} },
    env: { GITHUB_REPOSITORY: 'org/repo', GITHUB_SHA: sha, GITHUB_REF: 'refs/heads/main' },
  });
}

/** As `promote`, with something else happening around its write. */
async function promoteAround(repository: Prepared, onWrite: WriteHandler) {
  const interceptor = await startInterceptor(gitea.url, onWrite);
  try {
    return await promote(repository, { 'gitops-api-url': `${interceptor.url}/api/v1` });
  } finally {
    await interceptor.close();
  }
}

async function readText({ git }: Prepared, file = path, ref = 'main'): Promise<string> {
  return (await git.readFile(ref, file)).toString();
}

async function countCommits({ git }: Prepared): Promise<number> {
  return (await git.log()).length;
}

/** Another writer's commit through the API. */
async function replaceText(repository: Prepared, from: string, to: string): Promise<void> {
  const text = await readText(repository);
  await gitea.ask('PUT', `/repos/${OWNER}/${repository.name}/contents/${path}`, {
    message: `Replace ${from}`,
    content: Buffer.from(text.replace(from, to)).toString('base64'),
    sha: await repository.git.git('rev-parse', `main:${path}`),
  });
}

describe('a promotion', () => {
  it('commits exactly the changed bytes, with its trailers', async () => {
    const repository = await prepare();
    const { exitCode, outputs } = await promote(repository);
    expect(exitCode).toBe(0);
    expect(await readText(repository)).toBe(promoted);
    const [message = '', ...older] = await repository.git.log();
    expect(older).toHaveLength(1);
    expect(message).toMatch(/^chore\(agent\): promote main-0000000 -> main-a1b2c3d\n\n/);
    expect(message).toContain(`\nSource-Commit: ${sha}\nImage: ghcr.io/org/agent:main-a1b2c3d\n`);
    expect(message).toMatch(/\nPromotion-Id: [0-9a-f-]{36}\n$/);
    const head = await repository.git.git('rev-parse', 'main');
    expect(outputs).toMatchObject({
      reason: 'promoted',
      changed: 'true',
      'commit-sha': head,
      'commit-url': `${gitea.url}/${OWNER}/${repository.name}/commit/${head}`,
      'previous-image': 'ghcr.io/org/agent:main-0000000',
    });
  });

  it('is unchanged the second time', async () => {
    const repository = await prepare();
    const first = await promote(repository);
    const { exitCode, outputs } = await promote(repository);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      reason: 'unchanged',
      changed: 'false',
      'commit-sha': first.outputs['commit-sha'],
    });
    expect(await countCommits(repository)).toBe(2);
  });

  it('goes to another branch', async () => {
    const repository = await prepare();
    const body = { new_branch_name: 'production', old_ref_name: 'main' };
    await gitea.ask('POST', `/repos/${OWNER}/${repository.name}/branches`, body);
    const { outputs } = await promote(repository, { 'gitops-branch': 'production' });
    expect(outputs.reason).toBe('promoted');
    expect(await readText(repository, path, 'production')).toBe(promoted);
    expect(await readText(repository)).toBe(kustomization);
  });

  it('keeps the mode of an executable file', async () => {
    const repository = await prepare();
    const { outputs } = await promote(repository, { kustomization: 'script' });
    expect(outputs.reason).toBe('promoted');
    const [entry] = (await repository.git.git('ls-tree', 'main', 'script/')).split('\n');
    expect(entry).toMatch(/^100755 blob [0-9a-f]{40}\tscript\/kustomization\.yaml$/);
    expect(await readText(repository, 'script/kustomization.yaml')).toBe(promoted);
  });

  it('names the new name of a repository that was renamed', async () => {
    const repository = await prepare();
    await gitea.ask('PATCH', `/repos/${OWNER}/${repository.name}`, { name: 'renamed' });
    const { outputs, stdout } = await promote(repository);
    expect(outputs.reason).toBe('repository-not-found');
    expect(stdout).toContain(`is now ${OWNER}/renamed. Write that name.`);
  });
});

describe('other writers', () => {
  it('a write between our read and ours stays', async () => {
    const repository = await prepare();
    const { outputs } = await promoteAround(repository, async (passOn) => {
      await replaceText(repository, '1.0.0', '1.0.1');
      return passOn();
    });
    expect(outputs.reason).toBe('promoted');
    expect(await readText(repository)).toBe(promoted.replace('1.0.0', '1.0.1'));
    expect(await countCommits(repository)).toBe(3);
  });

  // Gitea: 403 "cannot lock ref 'refs/heads/main': is at ... but expected ...", as git words it.
  it('a write that overtakes ours inside the server stays', async () => {
    const repository = await prepare();
    const theirs = kustomization.replace('1.0.0', '1.0.1');
    const commit = await commitText(repository.git, path, theirs);
    await overtakeNextWrite(repository.git, commit);
    const { outputs } = await promote(repository);
    expect(outputs.reason).toBe('promoted');
    expect(await readText(repository)).toBe(promoted.replace('1.0.0', '1.0.1'));
    expect(await countCommits(repository)).toBe(3);
  });

  it('a write whose answer was lost is found', async () => {
    const repository = await prepare();
    const { outputs } = await promoteAround(repository, async (passOn) => {
      await passOn();
      return undefined;
    });
    expect(outputs).toMatchObject({
      reason: 'promoted',
      'commit-sha': await repository.git.git('rev-parse', 'main'),
    });
    expect(await countCommits(repository)).toBe(2);
  });

  // Gitea knows no per_page: it gives 30 commits, and with limit=50 the 50 that are asked for.
  it('a write whose answer was lost is found under 30 others', async () => {
    const repository = await prepare();
    const { outputs } = await promoteAround(repository, async (passOn) => {
      await passOn();
      await addCommits(repository.git, 30);
      return undefined;
    });
    expect(outputs.reason).toBe('promoted');
  });
});

describe('a refusal', () => {
  async function expectRefused(repository: Prepared, given: Given, reason: string) {
    const before = await countCommits(repository);
    const { exitCode, outputs, stdout } = await promote(repository, given);
    expect(outputs).toMatchObject({ reason, changed: 'false' });
    expect(exitCode).toBe(1);
    expect(await countCommits(repository)).toBe(before);
    return stdout;
  }

  async function protect({ name }: Prepared, rule: Readonly<Record<string, unknown>>) {
    const body = { rule_name: 'main', ...rule };
    await gitea.ask('POST', `/repos/${OWNER}/${name}/branch_protections`, body);
  }

  it.each([
    {
      description: 'a directory that is not there',
      given: { kustomization: 'absent' },
      reason: 'path-not-found',
    },
    {
      description: 'a file that is not there',
      given: { kustomization: 'app/absent.yaml' },
      reason: 'path-not-found',
    },
    {
      description: 'a symbolic link',
      given: { kustomization: 'linked' },
      reason: 'unsupported-file',
    },
    {
      description: 'a file over 1 MiB, though Gitea delivers it',
      given: { kustomization: '', 'image-name': '', values: 'values.yaml' },
      reason: 'unsupported-file',
    },
    {
      description: 'a repository that is not there',
      given: { 'gitops-repository': `${OWNER}/absent` },
      reason: 'repository-not-found',
    },
    {
      description: 'an owner that is not there',
      given: { 'gitops-repository': 'absent/gitops' },
      reason: 'repository-not-found',
    },
  ])('$description: $reason', async ({ given, reason }) => {
    expect(await expectRefused(untouched, given, reason)).toContain('::error');
  });

  it.each([
    { holder: 'readingScope', reason: 'token-forbidden' },
    { holder: 'reader', reason: 'token-forbidden' },
    { holder: 'stranger', reason: 'repository-not-found' },
    { holder: 'wrong', reason: 'token-invalid' },
  ] as const)('the token $holder: $reason', async ({ holder, reason }) => {
    const given = { 'gitops-token': tokens[holder] };
    expect(await expectRefused(untouched, given, reason)).toContain('gitops-token');
  });

  // Gitea: 404 "not found", errors ["object does not exist [id: absent, rel_path: ]"].
  it('a branch that is not there: branch-not-found', async () => {
    const given = { 'gitops-branch': 'absent' };
    const says = await expectRefused(untouched, given, 'branch-not-found');
    expect(says).toContain('has no branch "absent"');
  });

  // Gitea: 403 "user cannot commit to repo [user: writer]".
  it.each([
    { rule: { enable_push: false } },
    { rule: { enable_push: true, require_signed_commits: true } },
  ])('a protected branch ($rule): write-refused', async ({ rule }) => {
    const repository = await prepare();
    await protect(repository, rule);
    expect(await expectRefused(repository, {}, 'write-refused')).toContain('is protected');
  });

  // Gitea: 403 "path is protected and can not be changed [path: app/kustomization.yaml]".
  it('a protected file: write-refused', async () => {
    const repository = await prepare();
    await protect(repository, { enable_push: true, protected_file_patterns: 'app/**' });
    expect(await expectRefused(repository, {}, 'write-refused')).toContain('is protected');
  });

  async function archive({ name }: Prepared): Promise<void> {
    await gitea.ask('PATCH', `/repos/${OWNER}/${name}`, { archived: true });
  }

  it('an archived repository: write-refused', async () => {
    const repository = await prepare();
    await archive(repository);
    expect(await expectRefused(repository, {}, 'write-refused')).toContain('::error::');
  });

  // Gitea: 423 "ada/gitops-1 is not allowed to edit".
  it('an archived repository: says so', async () => {
    const repository = await prepare();
    await archive(repository);
    expect(await expectRefused(repository, {}, 'write-refused')).toContain('archived');
  });

  // Gitea: 404 "branch does not exist [repo_id: 1 name: main]".
  it('a branch that is gone before the write: branch-not-found', async () => {
    const repository = await prepare();
    await gitea.ask('POST', `/repos/${OWNER}/${repository.name}/branches`, {
      new_branch_name: 'b',
    });
    const { outputs } = await promoteAround(repository, async (passOn) => {
      const { name } = repository;
      await gitea.ask('PATCH', `/repos/${OWNER}/${name}`, { default_branch: 'b' });
      await gitea.ask('DELETE', `/repos/${OWNER}/${name}/branches/main`);
      return passOn();
    });
    expect(outputs.reason).toBe('branch-not-found');
  });

  // Gitea: 404 "object does not exist [id: , rel_path: app/kustomization.yaml]".
  it('a file that is gone before the write: path-not-found', async () => {
    const repository = await prepare();
    const { outputs } = await promoteAround(repository, async (passOn) => {
      await gitea.ask('DELETE', `/repos/${OWNER}/${repository.name}/contents/${path}`, {
        sha: await repository.git.git('rev-parse', `main:${path}`),
      });
      return passOn();
    });
    expect(outputs.reason).toBe('path-not-found');
  });
});
