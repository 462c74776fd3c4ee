import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Given } from './fakes/inputs.js';
import { readCases } from './coverage/expected.js';
import { fixturePath } from './coverage/fixture.js';
import { validateExchanges } from './stand-in/openapi.mjs';
import { startProxy } from './stand-in/proxy.mjs';
import { runAction } from './stand-in/run-action.mjs';
import { startGitHubStandIn, type GitHubStandIn, type StandInOptions } from './stand-in/server.mjs';

const sha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
const digest = `sha256:${'ab'.repeat(32)}`;
const path = 'fastapi-agent/base/kustomization.yaml';
const secret = 'ghp_the-secret-of-the-gitops-repository';

const kustomization = [
  'apiVersion: kustomize.config.k8s.io/v1beta1',
  'kind: Kustomization',
  '',
  'images:',
  '  # The agent.',
  '  - name: fastapi-agent',
  '    newName: ghcr.io/org/repo/fastapi-agent',
  "    newTag: 'main-0000000' # deployed",
  '',
  '  - name: sidecar',
  "    newTag: '1.0.0'",
  '',
].join('\r\n');

const files = {
  [path]: kustomization,
  'fastapi-agent/prod/kustomization.yaml': kustomization,
  'broken/kustomization.yaml': 'images:\n  - name: app\n   newTag: x\n',
  'deployment/kustomization.yaml': 'apiVersion: apps/v1\nkind: Deployment\n',
  'twice/kustomization.yaml': kustomization,
  'twice/Kustomization': kustomization,
  'values.yaml':
    'image:\n  registry: ghcr.io\n  repository: org/repo/fastapi-agent\n  tag: v1 # t\n',
  'app.yaml': 'kind: A\nv: "agent=ghcr.io/org/repo/fastapi-agent:v1"\n---\nkind: B\nv: old\n',
  'empty/kustomization.yaml': 'resources: []\n',
  'README.md': 'GitOps\n',
};

const promotion = {
  steps: 'promote',
  image: 'ghcr.io/org/repo/fastapi-agent:main-a1b2c3d',
  'source-sha': sha,
  'gitops-repository': 'org/gitops',
  'gitops-token': secret,
  kustomization: 'fastapi-agent/base',
  'image-name': 'fastapi-agent',
};

/** The Node.js that runs the tests, and the one that the runner has. */
const node24 = fileURLToPath(new URL('node24/node_modules/node/bin/node', import.meta.url));

function versionOf(node: string): string {
  return spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
}

