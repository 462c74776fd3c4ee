import { describe, expect, it } from '@jest/globals';
import type { ImageReference } from '../../../src/base/image.js';
import { patchFile } from '../../../src/patch/patch.js';
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

const HEX = DIGEST.slice(7);
const OLD_HEX = OLD_DIGEST.slice(7);

describe('a value that pins the image of Helm values', () => {
  it.each<Given & { description: string; message: string }>([
    {
      description: 'sha, as of kube-prometheus-stack and grafana',
      text: `image:\n  repository: ghcr.io/org/app\n  tag: v1\n  sha: ${OLD_HEX}\n`,
      message: `:3:8: the sha beside the tag, ${OLD_HEX}, would win over the new tag. Set values-digest-path: image.sha (in targets: digest-path)`,
    },
    {
      description: 'digestChroot, as of ingress-nginx',
      text: `controller: {image: {tag: v1, digest: ${OLD_DIGEST}, digestChroot: ${OLD_DIGEST}}}\n`,
      tag: 'controller.image.tag',
      digest: 'controller.image.digest',
      message:
        'and values-digest-path is controller.image.digest. Make controller.image.digestChroot empty.',
    },
    {
      description: 'the digest of a prefix, as of Airflow',
      text: `defaultAirflowTag: v1\ndefaultAirflowDigest: ${OLD_DIGEST}\n`,
      tag: 'defaultAirflowTag',
      message: 'Set values-digest-path: defaultAirflowDigest',
    },
    ...['imageTag: v1\nimageDigest', 'imageTag: v1\nimageSha', 'image_tag: v1\nimage_digest'].map(
      (keys) => ({
        description: keys,
        text: `${keys}: ${OLD_HEX}\n`,
        tag: keys.split(':', 1).join(''),
        message: 'would win over the new tag. Set values-digest-path: ',
      }),
    ),
    {
      description: 'a digest beside a whole reference',
      text: `image: ghcr.io/org/app:v1\nimageDigest: ${OLD_DIGEST}\n`,
      tag: 'image',
      message: 'the imageDigest beside the tag',
    },
    {
      description: 'a ciphertext, which may be one',
      text: 'image: {tag: v1, digest: "ENC[AES256_GCM,data:x]"}\n',
      message: 'the digest beside the tag, ENC[AES256_GCM,data:x], would win',
    },
    {
      description: 'a stale one for an image with another digest',
      text: `image: {tag: v1, sha: ${OLD_HEX}}\n`,
      image: BOTH,
      message: 'Set values-digest-path: image.sha',
    },
  ])('is refused: $description', ({ message, ...given }) => {
    const error = catchError(() => patch(given));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });

  it.each<Given & { description: string; after: string }>([
    {
      description: 'bare hex digits stay bare',
      text: `image: {tag: v1, sha: ${OLD_HEX}}\n`,
      image: BOTH,
      digest: 'image.sha',
      after: `image: {tag: v2, sha: ${HEX}}\n`,
    },
    {
      description: 'an empty sha gets bare hex digits',
      text: 'image: {tag: v1, sha: ""}\n',
      image: BOTH,
      digest: 'image.sha',
      after: `image: {tag: v2, sha: "${HEX}"}\n`,
    },
    {
      description: 'a sha with sha256: keeps it',
      text: `image: {tag: v1, sha: ${OLD_DIGEST}}\n`,
      image: BOTH,
      digest: 'image.sha',
      after: `image: {tag: v2, sha: ${DIGEST}}\n`,
    },
    {
      description: 'bare hex digits become empty',
      text: `image: {tag: v1, sha: ${OLD_HEX}}\n`,
      digest: 'image.sha',
      after: 'image: {tag: v2, sha: ""}\n',
    },
    {
      description: 'the same digest without a path is none',
      text: `image: {tag: v1, sha: ${HEX}}\n`,
      image: BOTH,
      after: `image: {tag: v2, sha: ${HEX}}\n`,
    },
    {
      description: 'a commit is none, nor another key',
      text: `image: {tag: v1, sha: a1b2c3d4e5f60718293a4b5c6d7e8f9012345678, sidecarDigest: ${OLD_DIGEST}}\n`,
      after: `image: {tag: v2, sha: a1b2c3d4e5f60718293a4b5c6d7e8f9012345678, sidecarDigest: ${OLD_DIGEST}}\n`,
    },
    {
      description: 'that of the tag beside is none of a prefix',
      text: `tag: v0\ndigest: ${OLD_DIGEST}\nsidecarTag: v1\n`,
      tag: 'sidecarTag',
      after: `tag: v0\ndigest: ${OLD_DIGEST}\nsidecarTag: v2\n`,
    },
  ])('$description', ({ after, ...given }) => {
    expect(patch(given).text).toBe(after);
    expect(patch({ ...given, text: after }).changed).toBe(false);
  });
});

