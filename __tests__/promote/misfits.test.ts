import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../src/base/image.js';
import { patchTargets } from '../../src/promote/files.js';
import { parseTargets } from '../../src/promote/inputs/target-list.js';
import { catchError } from '../patch/support/catch-error.js';
import { DIGEST, OLD_DIGEST } from '../patch/support/patch-text.js';

const IMAGE: ImageReference = { repository: 'ghcr.io/org/agent', tag: 'v2' };

interface Given {
  readonly text: string;
  /** Paths and their templates. */
  readonly set: Readonly<Record<string, string>>;
  readonly image?: ImageReference;
}

function patch({ text, set, image = IMAGE }: Given): string {
  const file = { path: 'app.yaml', bytes: new TextEncoder().encode(text), blobSha: '0' };
  const { targets, problems } = parseTargets(JSON.stringify([{ file: 'app.yaml', set }]));
  expect(problems).toEqual([]);
  const sourceSha = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
  const facts = { image, createMissing: false, sourceSha, shortSha: 'a1b2c3d' };
  return new TextDecoder().decode(patchTargets({ file, targets }, facts).bytes);
}

describe('what is set has to fit what stands there', () => {
  it.each<Given & { description: string; after: string }>([
    {
      description: 'an image behind a name',
      text: 'images: [agent=ghcr.io/org/agent:v1]\n',
      set: { 'images[0]': 'agent={{image}}' },
      after: 'images: [agent=ghcr.io/org/agent:v2]\n',
    },
    {
      description: 'an item that is named by how it begins, wherever it is',
      text: 'images: [proxy=r/proxy:v1, agent=]\n',
      set: { 'images[agent=*]': 'agent={{image}}' },
      after: 'images: [proxy=r/proxy:v1, agent=ghcr.io/org/agent:v2]\n',
    },
    {
      description: 'an item without a name that is named by how it begins',
      text: 'images: ["r/proxy:v1", "ghcr.io/org/agent:v1"]\n',
      set: { 'images[ghcr.io/org/agent:*]': '{{image}}' },
      after: 'images: ["r/proxy:v1", "ghcr.io/org/agent:v2"]\n',
    },
    {
      description: 'an image of another repository, since a person named the path',
      text: 'image: quay.io/org/agent:v1\n',
      set: { image: '{{image}}' },
      after: 'image: ghcr.io/org/agent:v2\n',
    },
    {
      description: 'a commit in the place of a branch',
      text: 'revision: main\n',
      set: { revision: '{{sha}}' },
      after: 'revision: a1b2c3d4e5f60718293a4b5c6d7e8f9012345678\n',
    },
    {
      description: 'an empty text',
      text: 'image: ""\n',
      set: { image: 'x={{image}}' },
      after: 'image: "x=ghcr.io/org/agent:v2"\n',
    },
    {
      description: 'anything where no placeholder is',
      text: 'a: x/y:z\n',
      set: { a: 'promoted' },
      after: 'a: promoted\n',
    },
    {
      description: 'a tag and a digest',
      text: `tag: v1@${OLD_DIGEST}\n`,
      set: { tag: '{{tag}}@{{digest}}' },
      image: { ...IMAGE, digest: DIGEST },
      after: `tag: v2@${DIGEST}\n`,
    },
  ])('$description', ({ after, ...given }) => {
    expect(patch(given)).toBe(after);
    if (!given.text.includes('""')) expect(patch({ ...given, text: after })).toBe(after);
  });

  it.each<Given & { description: string; message: string }>([
    {
      description: 'another image at an index',
      text: 'images: [proxy=r/proxy:v1, agent=ghcr.io/org/agent:v1]\n',
      set: { 'images[0]': 'agent={{image}}' },
      message:
        'app.yaml:1:10: images[0]: "proxy=r/proxy:v1" stands here, which does not fit "agent={{image}}". Correct the path; an item of a list of texts is named by how it begins: images[NAME=*].',
    },
    {
      description: 'a tag onto a whole reference',
      text: 'image: ghcr.io/org/agent:v1\n',
      set: { image: '{{tag}}' },
      message: "Set '{{image}}' where a whole reference is to stand",
    },
    {
      description: 'a repository onto a whole reference',
      text: 'image: ghcr.io/org/agent:v1\n',
      set: { image: '{{repository}}' },
      message: 'which does not fit "{{repository}}"',
    },
    {
      description: 'a tag onto a tag with a digest',
      text: `tag: v1@${OLD_DIGEST}\n`,
      set: { tag: '{{tag}}' },
      message: "Set '{{tag}}@{{digest}}' to write the digest as well",
    },
    {
      description: 'a digest onto bare hex digits',
      text: `sha: ${OLD_DIGEST.slice(7)}\n`,
      set: { sha: '{{digest}}' },
      image: { ...IMAGE, digest: DIGEST },
      message: 'which does not fit "{{digest}}"',
    },
    {
      description: 'an image onto a sentence',
      text: 'a: no image here\n',
      set: { a: '{{image}}' },
      message: 'which does not fit "{{image}}"',
    },
  ])('$description does not', ({ message, ...given }) => {
    const error = catchError(() => patch(given));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });
});

