import { describe, expect, it } from '@jest/globals';
import { readImageOf, type ImageLocation } from '../../../src/patch/images/read-image.js';
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
    {
      description: 'what a later entry makes of it',
      text: 'images:\n- {name: f, newName: r/a, newTag: v0}\n- {name: r/a, newTag: v1}\n',
      location: { kind: 'kustomization', imageName: 'f' },
      image: { repository: 'r/a', tag: 'v1' },
    },
    {
      description: 'a tag and a digest in one value',
      text: `images: [{name: a, newTag: "v1@${DIGEST}"}]\n`,
      location: { kind: 'kustomization' },
      image: { repository: 'a', tag: 'v1', digest: DIGEST },
    },
    {
      description: 'a whole reference',
      text: `image: ghcr.io/org/app:v1@${DIGEST}\n`,
      location: { kind: 'values', paths: { tag: steps('image') } },
      image: { repository: 'ghcr.io/org/app', tag: 'v1', digest: DIGEST },
    },
    {
      description: 'bare hex digits as sha',
      text: `image: {repository: r/a, tag: v1, sha: ${DIGEST.slice(7)}}\n`,
      location: { kind: 'values', paths: { tag: steps('image.tag'), digest: steps('image.sha') } },
      image: { repository: 'r/a', tag: 'v1', digest: DIGEST },
    },
    {
      description: 'the global registry',
      text: 'global: {imageRegistry: ghcr.io/}\nimage: {repository: org/app, tag: "1.10"}\n',
      location: VALUES,
      image: { repository: 'ghcr.io/org/app', tag: '1.10' },
    },
    {
      description: 'a repository with its registry, whatever the global one is',
      text: 'global: {imageRegistry: mirror.io}\nimage: {repository: ghcr.io/org/app, tag: v1}\n',
      location: VALUES,
      image: { repository: 'ghcr.io/org/app', tag: 'v1' },
    },
    {
      description: 'a name with its path',
      text: 'image: {name: org/app, tag: v1}\n',
      location: VALUES,
      image: { repository: 'org/app', tag: 'v1' },
    },
    {
      description: 'a registry and a name',
      text: 'image: {registry: ghcr.io, name: app, tag: v1}\n',
      location: VALUES,
      image: { repository: 'ghcr.io/app', tag: 'v1' },
    },
    {
      description: 'a prefix',
      text: 'defaultRepository: r/a\ndefaultTag: v1\n',
      location: { kind: 'values', paths: { tag: steps('defaultTag') } },
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
    and?: string;
  }>([
    {
      description: 'several entries',
      text: TWO,
      location: { kind: 'kustomization' },
      code: 'entry-ambiguous',
      message: 'got several. Set image-name to one of them: "a" (newName: r/a), "b".',
    },
    {
      description: 'a suffix, of which it cannot be told how often it is appended',
      text: 'images:\n- {name: app, newTag: v1}\n- {name: app.*, tagSuffix: -x}\n',
      location: { kind: 'kustomization', imageName: 'app' },
      code: 'unsafe-edit',
      message: 'the entry of images "app.*" appends the tagSuffix "-x"',
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
    ...[
      { tag: 'ENC[AES256_GCM,data:x,type:str]', message: 'got "ENC[AES256' },
      { tag: '"{{ .Chart.AppVersion }}"', message: 'which stands for another. Give image' },
      { tag: '${APP_TAG}', message: 'got "${APP_TAG}"' },
      { tag: '|-\n    v1', message: 'got a block. Write it on one line.' },
      { tag: '6801028', message: 'got 6801028 without quotes' },
      { tag: '1.10', message: 'got 1.10 without quotes' },
      { tag: '12345e6', message: 'without quotes' },
      { tag: 'on', message: 'got on without quotes' },
      { tag: 'not a tag', message: 'expected a tag, got "not a tag".' },
    ].map(({ tag, message }) => ({
      description: `the tag ${tag}`,
      text: `image:\n  repository: r/a\n  tag: ${tag}\n`,
      location: VALUES,
      code: 'no-image',
      message: `${PATH}:3:8: promote-from: `,
      and: message,
    })),
    {
      description: 'a repository with a digest',
      text: `image: {repository: "x@${DIGEST}", tag: v1}\n`,
      location: VALUES,
      code: 'no-image',
      message: 'expected a repository without tag and digest, got "x@sha256:',
    },
    {
      description: 'a repository that is a template',
      text: 'image: {repository: "{{ .x }}", tag: v1}\n',
      location: VALUES,
      code: 'no-image',
      message: ':1:21: promote-from: image.repository: expected the value itself',
    },
    {
      description: 'a digest without sha256:',
      text: `image: {repository: r/a, tag: v1, digest: ${DIGEST.slice(7)}}\n`,
      location: VALUES,
      code: 'no-image',
      message: 'expected sha256: and 64 hex digits as digest',
    },
    {
      description: 'a digest that is none, without a tag',
      text: '# none\nimage: {repository: r/a, digest: latest}\n',
      location: VALUES,
      code: 'no-image',
      message: `${PATH}:2:1: promote-from: expected sha256: and 64 hex digits as digest, got "latest".`,
    },
    {
      description: 'a digest of a kustomization without sha256:',
      text: `images: [{name: a, newTag: v1, digest: ${DIGEST.slice(7)}}]\n`,
      location: { kind: 'kustomization' },
      code: 'no-image',
      message: 'expected sha256: and 64 hex digits as digest',
    },
    {
      description: 'a number as the tag of a kustomization',
      text: 'images: [{name: a, newTag: 1.10}]\n',
      location: { kind: 'kustomization' },
      code: 'no-image',
      message: 'newTag: expected a text, got 1.10 without quotes',
    },
    {
      description: 'a digest under another name that is not asked for',
      text: `image: {repository: r/a, tag: v1, sha: ${DIGEST.slice(7)}}\n`,
      location: VALUES,
      code: 'no-image',
      message: 'image.sha pins abab',
    },
    {
      description: 'two registries',
      text: 'global: {imageRegistry: a.io}\nimage: {registry: b.io, repository: r/a, tag: v1}\n',
      location: VALUES,
      code: 'no-image',
      message: 'it cannot be told what the chart makes of b.io and a.io.',
    },
    {
      description: 'a name that may be a part of the repository',
      text: 'image: {repository: ghcr.io/org, name: app, tag: v1}\n',
      location: VALUES,
      code: 'no-image',
      message: 'what the chart makes of ghcr.io/org and the name app.',
    },
    {
      description: 'a later entry that cannot be told',
      text: 'images: [{name: a, newTag: v1}, {name: "[[:alpha:]]", newTag: v2}]\n',
      location: { kind: 'kustomization', imageName: 'a' },
      code: 'unsafe-edit',
      message: 'it cannot be told whether the entry of images "[[:alpha:]]"',
    },
  ])('refuses $description', ({ text, location, code, message, and = '' }) => {
    const error = catchError(() => read(text, location));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.message).toContain(and);
  });
});
