import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { REPOSITORY, useStandIn } from './client.js';

const standIn = useStandIn();
const CONTENTS = `/repos/${REPOSITORY}/contents`;
const COMMIT = 'a94a8fe5ccb19ba61c4c0873d391e987982fbbd3';
const TEXT = 'images:\n  - name: fastapi-agent\n    newTag: "1.10" # the deployed one\n';

const FILES = {
  'app/base/kustomization.yaml': TEXT,
  'app/base/run.sh': { executable: '#!/bin/sh\n' },
  'app/link.yaml': { symlink: 'base/kustomization.yaml' },
  'app/link-to-directory': { symlink: 'base' },
  'app/link-outside': { symlink: '../../etc/passwd' },
  'app/vendor': { submodule: COMMIT },
  'app/ünïcode #1.yaml': 'a: 1\n',
  '.gitmodules': '[submodule "v"]\n\tpath = app/vendor\n\turl = https://github.com/org/v.git\n',
};

function blobSha(text: string): string {
  return createHash('sha1').update(`blob ${text.length}\0${text}`).digest('hex');
}

async function start(files: Record<string, unknown> = FILES) {
  return standIn.start({ repositories: { [REPOSITORY]: { files: files as typeof FILES } } });
}

describe('GET contents of a file', () => {
  it('answers its content in Base64 lines, and the name of its blob', async () => {
    const { url } = await start();
    const { status, body } = await standIn.call('GET', `${CONTENTS}/app/base/kustomization.yaml`);
    const self = `${url}${CONTENTS}/app/base/kustomization.yaml?ref=main`;
    const git = `${url}/repos/${REPOSITORY}/git/blobs/${blobSha(TEXT)}`;
    const html = `https://github.com/${REPOSITORY}/blob/main/app/base/kustomization.yaml`;
    expect(status).toBe(200);
    expect(body).toEqual({
      name: 'kustomization.yaml',
      path: 'app/base/kustomization.yaml',
      sha: blobSha(TEXT),
      size: TEXT.length,
      url: self,
      html_url: html,
      git_url: git,
      download_url: `https://raw.githubusercontent.com/${REPOSITORY}/main/app/base/kustomization.yaml`,
      type: 'file',
      content:
        'aW1hZ2VzOgogIC0gbmFtZTogZmFzdGFwaS1hZ2VudAogICAgbmV3VGFnOiAi\n' +
        'MS4xMCIgIyB0aGUgZGVwbG95ZWQgb25lCg==\n',
      encoding: 'base64',
      _links: { self, git, html },
    });
  });

  it('takes a path whose slashes are encoded, as Octokit sends it', async () => {
    const { requests } = await start();
    const path = encodeURIComponent('app/ünïcode #1.yaml');
    const { body } = await standIn.call('GET', `${CONTENTS}/${path}`);
    expect(body).toMatchObject({ path: 'app/ünïcode #1.yaml', content: 'YTogMQo=\n' });
    expect(requests[0]?.path).toBe(`${CONTENTS}/app/ünïcode #1.yaml`);
  });

  it('answers the bytes themselves in the raw media type', async () => {
    await start();
    const answer = await standIn.call('GET', `${CONTENTS}/app/base/kustomization.yaml`, {
      accept: 'application/vnd.github.raw+json',
    });
    expect(answer.body).toBe(TEXT);
  });

  it.each([
    { description: 'shows 1 MiB', size: 1024 * 1024, encoding: 'base64', shown: true },
    { description: 'leaves out more', size: 1024 * 1024 + 1, encoding: 'none', shown: false },
  ])('$description', async ({ size, encoding, shown }) => {
    await start({ 'large.yaml': Buffer.alloc(size, '#') });
    const { body } = await standIn.call('GET', `${CONTENTS}/large.yaml`);
    expect(body).toMatchObject({ size, encoding });
    expect((body as { content: string }).content !== '').toBe(shown);
  });
});

