import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { catchError } from '../support/catch-error.js';
import { changeText, DIGEST, OLD_DIGEST } from '../support/patch-text.js';
import { steps } from '../support/steps.js';

interface Given {
  readonly text: string;
  readonly image?: ImageReference;
  readonly tag?: string;
  readonly repository?: string;
  readonly digest?: string;
  readonly createMissing?: boolean;
}

const IMAGE: ImageReference = { repository: 'ghcr.io/org/app', tag: 'v2' };
const BOTH: ImageReference = { ...IMAGE, digest: DIGEST };

function patch({ text, image = IMAGE, tag = 'image.tag', createMissing, ...paths }: Given) {
  return changeText(text, {
    kind: 'values',
    image,
    paths: {
      tag: steps(tag),
      ...(paths.repository !== undefined && { repository: steps(paths.repository) }),
      ...(paths.digest !== undefined && { digest: steps(paths.digest) }),
    },
    ...(createMissing !== undefined && { createMissing }),
  });
}

describe('Helm values', () => {
  it.each<Given & { description: string; after: string }>([
    { description: 'a tag', text: 'image:\n  tag: v1 # t\n', after: 'image:\n  tag: v2 # t\n' },
    {
      description: 'a tag beside its repository',
      text: 'image:\n  repository: ghcr.io/org/app\n  tag: "v1"\n  digest: ""\n',
      after: 'image:\n  repository: ghcr.io/org/app\n  tag: "v2"\n  digest: ""\n',
    },
    {
      description: 'a tag beside a registry and a repository',
      text: 'image: {registry: ghcr.io, repository: org/app, tag: v1}\n',
      after: 'image: {registry: ghcr.io, repository: org/app, tag: v2}\n',
    },
    {
      description: 'a tag beside a repository that comes through a merge key',
      text: 'x: &x {repository: ghcr.io/org/app}\nimage:\n  <<: *x\n  tag: v1\n',
      after: 'x: &x {repository: ghcr.io/org/app}\nimage:\n  <<: *x\n  tag: v2\n',
    },
    {
      description: 'a tag at the root',
      text: 'tag: v1\n',
      tag: 'tag',
      after: 'tag: v2\n',
    },
    {
      description: 'a tag in a list',
      text: 'jobs:\n- name: a\n  image: {tag: v1}\n',
      tag: 'jobs[name=a].image.tag',
      after: 'jobs:\n- name: a\n  image: {tag: v2}\n',
    },
    {
      description: 'a tag in a list by its index',
      text: 'jobs:\n- image: {repository: ghcr.io/org/app, tag: v1}\n',
      tag: 'jobs[0].image.tag',
      after: 'jobs:\n- image: {repository: ghcr.io/org/app, tag: v2}\n',
    },
    {
      description: 'repository, tag and digest',
      text: `image:\n  repository: old\n  tag: v1\n  digest: ${OLD_DIGEST}\n`,
      image: BOTH,
      repository: 'image.repository',
      digest: 'image.digest',
      after: `image:\n  repository: ghcr.io/org/app\n  tag: v2\n  digest: ${DIGEST}\n`,
    },
    {
      description: 'a repository without its registry',
      text: 'image: {registry: ghcr.io, repository: old/app, tag: v1}\n',
      repository: 'image.repository',
      after: 'image: {registry: ghcr.io, repository: org/app, tag: v2}\n',
    },
    {
      description: 'an empty digest for an image without one',
      text: `image: {tag: v1, digest: ${OLD_DIGEST}}\n`,
      digest: 'image.digest',
      after: 'image: {tag: v2, digest: ""}\n',
    },
    {
      description: 'no digest where there is none',
      text: 'image: {tag: v1}\n',
      digest: 'image.digest',
      after: 'image: {tag: v2}\n',
    },
    {
      description: 'a digest beside a tag that is empty already',
      text: `image: {tag: "", digest: "${OLD_DIGEST}"}\n`,
      image: { repository: 'ghcr.io/org/app', digest: DIGEST },
      digest: 'image.digest',
      after: `image: {tag: "", digest: "${DIGEST}"}\n`,
    },
    {
      description: 'a digest that is added',
      text: 'image:\n  tag: v1\n',
      image: BOTH,
      digest: 'image.digest',
      createMissing: true,
      after: `image:\n  tag: v2\n  digest: ${DIGEST}\n`,
    },
    {
      description: 'a repository and a digest that are added in flow style',
      text: 'image: {\n    tag: v1 # t\n  }\n',
      image: BOTH,
      repository: 'image.repository',
      digest: 'image.digest',
      createMissing: true,
      after: `image: {\n    tag: v2, # t\n    repository: ghcr.io/org/app,\n    digest: ${DIGEST}\n  }\n`,
    },
    {
      description: 'a digest in the place of a tag in a reference',
      text: 'image: ghcr.io/org/app:v1\n',
      tag: 'image',
      image: { repository: 'ghcr.io/org/app', digest: DIGEST },
      after: `image: ghcr.io/org/app@${DIGEST}\n`,
    },
    {
      description: 'a tag beside the digest of the image',
      text: `image: {tag: v1, digest: ${DIGEST}}\n`,
      image: BOTH,
      after: `image: {tag: v2, digest: ${DIGEST}}\n`,
    },
    {
      description: 'quotes for a tag like a number',
      text: 'image:\n  tag: v1\n',
      image: { ...IMAGE, tag: '1.10' },
      after: 'image:\n  tag: "1.10"\n',
    },
  ])('get $description', ({ after, description, ...given }) => {
    expect(description).not.toBe('');
    expect(patch(given).text).toBe(after);
    expect(patch({ ...given, text: after }).changed).toBe(false);
  });

  it.each<{ text: string; previous: ImageReference }>([
    {
      text: `image: {registry: ghcr.io, repository: org/app, tag: v1@${OLD_DIGEST}}\n`,
      previous: { repository: 'ghcr.io/org/app', tag: 'v1', digest: OLD_DIGEST },
    },
    {
      text: `image: {tag: "", digest: ${OLD_DIGEST}}\n`,
      previous: { repository: 'ghcr.io/org/app', digest: OLD_DIGEST },
    },
  ])('give the image of $text as the previous one', ({ text, previous }) => {
    expect(patch({ text, digest: 'image.digest' }).previousImage).toEqual(previous);
  });

  it.each<Given & { description: string; message: string; code?: string }>([
    {
      description: 'a digest without a path',
      text: 'image:\n  tag: v1\n',
      image: BOTH,
      message: `:2:8: the digest of the image, ${DIGEST}, has nowhere to go. Set values-digest-path`,
    },
    {
      description: 'a stale digest without a path',
      text: 'image:\n  tag: v1\n  digest: sha256:00\n',
      message:
        'the digest beside the tag, sha256:00, would win over the new tag. Set values-digest-path',
    },
    {
      description: 'another repository without a path',
      text: 'image:\n  repository: docker.io/org/app\n  tag: v1\n',
      message:
        'the repository beside the tag is docker.io/org/app, not ghcr.io/org/app. Set values-repository-path',
    },
    {
      description: 'another registry without a path',
      text: 'image:\n  registry: docker.io\n  repository: org/app\n  tag: v1\n',
      message:
        'the registry beside the repository is docker.io, but the image is ghcr.io/org/app. Make the registry empty and set values-repository-path (in targets: repository-path), so',
    },
    {
      description: 'another repository beside its registry without a path',
      text: 'image:\n  registry: ghcr.io\n  repository: org/web\n  tag: v1\n',
      message: 'the repository beside the tag is ghcr.io/org/web, not ghcr.io/org/app.',
    },
    {
      description: 'a digest beside the tag that is a mapping',
      text: 'image:\n  tag: v1\n  digest: {sha256: "00"}\n',
      message: ':3:11: image.digest: expected a string, got a mapping.',
    },
    {
      description: 'a repository beside the tag that is a mapping',
      text: 'image:\n  repository: {name: app}\n  tag: v1\n',
      message: ':2:15: image.repository: expected a string, got a mapping.',
    },
    {
      description: 'another registry beside the repository',
      text: 'image:\n  registry: docker.io\n  repository: org/app\n  tag: v1\n',
      repository: 'image.repository',
      message: 'the registry beside the repository is docker.io, but the image is ghcr.io/org/app.',
    },
    {
      description: 'an item of what is no list',
      text: 'jobs: {a: b}\n',
      tag: 'jobs[0].tag',
      message: 'there is no jobs[0].tag: jobs is a mapping with the keys "a".',
      code: 'entry-not-found',
    },
    {
      description: 'a tag that is not there',
      text: 'image:\n  name: x\n',
      message:
        ':2:3: values-tag-path (in targets: tag-path): there is no image.tag: image is a mapping with the keys "name". Correct the path, add it to the file, or set create-missing: true.',
      code: 'entry-not-found',
    },
    {
      description: 'a path that is misspelt in its first key',
      text: 'image:\n  tag: v1\n',
      tag: 'images.tag',
      message:
        'there is no images.tag: the document is a mapping with the keys "image". Is "image" meant? Correct the path, or add it to the file.',
      code: 'entry-not-found',
    },
    {
      description: 'a path of the repository that is not there',
      text: 'image:\n  tag: v1\n',
      repository: 'image.repo',
      message:
        ':2:3: values-repository-path (in targets: repository-path): there is no image.repo: image',
      code: 'entry-not-found',
    },
  ])('refuse $description', ({ message, description, code = 'unsafe-edit', ...given }) => {
    expect(description).not.toBe('');
    const error = catchError(() => patch(given));
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
  });
});