describe('the value at the path of a tag', () => {
  it.each<Given & { description: string; after: string }>([
    {
      description: 'stays a whole reference',
      text: 'image: ghcr.io/org/app:v1 # c\n',
      tag: 'image',
      after: 'image: ghcr.io/org/app:v2 # c\n',
    },
    {
      description: 'stays a whole reference, and gets a digest',
      text: 'image: "ghcr.io/org/app:v1"\n',
      tag: 'image',
      image: BOTH,
      after: `image: "ghcr.io/org/app:v2@${DIGEST}"\n`,
    },
    {
      description: 'stays a whole reference, and loses its digest',
      text: `image: ghcr.io/org/app:v1@${OLD_DIGEST}\n`,
      tag: 'image',
      after: 'image: ghcr.io/org/app:v2\n',
    },
    {
      description: 'stays a whole reference beside its registry',
      text: 'web: {registry: ghcr.io, image: "org/app:v1"}\n',
      tag: 'web.image',
      after: 'web: {registry: ghcr.io, image: "org/app:v2"}\n',
    },
    {
      description: 'stays a whole reference in its own spelling',
      text: 'image: docker.io/library/nginx\n',
      tag: 'image',
      image: { repository: 'nginx', tag: 'v2' },
      after: 'image: docker.io/library/nginx:v2\n',
    },
    {
      description: 'becomes a whole reference where it is the bare name of the image',
      text: 'image: nginx\n',
      tag: 'image',
      image: { repository: 'nginx', tag: 'v2' },
      after: 'image: nginx:v2\n',
    },
    {
      description: 'stays a tag with a digest',
      text: `image: {tag: "v1@${OLD_DIGEST}"}\n`,
      image: BOTH,
      after: `image: {tag: "v2@${DIGEST}"}\n`,
    },
    {
      description: 'loses the digest behind the tag',
      text: `image: {tag: "v1@${OLD_DIGEST}"}\n`,
      after: 'image: {tag: "v2"}\n',
    },
    {
      description: 'stays a tag with a digest beside an empty one',
      text: `image: {tag: "v1@${OLD_DIGEST}", digest: ""}\n`,
      image: BOTH,
      digest: 'image.digest',
      after: `image: {tag: "v2@${DIGEST}", digest: ""}\n`,
    },
    {
      description: 'may be in an empty mapping',
      text: 'image: {}\n',
      createMissing: true,
      after: 'image: {tag: v2}\n',
    },
    {
      description: 'may be below a key without a value',
      text: 'image:\nx: y\n',
      image: BOTH,
      digest: 'image.digest',
      repository: 'image.repository',
      createMissing: true,
      after: `image:\n  repository: ghcr.io/org/app\n  tag: v2\n  digest: ${DIGEST}\nx: y\n`,
    },
  ])('$description', ({ after, ...given }) => {
    expect(patch(given).text).toBe(after);
    expect(patch({ ...given, text: after }).changed).toBe(false);
  });

  it.each<Given & { description: string; message: string }>([
    {
      description: 'a whole reference of another image',
      text: 'image: ghcr.io/org/web:v1\n',
      tag: 'image',
      message: ':1:8: the reference here is one of ghcr.io/org/web, not of ghcr.io/org/app.',
    },
    {
      description: 'an empty image',
      text: 'image: ""\n',
      tag: 'image',
      message: 'cannot be told whether the chart wants a tag here or a whole reference',
    },
    {
      description: 'a digest alone where a tag stands before it',
      text: `image: {tag: "v1@${OLD_DIGEST}"}\n`,
      image: { repository: 'ghcr.io/org/app', digest: DIGEST },
      message: 'the image has a digest alone. Give the tag too.',
    },
    {
      description: 'a digest alone beside a tag, which most charts would write all the same',
      text: 'image: {tag: v1, digest: ""}\n',
      image: { repository: 'ghcr.io/org/app', digest: DIGEST },
      digest: 'image.digest',
      message: ':1:14: the image has a digest and no tag, and most charts make repository:@sha256:',
    },
    {
      description: 'a digest that has no place',
      text: 'image: {tag: v1}\n',
      image: BOTH,
      message: 'else leave the digest out and promote the tag alone.',
    },
  ])('is refused: $description', ({ message, ...given }) => {
    const error = catchError(() => patch(given));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });
});

