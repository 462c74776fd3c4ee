import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { applyEntry, matchesName, splitImage } from '../../../src/patch/images/chain.js';
import { catchError } from '../support/catch-error.js';
import { DIGEST, OLD_DIGEST, patchText, PATH } from '../support/patch-text.js';

const R = 'ghcr.io/org/app';
const IMAGE: ImageReference = { repository: R, tag: 'v2' };

function listOf(...entries: readonly string[]): string {
  return ['images:', ...entries.map((entry) => `- {${entry}}`), ''].join('\n');
}

describe('an entry of images that another one overrules is refused', () => {
  it.each<{ description: string; text: string; name?: string; image?: ImageReference; at: string }>(
    [
      {
        description: 'by the name that it leaves, as Argo CD Image Updater writes it',
        text: listOf(`name: frontend, newName: ${R}, newTag: v0`, `name: ${R}, newTag: v1`),
        name: 'frontend',
        at: '3:3: the entry of images "ghcr.io/org/app" comes later, matches ghcr.io/org/app:v2, and sets newTag: v1',
      },
      {
        description: 'by a pattern',
        text: listOf('name: fastapi, newTag: v0', 'name: fast.*, newTag: v1'),
        name: 'fastapi',
        image: { repository: 'fastapi', tag: 'v2' },
        at: '3:3: the entry of images "fast.*" comes later',
      },
      {
        description: 'by a digest, through an entry that renames',
        text: listOf(
          `name: ${R}, newTag: v0`,
          'name: ghcr.io/.*, newName: mirror/app',
          `name: mirror/app, digest: "${OLD_DIGEST}"`,
        ),
        at: '4:3: the entry of images "mirror/app" comes later',
      },
      {
        description: 'by a suffix of the tag',
        text: listOf(`name: ${R}, newTag: v0`, `name: ${R}.*, tagSuffix: -debug`),
        at: '3:3: the entry of images "ghcr.io/org/app.*" comes later',
      },
      {
        description: 'although nothing has to be written',
        text: listOf(`name: frontend, newName: ${R}, newTag: v2`, `name: ${R}, newTag: v1`),
        name: 'frontend',
        at: '3:3: ',
      },
      {
        description: 'by a pattern that cannot be told',
        text: listOf(`name: ${R}, newTag: v0`, 'name: "(a+)+[[:alnum:]]*", newTag: v1'),
        at: '3:3: it cannot be told whether the entry of images "(a+)+[[:alnum:]]*"',
      },
      {
        description: 'by a pattern before it that renames, and cannot be told',
        text: listOf(`name: "(x?)+app", newName: ${R}`, 'name: app, newTag: v0'),
        name: 'app',
        image: { repository: 'app', tag: 'v2' },
        at: '2:3: it cannot be told whether the entry of images "(x?)+app", which comes first',
      },
      {
        description: 'by one before it that takes the image away',
        text: listOf('name: front.*, newName: other/app', `name: frontend, newName: ${R}`),
        name: 'frontend',
        at: '2:3: the entry of images "front.*" comes first and makes other/app of frontend',
      },
      {
        description: 'by one that takes its name away, where another image may be given that name',
        text: listOf(
          'name: ghcr.io/.*/app, newName: mirror/app',
          `name: f, newName: ${R}`,
          `name: ${R}, newTag: v1`,
        ),
        at: `2:3: the entry of images "ghcr.io/.*/app" comes first and makes mirror/app of ${R}, and it cannot be told`,
      },
      {
        description: 'by one before a new one',
        text: listOf('name: front.*, newName: other/app'),
        name: 'frontend',
        at: '2:3: the entry of images "front.*" comes first',
      },
    ],
  )('$description', ({ text, name, image = IMAGE, at }) => {
    const error = catchError(() => patchText(text, image, name, true));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(`${PATH}:${at}`);
  });
});