interface Run {
  /** Where the action finds the API; by default the stand-in itself. */
  readonly apiUrl?: string;
  readonly proxy?: string;
  readonly event?: string;
  readonly ref?: string;
  readonly env?: Given;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Holds everybody who comes until so many have come; later ones pass. */
function makeBarrier(count: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let missing = count;
  return async () => {
    missing -= 1;
    if (missing > 0) await new Promise<void>((resolve) => waiting.push(resolve));
    for (const release of waiting.splice(0)) release();
  };
}

describe.each([
  { version: versionOf(process.execPath), node: process.execPath },
  { version: versionOf(node24), node: node24 },
])('the bundle on Node.js $version', ({ node }) => {
  let root = '';
  let standIn: GitHubStandIn;

  async function start(changes: Partial<StandInOptions> = {}): Promise<void> {
    standIn = await startGitHubStandIn({
      root: mkdtempSync(join(root, 'repositories-')),
      repositories: { 'org/gitops': { files, private: true } },
      tokens: {
        [secret]: { kind: 'fine-grained', login: 'bot', permissions: { 'org/gitops': 'write' } },
        reader: { kind: 'fine-grained', login: 'bot', permissions: { 'org/gitops': 'read' } },
        classic: { kind: 'classic', login: 'bot', permissions: { 'org/gitops': 'read' } },
        stranger: { kind: 'fine-grained', login: 'stranger', permissions: {} },
      },
      ...changes,
    });
  }

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'gitops-promote-'));
    await start();
  });

  /** Whatever a test did: no reply was one that GitHub would not give, and nothing else is left. */
  afterEach(async () => {
    expect(validateExchanges(standIn.requests)).toEqual([]);
    await standIn.close();
    rmSync(root, { recursive: true });
  });

  async function run(
    inputs: Given,
    { event = 'push', ref, env = {}, payload = {}, apiUrl, proxy }: Run = {},
  ) {
    const result = await runAction({
      node,
      inputs,
      workspace: root,
      apiUrl: apiUrl ?? standIn.url,
      event: { name: event, payload },
      env: {
        GITHUB_REPOSITORY: 'org/repo',
        GITHUB_SHA: sha,
        GITHUB_REF: ref ?? 'refs/heads/main',
        GITHUB_RUN_ID: '7',
        ...env,
        ...(proxy !== undefined && { http_proxy: proxy }),
      },
    });
    expect(withoutMasks(result.stdout)).not.toContain(secret);
    expect(result.summary + JSON.stringify(result.outputs)).not.toContain(secret);
    return result;
  }

  function withoutMasks(log: string): string {
    return log.replace(/^::add-mask::.*$/gm, '');
  }

  function requestsMade(): readonly string[] {
    return standIn.requests.map(
      ({ method, path: asked, status }) => `${method} ${asked} ${status ?? '-'}`,
    );
  }

  async function history(): Promise<readonly string[]> {
    const log = await standIn.repository('org/gitops').log('main');
    return log.slice(0, -1);
  }

  async function fileNow(): Promise<string> {
    return (await standIn.repository('org/gitops').readFile('main', path)).toString();
  }

  function writeReport(covered: number): void {
    const counts = `lines-valid="10" lines-covered="${covered}" branches-valid="0" branches-covered="0"`;
    writeFileSync(
      join(root, 'coverage.xml'),
      `<?xml version="1.0" ?>\n<coverage version="7.16.2" ${counts} line-rate="1" branch-rate="0" complexity="0">\n<!-- Generated by coverage.py: https://coverage.readthedocs.io/ -->\n<packages/></coverage>\n`,
    );
  }

  describe('coverage', () => {
    const gate = { 'coverage-files': 'coverage.xml', 'coverage-min': '80' };

    it.each([
      {
        covered: 8,
        verdict: 'pass',
        exitCode: 0,
        says: 'coverage 80.00% (8/10 lines) reaches 80%',
      },
      { covered: 7, verdict: 'fail', exitCode: 1, says: '1 more covered line needed' },
    ])('$covered of 10 lines: $verdict', async ({ covered, verdict, exitCode, says }) => {
      writeReport(covered);
      const result = await run(gate);
      expect(result.exitCode).toBe(exitCode);
      expect(result.stdout).toContain(says);
      expect(result.summary).toContain(`### Coverage: ${verdict}`);
      expect(result.outputs).toMatchObject({
        coverage: `${covered}0.00`,
        'coverage-covered': String(covered),
        'coverage-total': '10',
        'coverage-metric': 'lines',
        'coverage-verdict': verdict,
        changed: 'false',
      });
      expect(requestsMade()).toEqual([]);
    });

    it.each(readCases())('gives what the tool says: $name', async ({ files, inputs, expected }) => {
      const reports = files.map((file) => fixturePath(file)).join('\n');
      const result = await run({ 'coverage-files': reports, ...inputs });
      for (const [name, value] of Object.entries(expected)) {
        if (name === 'parsed') expect(result.outputs.coverage).toBeDefined();
        else expect(result.outputs[`coverage-${name}`]).toBe(String(value));
      }
    });

    it.each([
      { onMissing: '', exitCode: 1, level: '::error::' },
      { onMissing: 'warn', exitCode: 0, level: '::warning::' },
      { onMissing: 'pass', exitCode: 0, level: '::notice::' },
    ])('no report, coverage-on-missing "$onMissing"', async ({ onMissing, exitCode, level }) => {
      const result = await run({ ...gate, 'coverage-on-missing': onMissing });
      expect(result.exitCode).toBe(exitCode);
      expect(result.stdout).toContain(
        `${level}coverage is unknown: coverage-files matches no file: "coverage.xml"`,
      );
      expect(result.outputs['coverage-verdict']).toBe('unknown');
      expect(result.outputs.coverage).toBeUndefined();
    });
  });

  describe('tag', () => {
    const image = { image: 'ghcr.io/org/repo/fastapi-agent' };

    it.each([
      { description: 'a push to main', given: {}, ref: 'refs/heads/main', tag: 'main-a1b2c3d' },
      { description: 'a push of a tag', given: {}, ref: 'refs/tags/v1.2.3', tag: 'a1b2c3d' },
      {
        description: 'a given tag',
        given: { tag: '1.2.3', digest },
        ref: 'refs/heads/main',
        tag: '1.2.3',
      },
    ])('$description gives $tag', async ({ given, ref, tag }) => {
      const { exitCode, outputs, summary } = await run({ ...image, ...given }, { ref });
      expect(exitCode).toBe(0);
      const pinned = 'digest' in given ? `@${digest}` : '';
      expect(outputs).toMatchObject({
        image: `ghcr.io/org/repo/fastapi-agent:${tag}${pinned}`,
        'image-repository': 'ghcr.io/org/repo/fastapi-agent',
        tag,
        tags: `ghcr.io/org/repo/fastapi-agent:${tag}`,
        version: tag,
      });
      expect(summary).toContain(`ghcr.io/org/repo/fastapi-agent:${tag}`);
      expect(requestsMade()).toEqual([]);
    });

    it('speaks the language of docker/metadata-action', async () => {
      const rules = [
        'type=semver,pattern={{version}}',
        '"type=match,""pattern=\\d{1,2}"""',
        "type=raw,value={{date 'YYYYMMDD-HHmm' tz='Europe/Paris'}}",
        'type=pep440,pattern={{major}}.{{minor}}',
        'type=ref,event=branch',
      ];
      const { exitCode, outputs, summary } = await run(
        { ...image, tags: rules.join('\n'), flavor: 'suffix=-slim' },
        { ref: 'refs/tags/v1.2.3', env: { SOURCE_DATE_EPOCH: '1768005000' } },
      );
      expect(exitCode).toBe(0);
      const tags = ['1.2.3-slim', '1.2-slim', '1-slim', '20260110-0130-slim', 'latest'];
      expect(outputs).toMatchObject({
        tags: tags.map((tag) => `${image.image}:${tag}`).join('\n'),
        tag: '1.2.3-slim',
        version: '1.2.3-slim',
      });
      expect(outputs.labels).toContain(`org.opencontainers.image.revision=${sha}\n`);
      expect(summary).toContain('| `type=ref,event=branch` | the run is not about a branch |');
    });

    it('does not name a commit that the workspace is not at', async () => {
      const git = (...args: readonly string[]) =>
        spawnSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@t', ...args]);
      git('init', '--quiet');
      git('remote', 'add', 'origin', 'https://github.com/org/repo');
      git('commit', '--quiet', '--allow-empty', '--message', 'x');
      const { exitCode, outputs, stdout } = await run(image);
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ reason: 'invalid-context' });
      expect(stdout).toContain('Set ref of actions/checkout');
    });
  });

  describe('promote', () => {
    it('makes one commit of the changed bytes', async () => {
      const { exitCode, outputs, summary } = await run(promotion);
      expect(exitCode).toBe(0);
      expect(await fileNow()).toBe(kustomization.replace('main-0000000', 'main-a1b2c3d'));
      expect(requestsMade()).toEqual([
        'GET /repos/org/gitops/contents/fastapi-agent/base 200',
        `GET /repos/org/gitops/contents/${path} 200`,
        // Digits alone may be a date, so the file's own commits are asked first.
        'GET /repos/org/gitops/commits 200',
        // The stand-in does not know the token of the workflow.
        `GET /repos/org/repo/compare/0000000...${sha} 401`,
        `PUT /repos/org/gitops/contents/${path} 200`,
      ]);
      const [message, ...rest] = await history();
      expect(rest).toEqual([]);
      expect(message).toMatch(
        /^chore\(fastapi-agent\): promote main-0000000 -> main-a1b2c3d\n\nSource-Repository: org\/repo\n/,
      );
      expect(message).toContain(`\nSource-Commit: ${sha}\n`);
      expect(message).toMatch(/\nWorkflow-Run: \S+\/org\/repo\/actions\/runs\/7\n/);
      expect(outputs).toMatchObject({
        changed: 'true',
        'would-change': 'true',
        reason: 'promoted',
        'previous-image': 'ghcr.io/org/repo/fastapi-agent:main-0000000',
        'commit-sha': (await standIn.repository('org/gitops').git('rev-parse', 'main')).trim(),
      });
      expect(outputs['commit-url']).toMatch(/\/org\/gitops\/commit\/[0-9a-f]{40}$/);
      expect(summary).toContain("-    newTag: 'main-0000000' # deployed");
      expect(JSON.parse(outputs.result ?? '')).toMatchObject({
        promotion: { targets: [{ changes: [{ path: 'images[0].newTag' }] }] },
      });
    });

    it('writes tag and digest together', async () => {
      const { outputs } = await run({ ...promotion, digest });
      const text = kustomization.replace(
        "    newTag: 'main-0000000' # deployed\r\n",
        `    newTag: 'main-a1b2c3d' # deployed\r\n    digest: '${digest}'\r\n`,
      );
      expect(await fileNow()).toBe(text);
      expect(outputs.image).toBe(`${promotion.image}@${digest}`);
    });

    it('commits nothing when nothing has to change, and names the head', async () => {
      await run(promotion);
      const head = (await standIn.repository('org/gitops').git('rev-parse', 'main')).trim();
      const { exitCode, outputs } = await run(promotion);
      expect(exitCode).toBe(0);
      expect(await history()).toHaveLength(1);
      expect(outputs).toMatchObject({
        changed: 'false',
        'would-change': 'false',
        reason: 'unchanged',
        'commit-sha': head,
      });
    });

    it('lets two promotions of different images at once both land', async () => {
      await standIn.close();
      const arrived = makeBarrier(2);
      await start({
        onRequest: async ({ method }, answer) => {
          if (method === 'PUT') await arrived();
          return answer();
        },
      });
      const sidecar = { ...promotion, image: 'sidecar:2.0.0', 'image-name': 'sidecar' };
      const results = await Promise.all([run(promotion), run(sidecar)]);
      expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      expect(standIn.requests.filter(({ status }) => status === 409)).toHaveLength(1);
      expect(await history()).toHaveLength(2);
      expect(await fileNow()).toBe(
        kustomization.replace('main-0000000', 'main-a1b2c3d').replace('1.0.0', '2.0.0'),
      );
    });

    it('finds its own commit when the answer to the write is lost', async () => {
      await standIn.close();
      await start({
        onRequest: async ({ method }, answer) => {
          const reply = await answer();
          return method === 'PUT' ? 'drop' : reply;
        },
      });
      const { exitCode, outputs } = await run(promotion);
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ changed: 'true', reason: 'promoted' });
      expect(await history()).toHaveLength(1);
    });

    it('goes through the proxy that the runner is set to', async () => {
      const proxy = await startProxy(standIn.url);
      const apiUrl = 'http://api.github.test';
      const { exitCode } = await run(promotion, { apiUrl, proxy: proxy.url });
      proxy.close();
      expect(exitCode).toBe(0);
      expect(new Set(proxy.tunnels)).toEqual(new Set(['api.github.test:80']));
      expect(await history()).toHaveLength(1);
    });

    it('shows the diff in a pull request, and writes nothing', async () => {
      const { exitCode, outputs, summary } = await run(promotion, { event: 'pull_request' });
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({
        changed: 'false',
        'would-change': 'true',
        reason: 'dry-run',
      });
      expect(outputs['commit-sha']).toBeUndefined();
      expect(summary).toContain("+    newTag: 'main-a1b2c3d' # deployed");
      expect(await history()).toEqual([]);
    });

    it.each([
      { description: 'a token that cannot see the repository', token: 'stranger' },
      { description: 'no token at all', token: '' },
    ])('goes on in a pull request of a fork with $description', async ({ token }) => {
      const { exitCode, stdout } = await run(
        { ...promotion, 'gitops-token': '', token },
        { event: 'pull_request' },
      );
      expect(exitCode).toBe(0);
      expect(stdout).toContain('::notice::Nothing to show');
    });

    it('copies the image of another file, with its commit', async () => {
      await run(promotion);
      const { image, 'source-sha': commit, steps, ...rest } = promotion;
      const prod = 'fastapi-agent/prod/kustomization.yaml';
      expect([image, commit, steps]).not.toContain('');
      const { exitCode, outputs } = await run(
        { ...rest, kustomization: prod, 'promote-from': 'fastapi-agent/base' },
        { event: 'workflow_dispatch' },
      );
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({ image, 'source-sha': commit, reason: 'promoted' });
      const copied = await standIn.repository('org/gitops').readFile('main', prod);
      expect(copied.toString()).toBe(await fileNow());
    });

    it('says so when the server does not answer', async () => {
      await standIn.close();
      await start({ onRequest: () => Promise.resolve('drop') });
      const { exitCode, outputs, stdout } = await run({ ...promotion, 'retry-timeout': '1' });
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ reason: 'unavailable', changed: 'false' });
      expect(stdout).toMatch(/::error::.*nothing was: .* did not answer/);
    });
  });

  describe('targets', () => {
    const { 'image-name': imageName } = promotion;
    const untargeted = { ...promotion, kustomization: '', 'image-name': '' };

    async function readNow(file: string): Promise<string> {
      return (await standIn.repository('org/gitops').readFile('main', file)).toString();
    }

    it('sets the tag of Helm values', async () => {
      const { exitCode, outputs } = await run({ ...untargeted, values: 'values.yaml' });
      expect(exitCode).toBe(0);
      expect(await readNow('values.yaml')).toBe(files['values.yaml'].replace('v1', 'main-a1b2c3d'));
      expect(outputs['previous-image']).toBe('ghcr.io/org/repo/fastapi-agent:v1');
    });

    it('sets values in several documents of a file in one commit', async () => {
      const targets = [
        '- {file: app.yaml, document: {kind: A}, set: {v: "agent={{image}}"}}',
        '- {file: app.yaml, document: {kind: B}, set: {v: "{{sha}}"}}',
      ].join('\n');
      await run({ ...untargeted, targets });
      expect(await readNow('app.yaml')).toBe(
        files['app.yaml'].replace('v1', 'main-a1b2c3d').replace('old', sha),
      );
      expect(await history()).toHaveLength(1);
    });

    it('adds an entry on demand', async () => {
      const given = { ...untargeted, kustomization: 'empty', 'image-name': imageName };
      expect((await run(given)).outputs.reason).toBe('entry-not-found');
      await run({ ...given, 'create-missing': 'true' });
      expect(await readNow('empty/kustomization.yaml')).toBe(
        `resources: []\nimages:\n- name: ${imageName}\n  newName: ghcr.io/org/repo/fastapi-agent\n  newTag: main-a1b2c3d\n`,
      );
    });

    it('changes several files in one commit', async () => {
      const { exitCode } = await run({ ...promotion, values: 'values.yaml' });
      expect(exitCode).toBe(0);
      expect(await readNow('values.yaml')).toBe(files['values.yaml'].replace('v1', 'main-a1b2c3d'));
      expect(await fileNow()).toBe(kustomization.replace('main-0000000', 'main-a1b2c3d'));
      expect(await history()).toHaveLength(1);
    });
  });

  describe('all in one call', () => {
    const all = {
      ...promotion,
      steps: '',
      'coverage-files': 'coverage.xml',
      image: 'ghcr.io/org/repo/fastapi-agent',
    };

    it('gates, tags and promotes', async () => {
      writeReport(9);
      const { exitCode, outputs } = await run(all);
      expect(exitCode).toBe(0);
      expect(outputs).toMatchObject({
        coverage: '90.00',
        tag: 'main-a1b2c3d',
        reason: 'promoted',
      });
      const [message] = await history();
      expect(message).toContain('\nCoverage: 90.00\n');
    });

    it('stops at a gate that does not hold, before anything is asked or written', async () => {
      writeReport(7);
      const { exitCode, outputs, summary } = await run(all);
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ coverage: '70.00', reason: 'coverage-failed' });
      expect(outputs.tag).toBeUndefined();
      expect(summary).toContain('Nothing was written');
      expect(requestsMade()).toEqual([]);
    });
  });

  describe('errors', () => {
    it.each([
      {
        description: 'a token that is not one',
        given: { 'gitops-token': 'wrong' },
        reason: 'token-invalid',
        says: 'gitops-token: the server does not accept this token',
      },
      {
        description: 'an empty token',
        given: { 'gitops-token': '' },
        reason: 'invalid-input',
        says: 'gitops-token: it is empty',
      },
      {
        description: 'no token for the source repository itself',
        given: { 'gitops-repository': 'org/repo', 'gitops-token': '', token: '' },
        reason: 'invalid-input',
        says: 'gitops-token: it is empty',
      },
      {
        description: 'a token of two lines',
        given: { 'gitops-token': `${secret}\nother` },
        reason: 'invalid-input',
        says: 'gitops-token: expected a token, got text with white space',
      },
      {
        description: 'a token that only reads',
        given: { 'gitops-token': 'reader' },
        reason: 'token-forbidden',
        says: 'can read org/gitops but not write to it',
      },
      {
        description: 'a classic token that only reads',
        given: { 'gitops-token': 'classic' },
        reason: 'token-forbidden',
        says: 'can read org/gitops but not write to it',
      },
      {
        description: 'a repository that the token cannot see',
        given: { 'gitops-token': 'stranger' },
        reason: 'repository-not-found',
        says: 'org/gitops does not exist, or the token (input gitops-token) cannot see it',
      },
      {
        description: 'a repository that is not there',
        given: { 'gitops-repository': 'org/gitopps' },
        reason: 'repository-not-found',
        says: 'gitops-repository: org/gitopps does not exist',
      },
      {
        description: 'a branch that is not there',
        given: { 'gitops-branch': 'production' },
        reason: 'branch-not-found',
        says: 'org/gitops has no branch "production"',
      },
      {
        description: 'a directory that is not there',
        given: { kustomization: 'fastapi/base' },
        reason: 'path-not-found',
        says: 'has no "fastapi/base" on its default branch. At its root: There are:',
      },
      {
        description: 'a file that is not there',
        given: { kustomization: 'fastapi-agent/base/kustomization.yml' },
        reason: 'path-not-found',
        says: 'There are: kustomization.yaml.',
      },
      {
        description: 'two kustomizations in one directory',
        given: { kustomization: 'twice' },
        reason: 'path-ambiguous',
        says: 'twice holds both',
      },
      {
        description: 'an entry that is not there',
        given: { 'image-name': 'agent' },
        reason: 'entry-not-found',
        says: 'fastapi-agent',
      },
      {
        description: 'a file that is no kustomization',
        given: { kustomization: 'deployment' },
        reason: 'not-a-kustomization',
        says: 'Deployment',
      },
      {
        description: 'YAML that is not valid',
        given: { kustomization: 'broken' },
        reason: 'invalid-yaml',
        says: 'broken/kustomization.yaml:3:1: expected YAML',
      },
      {
        description: 'a branch name as tag',
        given: { image: 'ghcr.io/org/repo/fastapi-agent:main' },
        reason: 'moving-tag',
        says: 'the tag main moves',
      },
      {
        description: 'an image name that is not valid',
        given: { image: 'ghcr.io/org/repo//agent:1' },
        reason: 'invalid-input',
        says: 'image: expected an image repository or reference',
      },
      {
        description: 'an input that is not a number',
        given: { 'retry-timeout': 'two' },
        reason: 'invalid-input',
        says: 'retry-timeout: expected a whole number from 0 to 3600, got "two"',
      },
      {
        description: 'an input of a step that does not run',
        given: { steps: '', 'coverage-min': '90' },
        reason: 'invalid-input',
        says: 'coverage-min: given, but the coverage step does not run',
      },
      {
        description: 'a misspelt input',
        given: { kustomisation: 'fastapi-agent/base' },
        reason: 'invalid-input',
        says: 'kustomisation: there is no such input. Is kustomization meant?',
      },
    ])('$description: $reason', async ({ given, reason, says }) => {
      const { exitCode, outputs, stdout, summary } = await run({ ...promotion, ...given });
      expect(exitCode).toBe(1);
      expect(outputs).toMatchObject({ reason, changed: 'false' });
      const [annotation, second] = stdout.split('\n').filter((line) => line.startsWith('::error'));
      expect(second).toBeUndefined();
      expect(annotation).toMatch(says);
      expect(summary).toContain(`### Failed: ${reason}`);
      expect(await history()).toEqual([]);
    });
  });
});

it('masks a secret of several lines line by line', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'gitops-promote-'));
  const { stdout } = await runAction({
    inputs: { ...promotion, 'gitops-token': 'first-line\r\nsecond-line' },
    workspace,
    apiUrl: 'http://127.0.0.1:1',
    event: { name: 'push', payload: {} },
    env: { GITHUB_REPOSITORY: 'org/repo', GITHUB_SHA: sha },
  });
  rmSync(workspace, { recursive: true });
  expect(stdout).toContain('::add-mask::first-line\n::add-mask::second-line\n');
  expect(stdout.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/first-line|second-line/);
});

it('declares the Node.js that it is tested on', () => {
  const action = readFileSync(new URL('../action.yml', import.meta.url), 'utf8');
  expect(action).toMatch(/using: node24\n {2}main: dist\/index\.js/);
  expect(versionOf(node24)).toMatch(/^v24\./);
});