describe('the repository of Helm values', () => {
  const app = 'image: {repository: org/app, tag: v1}\n';
  it.each<Given & { description: string }>([
    {
      description: 'a global registry, as of Bitnami',
      text: `global: {imageRegistry: ghcr.io}\n${app}`,
    },
    {
      description: 'a global registry that takes the place of that beside it',
      text: 'global: {imageRegistry: ghcr.io}\nimage: {registry: docker.io, repository: org/app, tag: v1}\n',
    },
    {
      description: 'a global registry that the chart does not know',
      text: 'global: {imageRegistry: mirror.io}\nimage: {repository: ghcr.io/org/app, tag: v1}\n',
    },
    {
      description: 'a global registry of values around it',
      text: 'spec: {values: {global: {imageRegistry: ghcr.io}, image: {repository: org/app, tag: v1}}}\n',
      tag: 'spec.values.image.tag',
    },
    {
      description: 'a name beside the repository',
      text: 'image: {repository: ghcr.io/org, name: app, tag: v1}\n',
    },
    {
      description: 'a name beside the registry',
      text: 'image: {registry: ghcr.io/org, name: app, tag: v1}\n',
    },
    { description: 'a name alone', text: 'image: {name: ghcr.io/org/app, tag: v1}\n' },
    {
      description: 'a registry with a slash at its end',
      text: 'image: {registry: ghcr.io/, repository: org/app, tag: v1}\n',
    },
    {
      description: 'the default registry and account',
      text: 'image: {registry: docker.io, repository: library/nginx, tag: v1}\n',
      image: { repository: 'nginx', tag: 'v2' },
    },
    {
      description: 'the default registry of the image',
      text: 'image: {repository: org/app, tag: v1}\n',
      image: { repository: 'docker.io/org/app', tag: 'v2' },
    },
    {
      description: 'a prefix',
      text: 'webRepository: ghcr.io/org/app\nwebTag: v1\n',
      tag: 'webTag',
    },
    {
      description: 'the name of an item of a list, which is none',
      text: 'apps: [{name: web, tag: v1}]\n',
      tag: 'apps[0].tag',
    },
    {
      description: 'an image beside its tag',
      text: 'image: ghcr.io/org/app\nimageTag: v1\n',
      tag: 'imageTag',
    },
    {
      description: 'an image whose registry may be that of the chart',
      text: 'image: org/app\ntag: v1\n',
      tag: 'tag',
    },
    {
      description: 'an image that is a name alone',
      text: 'hub: ghcr.io/org\nimage: web\ntag: v1\n',
      tag: 'tag',
    },
    ...['env: dev\nrepo: org/gitops\ntag: v1\n', 'app: {repo: org/app-src, tag: v1}\n'].map(
      (text) => ({
        description: `a repository of git: ${text}`,
        text,
        tag: text.startsWith('app') ? 'app.tag' : 'tag',
      }),
    ),
    {
      description: 'an address that is none of an image',
      text: 'repo: https://example.com/org/web\nimage: {tag: v1}\ntag: v0\n',
      tag: 'image.tag',
    },
  ])('is understood: $description', ({ text, ...given }) => {
    const after = text.replace(': v1', ': v2');
    expect(patch({ text, ...given }).text).toBe(after);
    const path = (given.tag ?? 'image.tag').replace(/[a-zA-Z]+$/, 'repository');
    if (text.includes('repository')) {
      expect(patch({ text, ...given, repository: path }).text).toBe(after);
    }
  });

  it.each<Given & { description: string; message: string }>([
    {
      description: 'another one below a global registry',
      text: 'global: {imageRegistry: ghcr.io}\nimage: {repository: org/web, tag: v1}\n',
      message: 'the repository beside the tag is ghcr.io/org/web, not ghcr.io/org/app.',
    },
    {
      description: 'another name',
      text: 'image: {name: web, tag: v1}\n',
      message: 'the repository beside the tag is web, not ghcr.io/org/app.',
    },
    {
      description: 'another repository of a prefix',
      text: 'webRepository: ghcr.io/org/web\nwebTag: v1\n',
      tag: 'webTag',
      message: 'the repository beside the tag is ghcr.io/org/web',
    },
    ...[
      { text: 'image: ghcr.io/org/web\nimageTag: v1\n', tag: 'imageTag' },
      { text: 'image: org/web\ntag: v1\n', tag: 'tag' },
      { text: 'app: {imageName: ghcr.io/org/web, tag: v1}\n', tag: 'app.tag' },
      { text: 'image: {repo: ghcr.io/org/web, tag: v1}\n', tag: 'image.tag' },
      { text: 'agentImage: ghcr.io/org/web\nagentTag: v1\n', tag: 'agentTag' },
      { text: 'agentImage: ghcr.io/org/web\nagentImageTag: v1\n', tag: 'agentImageTag' },
    ].map(({ text, tag }) => ({
      description: `another one without a key that is called so: ${text}`,
      text,
      tag,
      message: /ghcr.*web/.test(text)
        ? 'the repository beside the tag is ghcr.io/org/web, not ghcr.io/org/app.'
        : 'the repository beside the tag is org/web, not ghcr.io/org/app.',
    })),
    {
      description: 'an empty one, which a global registry may complete',
      text: 'global: {imageRegistry: ghcr.io}\nimage: {repository: "", tag: v1}\n',
      repository: 'image.repository',
      message: 'it cannot be told whether the chart puts it before the repository',
    },
    {
      description: 'one of another registry than the global one',
      text: 'global: {imageRegistry: mirror.io}\nimage: {repository: org/web, tag: v1}\n',
      repository: 'image.repository',
      message: 'global.imageRegistry is mirror.io, and it cannot be told',
    },
    {
      description: 'one beside a name that may be a part of it',
      text: 'image: {repository: ghcr.io/org, name: web, tag: v1}\n',
      repository: 'image.repository',
      message: 'whether the chart reads ghcr.io/org alone or with the name beside it, web.',
    },
  ])('is refused: $description', ({ message, ...given }) => {
    const error = catchError(() => patch(given));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(message);
  });

  it.each<Given & { description: string; after: string }>([
    {
      description: 'without the global registry where that completes it',
      text: 'global: {imageRegistry: ghcr.io}\nimage: {repository: org/web, tag: v1}\n',
      after: 'global: {imageRegistry: ghcr.io}\nimage: {repository: org/app, tag: v2}\n',
    },
    {
      description: 'whole where it has a registry already',
      text: 'global: {imageRegistry: ghcr.io}\nimage: {repository: quay.io/org/web, tag: v1}\n',
      after: 'global: {imageRegistry: ghcr.io}\nimage: {repository: ghcr.io/org/app, tag: v2}\n',
    },
    {
      description: 'beside the default registry',
      text: 'image: {registry: docker.io, repository: org/web, tag: v1}\n',
      image: { repository: 'org/app', tag: 'v2' },
      after: 'image: {registry: docker.io, repository: org/app, tag: v2}\n',
    },
  ])('is written $description', ({ after, ...given }) => {
    expect(patch({ repository: 'image.repository', ...given }).text).toBe(after);
  });

  it.each([
    { description: 'a later one', text: 'a: b\n---\nimage: {tag: v1}\n' },
    { description: 'one behind an empty one', text: '---\n---\nimage: {tag: v1}\n' },
  ])('is refused in a document that Helm does not read: $description', ({ text }) => {
    const error = catchError(() => patch({ text }));
    expect(error.code).toBe('unsafe-edit');
    expect(error.message).toContain(':3:1: Helm reads the first document of a values file alone');
  });

  it.each([
    { description: 'the first', text: 'image: {tag: v1}\n---\na: b\n' },
    { description: 'the first behind comments', text: '# a\n---\n# b\nimage: {tag: v1}\n' },
    { description: 'an object', text: 'a: b\n---\nkind: HelmRelease\nimage: {tag: v1}\n' },
  ])('changes in a document that is read: $description', ({ text }) => {
    expect(patch({ text }).text).toBe(text.replace('v1', 'v2'));
  });

  it('changes for all who share it, which a notice names', () => {
    const text = 'image: &i\n  tag: &t v1\nweb: {image: *i}\njob: {tag: *t, <<: *i}\n';
    const file = { path: 'values.yaml', bytes: new TextEncoder().encode(text) };
    const { bytes, notices } = patchFile(file, [
      { kind: 'values', image: IMAGE, paths: { tag: steps('image.tag') } },
    ]);
    expect(new TextDecoder().decode(bytes)).toBe(text.replace('v1', 'v2'));
    expect(notices).toEqual([
      'values.yaml:2:3: what the anchor &i stands for changes at web.image, job["<<"] as well.',
      'values.yaml:2:11: what the anchor &t stands for changes at job.tag as well.',
    ]);
  });
});
