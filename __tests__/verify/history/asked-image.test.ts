import { describe, expect, it } from '@jest/globals';
import type { GitOpsRepository } from '../../../src/ports/gitops.js';
import type { Target } from '../../../src/promote/inputs/target.js';
import { readAskedImage } from '../../../src/verify/history/asked-image.js';

/** A value in a file of whatever kind. */
function targetOf(template: string): Target {
  return { kind: 'file', path: 'app.yaml', set: [{ path: [{ kind: 'key', key: 'v' }], template }] };
}

function repositoryWith(text: string): GitOpsRepository {
  const file = { path: 'app.yaml', bytes: Buffer.from(text), blobSha: 'b' };
  return { readFiles: () => Promise.resolve({ files: [file] }) } as unknown as GitOpsRepository;
}

describe('what the targets ask for', () => {
  const image = { repository: 'ghcr.io/org/app', tag: '2' };
  const facts = { image, sourceSha: 'a'.repeat(40) };

  it.each([
    { template: '{{tag}}', value: '2', asked: 'ours' },
    { template: '{{tag}}', value: '1', asked: { other: 'ghcr.io/org/app:1' } },
    { template: '{{sha}}', value: 'b'.repeat(40), asked: { other: 'another image' } },
    {
      template: '{{image}}',
      value: `ghcr.io/org/app:2@sha256:${'a'.repeat(64)}`,
      asked: { pinned: `sha256:${'a'.repeat(64)}` },
    },
    {
      template: '{{image}}',
      value: `ghcr.io/org/app:1@sha256:${'a'.repeat(64)}`,
      asked: { other: `ghcr.io/org/app:1@sha256:${'a'.repeat(64)}` },
    },
  ])('in $value for $template is $asked', async ({ template, value, asked }) => {
    const repository = repositoryWith(`v: '${value}'\n`);
    expect(await readAskedImage([targetOf(template)], repository, facts)).toEqual(asked);
  });

  const A = `sha256:${'a'.repeat(64)}`;
  const B = `sha256:${'b'.repeat(64)}`;

  it.each([
    { description: 'all is ours', values: ['ghcr.io/org/app:2', '2'], asked: 'ours' },
    {
      description: 'a digest is pinned',
      values: [`ghcr.io/org/app:2@${A}`, '2'],
      asked: { pinned: A },
    },
    {
      description: 'the second value alone is put back',
      values: ['ghcr.io/org/app:2', '1'],
      asked: { other: 'another image' },
    },
    {
      description: 'the second value is put back, and a digest pinned',
      values: [`ghcr.io/org/app:2@${A}`, '1'],
      asked: { other: 'another image' },
    },
    {
      description: 'both are put back',
      values: ['ghcr.io/org/app:1', '1'],
      asked: { other: 'ghcr.io/org/app:1' },
    },
  ])('of one target with two values: $description', async ({ values: [v, w], asked }) => {
    const target: Target = {
      kind: 'file',
      path: 'app.yaml',
      set: [
        { path: [{ kind: 'key', key: 'v' }], template: '{{image}}' },
        { path: [{ kind: 'key', key: 'w' }], template: '{{tag}}' },
      ],
    };
    const repository = repositoryWith(`v: '${v}'\nw: '${w}'\n`);
    expect(await readAskedImage([target], repository, facts)).toEqual(asked);
  });

  it.each([
    { text: `images:\n- name: ghcr.io/org/app\n  newTag: '2'\n  digest: ${A}\n` },
    { text: `images:\n- name: ghcr.io/org/app\n  digest: ${A}\n  newTag: "2"\n` },
    { text: `images:\n- name: ghcr.io/org/app\n  newTag: 2@${A}\n` },
  ])('in a kustomization with a digest is ours: $text', async ({ text }) => {
    const target: Target = { kind: 'kustomization', path: 'app', input: 'kustomization' };
    const repository = repositoryWith(text);
    expect(await readAskedImage([target], repository, facts)).toEqual({ pinned: A });
    const pinned = { ...facts, image: { ...image, digest: A } };
    expect(await readAskedImage([target], repository, pinned)).toEqual('ours');
  });

  it('in a target that tells no image does not change where another is pinned', async () => {
    const set = [{ path: [{ kind: 'key', key: 'w' }], template: '{{sha}}' }] as const;
    const repository = repositoryWith(`v: ghcr.io/org/app:2@${A}\nw: ${facts.sourceSha}\n`);
    const targets: Target[] = [targetOf('{{image}}'), { kind: 'file', path: 'app.yaml', set }];
    expect(await readAskedImage(targets, repository, facts)).toEqual({ pinned: A });
  });

  it('is the same image beside another commit of the source', async () => {
    const set = [
      { path: [{ kind: 'key', key: 'v' }], template: '{{image}}' },
      { path: [{ kind: 'key', key: 'w' }], template: '{{sha}}' },
    ] as const;
    const repository = repositoryWith(`v: ghcr.io/org/app:2\nw: ${'b'.repeat(40)}\n`);
    expect(await readAskedImage([{ kind: 'file', path: 'app.yaml', set }], repository, facts)).toBe(
      'ours',
    );
  });

  it('in two targets may be pinned to two digests', async () => {
    const targets = ['v', 'w'].map((key): Target => ({
      kind: 'file',
      path: 'app.yaml',
      set: [{ path: [{ kind: 'key', key }], template: '{{image}}' }],
    }));
    const repository = repositoryWith(`v: ghcr.io/org/app:2@${A}\nw: ghcr.io/org/app:2@${B}\n`);
    expect(await readAskedImage(targets, repository, facts)).toEqual('ours');
  });
});
