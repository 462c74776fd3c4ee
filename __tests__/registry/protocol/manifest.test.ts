import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  parseConfig,
  parseManifest,
  UnusableContent,
} from '../../../src/registry/protocol/manifest.js';
import {
  buildAttestation,
  buildImage,
  buildIndex,
  descriptorOf,
  documentOf,
  REVISION,
  type Document,
  type Flavour,
} from '../images.js';

const FLAVOURS: readonly Flavour[] = ['oci', 'docker'];
const INDEX = 'application/vnd.oci.image.index.v1+json';
const IMAGE = 'application/vnd.oci.image.manifest.v1+json';

function parse({ bytes, type, digest }: Document, reference = digest) {
  return parseManifest({ bytes, type, digest: '' }, reference);
}

describe.each(FLAVOURS)('a manifest of %s', (flavour) => {
  const amd64 = buildImage({ flavour });
  const arm = buildImage({ flavour, platform: 'linux/arm/v7' });

  it('is an image', () => {
    expect(parse(amd64.manifest)).toEqual({
      kind: 'image',
      digest: amd64.manifest.digest,
      annotations: {},
      config: amd64.blobs[0]?.digest,
      configType: amd64.blobs[0]?.type,
    });
  });

  it('is an index of images, without attestations', () => {
    const annotations = { [REVISION]: 'a1b2c3d' };
    const { index } = buildIndex([amd64, buildAttestation(), arm, buildAttestation()], {
      flavour,
      annotations,
    });
    expect(parse(index, 'main')).toEqual({
      kind: 'index',
      digest: index.digest,
      annotations,
      images: [
        { digest: amd64.manifest.digest, platform: 'linux/amd64' },
        { digest: arm.manifest.digest, platform: 'linux/arm/v7' },
      ],
    });
  });
});

describe('an entry of an index', () => {
  const { manifest } = buildImage();
  const entryOf = (fields: object) => {
    const index = { schemaVersion: 2, manifests: [{ ...descriptorOf(manifest), ...fields }] };
    return parse(documentOf(index, INDEX));
  };

  it.each([
    {
      description: 'marked as an attestation',
      fields: { annotations: { 'vnd.docker.reference.type': 'x' } },
    },
    {
      description: 'of unknown platform',
      fields: { platform: { os: 'unknown', architecture: 'unknown' } },
    },
    { description: 'that is an artifact', fields: { artifactType: 'application/spdx+json' } },
    {
      description: 'of another type',
      fields: { mediaType: 'application/vnd.cncf.helm.config.v1+json' },
    },
  ])('$description is no image', ({ fields }) => {
    expect(entryOf(fields)).toMatchObject({ images: [] });
  });

  it.each([{}, { platform: {} }, { platform: null }, { platform: { os: 'linux' } }])(
    'with %j has a platform that is not known',
    (fields) => {
      expect(entryOf(fields)).toMatchObject({ images: [{ digest: manifest.digest }] });
      expect(entryOf(fields)).toMatchObject({ images: [{ platform: undefined }] });
    },
  );
});

describe('what cannot be used', () => {
  const { manifest } = buildImage();
  const other = buildImage({ platform: 'linux/arm64' }).manifest;

  it.each([
    {
      description: 'other bytes than those of the digest',
      document: manifest,
      reference: other.digest,
      why: 'not sha256:',
    },
    { description: 'no JSON', document: documentOf('<html>', IMAGE), why: 'no JSON' },
    { description: 'no object', document: documentOf('[]', IMAGE), why: 'no JSON object' },
    { description: 'another type', document: documentOf('{}', 'text/html'), why: 'neither' },
    {
      description: 'a manifest of the first version',
      document: documentOf(
        { schemaVersion: 1 },
        'application/vnd.docker.distribution.manifest.v1+prettyjws',
      ),
      why: 'neither',
    },
    { description: 'an index without a list', document: documentOf({}, INDEX), why: 'neither' },
    {
      description: 'a manifest without a configuration',
      document: documentOf({}, IMAGE),
      why: 'neither',
    },
    {
      description: 'a manifest that is an index as well',
      document: documentOf({ config: descriptorOf(manifest), manifests: [] }, IMAGE),
      why: 'neither',
    },
    {
      description: 'an index that is a manifest as well',
      document: documentOf({ config: descriptorOf(manifest), manifests: [] }, INDEX),
      why: 'neither',
    },
    {
      description: 'two types',
      document: documentOf({ mediaType: INDEX, manifests: [] }, IMAGE),
      why: 'by itself',
    },
    {
      description: 'a digest that is none',
      document: documentOf({ config: { digest: 'sha256:../x' } }, IMAGE),
      why: 'a digest that is none',
    },
    {
      description: 'an entry that is none',
      document: documentOf({ manifests: [1] }, INDEX),
      why: 'no object',
    },
  ])('$description', ({ document, reference, why }) => {
    const read = () => parse(document, reference ?? document.digest);
    expect(read).toThrow(UnusableContent);
    expect(read).toThrow(why);
  });

  it('is what the registry itself calls by another digest', () => {
    const { bytes, type } = manifest;
    expect(() => parseManifest({ bytes, type, digest: other.digest }, 'main')).toThrow(
      'not sha256:',
    );
  });
});

it('the type may have parameters, or be known by the document alone', () => {
  const { bytes } = buildIndex([buildImage()]).index;
  for (const type of [`${INDEX}; charset=utf-8`, 'application/json', '']) {
    expect(parseManifest({ bytes, type, digest: '' }, 'main').kind).toBe('index');
  }
});

it('a type that is none is not passed on', () => {
  const { blobs, manifest } = buildImage();
  const config = { ...descriptorOf(blobs[0] ?? manifest), mediaType: 'a\n::error::b' };
  expect(parse(documentOf({ config }, IMAGE))).toMatchObject({ configType: 'no type' });
  const named = documentOf({ mediaType: 'a\nb', config }, IMAGE);
  expect(() => parse(named)).toThrow('and no type by itself');
});

it('digests of SHA-512 are computed too', () => {
  const { bytes, type } = buildImage().manifest;
  const digest = `sha512:${createHash('sha512').update(bytes).digest('hex')}`;
  expect(parseManifest({ bytes, type, digest }, digest).digest).toMatch(/^sha256:/);
});

describe('a configuration', () => {
  it.each([
    {
      content: {
        os: 'linux',
        architecture: 'arm64',
        variant: 'v8',
        config: { Labels: { a: 'b', c: 1 } },
      },
      expected: { platform: 'linux/arm64', labels: { a: 'b' } },
    },
    {
      content: { os: 'linux', architecture: 'amd64', variant: '', config: { Labels: null } },
      expected: { platform: 'linux/amd64', labels: {} },
    },
    { content: { config: [] }, expected: { labels: {} } },
  ])('$content', ({ content, expected }) => {
    const { bytes, digest } = documentOf(content, '');
    expect(parseConfig(bytes, digest)).toEqual(expected);
  });

  it('has to be that of its digest', () => {
    expect(() => parseConfig(Buffer.from('{}'), documentOf('{ }', '').digest)).toThrow(
      UnusableContent,
    );
  });
});
