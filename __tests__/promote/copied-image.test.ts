import { describe, expect, it } from '@jest/globals';
import { readCopiedImage } from '../../src/promote/copy.js';
import { DEFAULT_TAG_PATH } from '../../src/promote/inputs/target.js';
import { contextOf } from '../fakes/context.js';
import { FakeRepository } from '../fakes/gitops-repository.js';

const old = '0123456789abcdef0123456789abcdef01234567';
const kustomization = 'images:\n  - name: app\n    newName: ghcr.io/org/app\n    newTag: v1.2.3\n';
const from = {
  request: { kind: 'kustomization', path: 'app/dev' },
  location: { kind: 'kustomization' },
  shortShaLength: 7,
} as const;

function deployedBy(image: string): string {
  return `chore: x\n\nSource-Commit: ${old}\nImage: ${image}\n`;
}

describe('readCopiedImage', () => {
  it('reads a kustomization', async () => {
    const copied = await readCopiedImage(from, contextOf(), new FakeRepository(kustomization));
    expect(copied).toMatchObject({
      image: { repository: 'ghcr.io/org/app', tag: 'v1.2.3' },
      version: 'v1.2.3',
    });
    expect(copied.sourceSha).toBeUndefined();
  });

  it('reads Helm values', async () => {
    const repository = new FakeRepository('');
    repository.others.set('dev.yaml', 'image:\n  repository: ghcr.io/org/app\n  tag: v2\n');
    const values = {
      request: { kind: 'file', path: 'dev.yaml' },
      location: { kind: 'values', paths: { tag: DEFAULT_TAG_PATH } },
      shortShaLength: 7,
    } as const;
    const { image } = await readCopiedImage(values, contextOf(), repository);
    expect(image).toEqual({ repository: 'ghcr.io/org/app', tag: 'v2' });
  });
});

describe('the commit of a copied image', () => {
  const { sha } = contextOf();
  const withCommit = kustomization.replace('v1.2.3', `main-${sha.slice(0, 7)}`);

  it.each([
    {
      description: 'source-sha',
      text: kustomization,
      commit: { sourceSha: sha },
      message: deployedBy('ghcr.io/org/app:v1.2.3'),
      expected: sha,
    },
    {
      description: "the event's own, which the tag abbreviates",
      text: withCommit,
      commit: {},
      message: deployedBy('ghcr.io/org/app:v1.2.3'),
      expected: sha,
    },
    {
      description: 'what the commit says that deployed it',
      text: kustomization,
      commit: {},
      message: deployedBy('ghcr.io/org/app:v1.2.3'),
      expected: old,
    },
    {
      description: 'unknown, where the newest commit deployed another image of the file',
      text: kustomization,
      commit: {},
      message: deployedBy('ghcr.io/org/sidecar:v1'),
      expected: undefined,
    },
  ])('is $description', async ({ text, commit, message, expected }) => {
    const repository = new FakeRepository(text);
    repository.push(text, message);
    const copied = await readCopiedImage({ ...from, ...commit }, contextOf(), repository);
    expect(copied.sourceSha).toBe(expected);
    expect(copied.shortSha).toBe(expected?.slice(0, 7));
  });

  it('is left to the source repository where the tag abbreviates another one than was told', async () => {
    const text = kustomization.replace('v1.2.3', 'main-fedcba9');
    const repository = new FakeRepository(text);
    repository.push(text, deployedBy('ghcr.io/org/app:main-fedcba9'));
    const copied = await readCopiedImage(from, contextOf(), repository);
    expect(copied).toMatchObject({
      sourceSha: old,
      abbreviated: { commit: 'fedcba9', shortShaLength: 7 },
    });
  });

  it('is what was told where the tag abbreviates that', async () => {
    const tag = `main-${old.slice(0, 7)}`;
    const text = kustomization.replace('v1.2.3', tag);
    const repository = new FakeRepository(text);
    repository.push(text, deployedBy(`ghcr.io/org/app:${tag}`));
    const copied = await readCopiedImage(from, contextOf(), repository);
    expect(copied.sourceSha).toBe(old);
    expect(copied.abbreviated).toBeUndefined();
  });

  it.each([
    { description: 'told', commit: {} },
    { description: 'given, and the one that was told', commit: { sourceSha: old } },
  ])('comes with its repository when it is $description', async ({ commit }) => {
    const repository = new FakeRepository(kustomization);
    const message = `Source-Repository: org/other\n${deployedBy('ghcr.io/org/app:v1.2.3').slice(10)}`;
    repository.push(kustomization, `chore: x\n\n${message}`);
    const copied = await readCopiedImage({ ...from, ...commit }, contextOf(), repository);
    expect(copied).toMatchObject({ sourceSha: old, sourceRepository: 'org/other' });
  });
});
