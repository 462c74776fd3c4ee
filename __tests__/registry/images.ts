import { createHash } from 'node:crypto';

/** Bytes of a registry, with what names and describes them. */
export interface Document {
  readonly bytes: Buffer;
  readonly digest: string;
  readonly type: string;
}

/** One image: what has to be pushed of it, and the manifest that asks for it. */
export interface BuiltImage {
  readonly manifest: Document;
  readonly blobs: readonly Document[];
  /** Absent of what an index has beside its images. */
  readonly platform?: string;
}

export interface BuiltIndex {
  readonly index: Document;
  readonly images: readonly BuiltImage[];
}

/** Whose media types are used. */
export type Flavour = 'oci' | 'docker';

type Texts = Readonly<Record<string, string>>;

const TYPES = {
  oci: {
    index: 'application/vnd.oci.image.index.v1+json',
    image: 'application/vnd.oci.image.manifest.v1+json',
    config: 'application/vnd.oci.image.config.v1+json',
    layer: 'application/vnd.oci.image.layer.v1.tar+gzip',
  },
  docker: {
    index: 'application/vnd.docker.distribution.manifest.list.v2+json',
    image: 'application/vnd.docker.distribution.manifest.v2+json',
    config: 'application/vnd.docker.container.image.v1+json',
    layer: 'application/vnd.docker.image.rootfs.diff.tar.gzip',
  },
} as const;

export const REVISION = 'org.opencontainers.image.revision';
export const SOURCE = 'org.opencontainers.image.source';

export function documentOf(content: unknown, type: string): Document {
  const bytes = Buffer.from(typeof content === 'string' ? content : JSON.stringify(content));
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
  return { bytes, digest, type };
}

export interface ImageParts {
  readonly flavour?: Flavour;
  /** `os/architecture[/variant]`. */
  readonly platform?: string;
  readonly labels?: Texts;
  readonly annotations?: Texts;
}

export function buildImage(parts: ImageParts = {}): BuiltImage {
  const { flavour = 'oci', platform = 'linux/amd64', labels, annotations } = parts;
  const types = TYPES[flavour];
  const layer = documentOf(`the layer of ${platform}`, types.layer);
  const config = documentOf(
    {
      ...platformFields(platform),
      config: { Labels: labels ?? null },
      rootfs: { type: 'layers', diff_ids: [layer.digest] },
    },
    types.config,
  );
  const manifest = documentOf(
    {
      schemaVersion: 2,
      mediaType: types.image,
      config: descriptorOf(config),
      layers: [descriptorOf(layer)],
      ...(annotations && { annotations }),
    },
    types.image,
  );
  return { manifest, blobs: [config, layer], platform };
}

/** What BuildKit puts beside every image of an index. */
export function buildAttestation(): BuiltImage {
  const { oci } = TYPES;
  const config = documentOf({ os: 'unknown', architecture: 'unknown', config: {} }, oci.config);
  const statement = documentOf('{}', 'application/vnd.in-toto+json');
  const manifest = documentOf(
    {
      schemaVersion: 2,
      mediaType: oci.image,
      config: descriptorOf(config),
      layers: [descriptorOf(statement)],
    },
    oci.image,
  );
  return { manifest, blobs: [config, statement] };
}

export function buildIndex(
  images: readonly BuiltImage[],
  { flavour = 'oci', annotations }: Pick<ImageParts, 'flavour' | 'annotations'> = {},
): BuiltIndex {
  const type = TYPES[flavour].index;
  const manifests = images.map(({ manifest, platform }) => ({
    ...descriptorOf(manifest),
    platform: platformFields(platform ?? 'unknown/unknown'),
    ...(platform === undefined && {
      annotations: { 'vnd.docker.reference.type': 'attestation-manifest' },
    }),
  }));
  const content = {
    schemaVersion: 2,
    mediaType: type,
    manifests,
    ...(annotations && { annotations }),
  };
  return { index: documentOf(content, type), images };
}

export function descriptorOf({ bytes, digest, type }: Document) {
  return { mediaType: type, digest, size: bytes.byteLength };
}

function platformFields(platform: string) {
  const [os, architecture, variant] = platform.split('/');
  return { os, architecture, ...(variant !== undefined && { variant }) };
}