describe('GET contents of a directory', () => {
  it('lists its entries in the order of the tree, without content', async () => {
    await start();
    const { body } = await standIn.call('GET', `${CONTENTS}/app?ref=main`);
    const entries = body as { name: string; type: string; path: string; size: number }[];
    expect(entries.map(({ name, type }) => `${type} ${name}`)).toEqual([
      'dir base',
      'symlink link-outside',
      'symlink link-to-directory',
      'symlink link.yaml',
      'file vendor',
      'file ünïcode #1.yaml',
    ]);
    expect(entries[0]).toMatchObject({ path: 'app/base', size: 0, download_url: null });
    expect(entries[4]).toMatchObject({ sha: COMMIT, size: 0, git_url: null, html_url: null });
    expect(entries.filter((entry) => 'content' in entry)).toEqual([]);
  });

  it.each(['', '/', '/app/base/'])('takes the path %j', async (path) => {
    await start();
    const { status, body } = await standIn.call('GET', `${CONTENTS}${path}`);
    expect(status).toBe(200);
    expect((body as { path: string }[])[0]?.path).toBe(
      path === '/app/base/' ? 'app/base/kustomization.yaml' : '.gitmodules',
    );
  });

  it('is cut after 1,000 entries', async () => {
    const names = Array.from({ length: 1001 }, (_, index) => [`many/${index + 1000}.yaml`, '']);
    await start(Object.fromEntries(names) as Record<string, string>);
    const { body } = await standIn.call('GET', `${CONTENTS}/many`);
    expect(body).toHaveLength(1000);
  });
});

describe('GET contents of what is neither', () => {
  it('follows a link to a file, under the name and blob of the link', async () => {
    await start();
    const { body } = await standIn.call('GET', `${CONTENTS}/app/link.yaml`);
    expect(body).toMatchObject({
      type: 'file',
      path: 'app/link.yaml',
      sha: blobSha('base/kustomization.yaml'),
      size: TEXT.length,
    });
  });

  it.each([
    { path: 'app/link-to-directory', target: 'base' },
    { path: 'app/link-outside', target: '../../etc/passwd' },
  ])('describes the link $path', async ({ path, target }) => {
    await start();
    const { body } = await standIn.call('GET', `${CONTENTS}/${path}`);
    expect(body).toMatchObject({ type: 'symlink', target, size: target.length });
  });

  it('describes a submodule', async () => {
    await start();
    const { body } = await standIn.call('GET', `${CONTENTS}/app/vendor`);
    const submodule_git_url = 'https://github.com/org/v.git';
    expect(body).toMatchObject({ type: 'submodule', sha: COMMIT, submodule_git_url });
  });
});

describe('GET contents at a ref', () => {
  it.each([
    { description: 'a branch', ref: 'refs/heads/main' },
    { description: 'a tag', ref: 'v1' },
    { description: 'a commit', ref: 'HEAD' },
  ])('reads $description', async ({ ref }) => {
    const { repository } = await start();
    const { git } = repository(REPOSITORY);
    await git('tag', 'v1', 'main');
    const asked = ref === 'HEAD' ? await git('rev-parse', 'HEAD') : ref;
    const { body } = await standIn.call('GET', `${CONTENTS}/app/base/run.sh?ref=${asked}`);
    expect(body).toMatchObject({
      size: 10,
      url: expect.stringContaining(encodeURIComponent(asked)),
    });
  });

  it.each(['nope', 'main~1', 'main^{tree}', 'main..main', 'deadbeef'])(
    'has no commit for %j',
    async (ref) => {
      await start();
      const query = new URLSearchParams({ ref });
      const { status, body } = await standIn.call('GET', `${CONTENTS}/app?${query.toString()}`);
      expect(status).toBe(404);
      expect(body).toEqual({
        message: `No commit found for the ref ${ref}`,
        documentation_url: 'https://docs.github.com/rest/repos/contents',
        status: '404',
      });
    },
  );

  it('has nothing at a path that is not there', async () => {
    await start();
    const { status, body } = await standIn.call('GET', `${CONTENTS}/app/nope.yaml`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ message: 'Not Found', status: '404' });
  });
});