describe('a tag that is set means something', () => {
  it.each<Given & { description: string; message: string }>([
    {
      description: 'beside a digest',
      text: `image: {tag: v1, digest: ${OLD_DIGEST}}\n`,
      set: { 'image.tag': '{{tag}}' },
      message: `app.yaml:1:14: the digest beside the tag, ${OLD_DIGEST}, would win over the new tag. Set image.digest: '{{digest}}' too, or remove it.`,
    },
    {
      description: 'beside the digest of an entry of images',
      text: `spec: {images: [{name: agent, newTag: v1, digest: ${OLD_DIGEST}}]}\n`,
      set: { 'spec.images[name=agent].newTag': '{{tag}}' },
      message: `the digest beside the tag, ${OLD_DIGEST}, would win`,
    },
    {
      description: 'beside the name of another image',
      text: 'image: {name: ghcr.io/org/web, tag: v1}\n',
      set: { 'image.tag': '{{tag}}' },
      message: 'beside the tag stands ghcr.io/org/web, not ghcr.io/org/agent.',
    },
    {
      description: 'beside another repository',
      text: 'image: {repository: ghcr.io/org/web, tag: v1}\n',
      set: { 'image.tag': '{{tag}}' },
      message: 'Set that too, with {{repository}}, or promote that image.',
    },
    {
      description: 'beside another image that a key of another name holds',
      text: 'image: ghcr.io/org/web\nimageTag: v1\n',
      set: { imageTag: '{{tag}}' },
      message: 'beside the tag stands ghcr.io/org/web, not ghcr.io/org/agent.',
    },
    {
      description: 'beside the newName of another image',
      text: 'images: [{name: agent, newName: ghcr.io/org/web, newTag: v1}]\n',
      set: { 'images[0].newTag': '{{tag}}' },
      message: 'beside the tag stands ghcr.io/org/web',
    },
    {
      description: 'beside the name of another image in images',
      text: 'images: [{name: ghcr.io/org/web, newTag: v1}]\n',
      set: { 'images[0].newTag': '{{tag}}' },
      message: 'beside the tag stands ghcr.io/org/web, not ghcr.io/org/agent.',
    },
    {
      description: 'before an entry of images that decides',
      text: 'images: [{name: a, newName: ghcr.io/org/agent, newTag: v0}, {name: ghcr.io/org/agent, newTag: v1}]\n',
      set: { 'images[0].newTag': '{{tag}}' },
      message: 'app.yaml:1:61: the entry of images "ghcr.io/org/agent" comes later',
    },
  ])('but not $description', ({ message, ...given }) => {
    const error = catchError(() => patch(given));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });

  it.each<Given & { description: string; after: string }>([
    {
      description: 'a digest that is set too',
      text: `image: {tag: v1, digest: ${OLD_DIGEST}}\n`,
      set: { 'image.tag': '{{tag}}', 'image.digest': '{{digest}}' },
      image: { ...IMAGE, digest: DIGEST },
      after: `image: {tag: v2, digest: ${DIGEST}}\n`,
    },
    {
      description: 'the very digest',
      text: `image: {tag: v1, digest: ${DIGEST}}\n`,
      set: { 'image.tag': '{{tag}}' },
      image: { ...IMAGE, digest: DIGEST },
      after: `image: {tag: v2, digest: ${DIGEST}}\n`,
    },
    {
      description: 'a repository that is set too',
      text: 'image: {repository: ghcr.io/org/web, tag: v1}\n',
      set: { 'image.tag': '{{tag}}', 'image.repository': '{{repository}}' },
      after: 'image: {repository: ghcr.io/org/agent, tag: v2}\n',
    },
    {
      description: 'the repository of the image below its registry',
      text: 'image: {registry: ghcr.io, repository: org/agent, tag: v1}\n',
      set: { 'image.tag': '{{tag}}' },
      after: 'image: {registry: ghcr.io, repository: org/agent, tag: v2}\n',
    },
    {
      description: 'the name of an element of a generator',
      text: 'elements: [{name: prod, tag: v1}]\n',
      set: { 'elements[name=prod].tag': '{{tag}}' },
      after: 'elements: [{name: prod, tag: v2}]\n',
    },
    {
      description: 'what a manifest calls the image',
      text: 'images: [{name: agent, newTag: v1}]\n',
      set: { 'images[name=agent].newTag': '{{tag}}' },
      after: 'images: [{name: agent, newTag: v2}]\n',
    },
    {
      description: 'the repository of a chart',
      text: 'dependencies: [{name: agent, version: v1, repository: "https://charts.example"}]\n',
      set: { 'dependencies[0].version': '{{tag}}' },
      after: 'dependencies: [{name: agent, version: v2, repository: "https://charts.example"}]\n',
    },
  ])('beside $description', ({ after, ...given }) => {
    expect(patch(given)).toBe(after);
  });
});

