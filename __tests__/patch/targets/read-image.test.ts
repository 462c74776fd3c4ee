import { describe, expect, it } from '@jest/globals';
import { readImageOf, type ImageLocation } from '../../../src/patch/targets/read-image.js';
import type { ImageReference } from '../../../src/base/image.js';
import { catchError } from '../support/catch-error.js';
import { DIGEST, PATH } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

const VALUES: ImageLocation = { kind: 'values', paths: { tag: steps('image.tag') } };
const TWO = 'images:\n- {name: a, newName: r/a, newTag: v1}\n- {name: b, newTag: v2}\n';

function read(text: string, location: ImageLocation): ImageReference {
  return readImageOf({ path: PATH, bytes: new TextEncoder().encode(text) }, location);
}

describe('readImageOf', () => {
  it.each<{ description: string; text: string; location: ImageLocation; image: ImageReference }>([
    {
      description: 'the only entry',
      text: `images: [{name: a, newTag: v1, digest: "${DIGEST}"}]\n`,
      location: { kind: 'kustomization' },
      image: { repository: 'a', tag: 'v1', digest: DIGEST },
    },
    {
      description: 'the entry of that name',
      text: TWO,
      location: { kind: 'kustomization', imageName: 'a' },
      image: { repository: 'r/a', tag: 'v1' },
    },
    {
      description: 'Helm values',
      text: 'image: {registry: r, repository: a, tag: v1, digest: ""}\n',
      location: VALUES,
      image: { repository: 'r/a', tag: 'v1' },
    },
  ])('reads $description', ({ text, location, image }) => {
    expect(read(text, location)).toEqual(image);
  });

  it.each<{
    description: string;
    text: string;
    location: ImageLocation;
    code: string;
    message: string;
  }>([
    {
      description: 'several entries',
      text: TWO,
      location: { kind: 'kustomization' },
      code: 'entry-ambiguous',
      message: 'got several. Set image-name to one of them: "a" (newName: r/a), "b".',
    },
    {
      description: 'no entry of that name',
      text: TWO,
      location: { kind: 'kustomization', imageName: 'c' },
      code: 'entry-not-found',
      message: 'no entry of images has that name',
    },
    {
      description: 'no entry',
      text: 'images: []\n',
      location: { kind: 'kustomization' },
      code: 'entry-not-found',
      message: 'the file has none',
    },
    {
      description: 'an entry without a tag',
      text: 'images: [{name: a}]\n',
      location: { kind: 'kustomization' },
      code: 'no-image',
      message: `promote-from: a has neither tag nor digest in ${PATH}.`,
    },
    {
      description: 'values without a repository',
      text: 'image: {tag: v1}\n',
      location: VALUES,
      code: 'entry-not-found',
      message: 'Set values-repository-path.',
    },
  ])('refuses $description', ({ text, location, code, message }) => {
    const error = catchError(() => read(text, location));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });
});