describe('an entry of images that decides is changed', () => {
  it.each<{
    description: string;
    before: string;
    name?: string;
    image?: ImageReference;
    after: string;
  }>([
    {
      description: 'before one that only renames, as to a mirror',
      before: listOf(`name: ${R}, newTag: v1`, `name: ${R}, newName: mirror/app`).replace(
        `name: ${R}, newName`,
        `name: ghcr.io/.*/app, newName`,
      ),
      after: listOf(`name: ${R}, newTag: v2`, 'name: ghcr.io/.*/app, newName: mirror/app'),
    },
    {
      description: 'behind a pattern that cannot be told, and renames nothing',
      before: listOf('name: "(x?)+app", newTag: v0', 'name: app, newTag: v1'),
      name: 'app',
      image: { repository: 'app', tag: 'v2' },
      after: listOf('name: "(x?)+app", newTag: v0', 'name: app, newTag: v2'),
    },
    {
      description: 'before one of another name',
      before: listOf(`name: ${R}, newTag: v1`, `name: ${R}-web, newTag: v1`),
      after: listOf(`name: ${R}, newTag: v2`, `name: ${R}-web, newTag: v1`),
    },
    {
      description: 'before one that says the same',
      before: listOf(`name: f, newName: ${R}, newTag: v1`, `name: ${R}, newTag: v2`),
      name: 'f',
      after: listOf(`name: f, newName: ${R}, newTag: v2`, `name: ${R}, newTag: v2`),
    },
    {
      description: 'behind one that leaves its name',
      before: listOf(`name: f, newName: ${R}, newTag: v0`, `name: ${R}, newTag: v1`),
      after: listOf(`name: f, newName: ${R}, newTag: v0`, `name: ${R}, newTag: v2`),
    },
    {
      description: 'behind a pattern that keeps the name',
      before: listOf('name: f.*, newTag: v0', `name: frontend, newName: ${R}, newTag: v1`),
      name: 'frontend',
      after: listOf('name: f.*, newTag: v0', `name: frontend, newName: ${R}, newTag: v2`),
    },
  ])('$description', ({ before, name, image = IMAGE, after }) => {
    expect(patchText(before, image, name).text).toBe(after);
  });
});

describe('the rules of kustomize', () => {
  it.each([
    { image: 'app:v1', name: 'app', expected: true },
    { image: `app:v1@${DIGEST}`, name: 'app', expected: true },
    { image: 'app2:v1', name: 'app', expected: false },
    { image: 'ghcrxio/app', name: 'ghcr.io/app', expected: true },
    { image: 'nginz', name: 'ngin[xz]', expected: true },
    { image: 'b:v1', name: 'a|b', expected: true },
    { image: 'bc', name: 'a|b', expected: false },
    { image: 'app', name: '(?i)APP', expected: undefined },
    { image: 'app', name: '[[:alpha:]]+', expected: undefined },
    { image: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', name: '(a+)+', expected: undefined },
    { image: 'app', name: 'a{3}', expected: undefined },
    { image: 'app', name: '(', expected: undefined },
    { image: 'app', name: '.?'.repeat(300), expected: undefined },
  ])('$image and the name $name: $expected', ({ image, name, expected }) => {
    expect(matchesName(image, name)).toBe(expected);
  });

  const none = { name: 'app', newName: '', newTag: '', digest: '', tagSuffix: '' };
  it.each([
    { entry: { newTag: 'v2' }, expected: 'app:v2' },
    { entry: { digest: DIGEST }, expected: `app@${DIGEST}` },
    { entry: { newTag: 'v2', digest: DIGEST }, expected: `app:v2@${DIGEST}` },
    { entry: { newName: 'r/x' }, expected: `r/x:v1@${OLD_DIGEST}` },
    { entry: { tagSuffix: '-x' }, expected: 'app:v1-x' },
    { entry: { newTag: 'v2', tagSuffix: '-x' }, expected: 'app:v2' },
  ])('$entry gives $expected', ({ entry, expected }) => {
    expect(applyEntry(`app:v1@${OLD_DIGEST}`, { ...none, ...entry })).toBe(expected);
  });

  it.each([
    { image: 'localhost:5000/app', parts: ['localhost:5000/app', '', ''] },
    { image: 'localhost:5000/app:v1@sha256:0', parts: ['localhost:5000/app', 'v1', 'sha256:0'] },
    { image: 'app:v1', parts: ['app', 'v1', ''] },
    { image: 'app@sha256:0', parts: ['app', '', 'sha256:0'] },
  ])('splits $image', ({ image, parts }) => {
    expect(Object.values(splitImage(image))).toEqual(parts);
  });
});