describe('what an image is called', () => {
  it.each([
    { name: 'agent', expected: 'agent' },
    { name: 'ghcr.io/org/agent', expected: 'ghcr.io/org/agent' },
    { name: '@org/team', expected: 'agent' },
    { name: 'fixes #1', expected: 'agent' },
    { name: 'agent.*', expected: 'agent' },
    { name: 'https://github.com/org/repo/issues/1', expected: 'agent' },
  ])('is $expected for the entry $name', ({ name, expected }) => {
    const text = JSON.stringify({ images: [{ name, newTag: 'v1' }] });
    const file = { path: 'a/kustomization.yaml', bytes: Buffer.from(text), blobSha: '0' };
    const { targets } = parseTargets(JSON.stringify([{ kustomization: 'a', 'image-name': name }]));
    const { results } = patchTargets({ file, targets }, { image: IMAGE, createMissing: false });
    expect(results.map(({ imageName }) => imageName)).toEqual([expected]);
  });

  it.each([
    'newTag: "not a tag"',
    'newTag: v1, digest: sha256:00',
    'newName: "Not An Image", newTag: v1',
  ])('an image that was there is none, with %s', (fields) => {
    const text = `images: [{name: agent, ${fields}}]\n`;
    const file = { path: 'a/kustomization.yaml', bytes: Buffer.from(text), blobSha: '0' };
    const { targets } = parseTargets('[{kustomization: a, image-name: agent}]');
    const { results } = patchTargets({ file, targets }, { image: IMAGE, createMissing: false });
    expect(results.map(({ previousImage }) => previousImage)).toEqual([undefined]);
  });
});
