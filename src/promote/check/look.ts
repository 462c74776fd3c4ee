import { PromoteError } from '../../base/errors.js';
import type { ImageReference } from '../../base/image.js';
import type { IndexedImage, Manifest, Registry } from '../../ports/registry.js';

type Texts = Readonly<Record<string, string>>;
type ImageManifest = Extract<Manifest, { readonly kind: 'image' }>;
type ImageIndex = Extract<Manifest, { readonly kind: 'index' }>;

/** The annotation keys of the OCI image specification. */
export const REVISION = 'org.opencontainers.image.revision';
export const SOURCE = 'org.opencontainers.image.source';

/** Types of the configuration of an image that a cluster can run. */
const CONFIG_TYPES = [
  'application/vnd.oci.image.config.v1+json',
  'application/vnd.docker.container.image.v1+json',
];

/** How many images of an index are looked at; real ones have a platform each, and rarely a dozen. */
const MOST_LOOKED_AT = 20;

/** What was found where an image should be. */
export interface Sighting {
  /** Digest of what is under the tag; absent when nothing is, or there is no tag. */
  readonly tagDigest?: string;
  /** What is to be deployed; absent when it is not there. */
  readonly image?: FoundImage;
}

export interface FoundImage {
  readonly digest: string;
  /** Those that it has; of the platforms that were asked for only such as can be pulled. */
  readonly platforms: readonly string[];
  /** Whether it is an index that lists no image. */
  readonly isEmpty?: boolean;
  /** Why it cannot be deployed, and what helps, as it reads behind "but". */
  readonly flaw?: string;
  readonly revision?: string;
  readonly source?: string;
}

/**
 * Looks for an image in its registry, and at as much of it as tells its platforms and its commit.
 * @param platforms Those that it must have.
 * @throws PromoteError `registry-denied` and `registry-unavailable`.
 */
export async function lookForImage(
  reference: ImageReference,
  platforms: readonly string[],
  registry: Registry,
): Promise<Sighting> {
  const { tagged, manifest } = await readManifests(reference, registry);
  return {
    tagDigest: tagged?.digest,
    image: manifest && (await describeImage(manifest, platforms, registry)),
  };
}

/** What is under the tag, and what is to be deployed. */
interface Manifests {
  readonly tagged: Manifest | undefined;
  readonly manifest: Manifest | undefined;
}

async function readManifests(
  { tag, digest }: ImageReference,
  registry: Registry,
): Promise<Manifests> {
  try {
    const tagged = tag === undefined ? undefined : await registry.readManifest(tag);
    const isTagged = digest === undefined || digest === tagged?.digest;
    return { tagged, manifest: isTagged ? tagged : await registry.readManifest(digest) };
  } catch (error) {
    const isDenied = error instanceof PromoteError && error.code === 'registry-denied';
    if (!isDenied || tag === undefined || digest === undefined) throw error;
    const manifest = await registry.readManifest(digest);
    if (manifest === undefined) throw error;
    // A registry that has shown one image of a repository is believed that the tag is not there.
    return { tagged: await registry.readManifest(tag), manifest };
  }
}

async function describeImage(
  manifest: Manifest,
  platforms: readonly string[],
  registry: Registry,
): Promise<FoundImage> {
  const { digest, annotations } = manifest;
  const { labels = {}, ...parts } =
    manifest.kind === 'image'
      ? await describeSingle(manifest, registry)
      : await describeIndex(manifest, platforms, registry);
  return {
    digest,
    ...parts,
    revision: annotations[REVISION] ?? labels[REVISION],
    source: annotations[SOURCE] ?? labels[SOURCE],
  };
}

type Parts = Pick<FoundImage, 'platforms' | 'isEmpty' | 'flaw'> & { readonly labels?: Texts };

async function describeSingle(
  { config, configType }: ImageManifest,
  registry: Registry,
): Promise<Parts> {
  const described = await registry.readConfig(config);
  if (described === undefined)
    return { platforms: [], flaw: renderGap('its configuration is not') };
  const { platform, labels } = described;
  const isImage = CONFIG_TYPES.includes(configType) || platform !== undefined;
  const flaw = `it is no container image (${configType}). Give the reference of an image.`;
  return { platforms: platform ? [platform] : [], labels, flaw: isImage ? undefined : flaw };
}

function renderGap(part: string): string {
  return `${part}, so that it cannot be pulled. Push it again.`;
}

/**
 * An index is of no use where the image behind it is absent, as in a registry to which it was copied
 * for some platforms only. So each platform that was asked for is looked at, else any one.
 */
async function describeIndex(
  { images: entries, annotations }: ImageIndex,
  wanted: readonly string[],
  registry: Registry,
): Promise<Parts> {
  if (entries.length === 0) return { platforms: [], isEmpty: true };
  const images = await namePlatforms(entries, registry);
  const platforms = [...new Set(images.flatMap(({ platform }) => platform ?? []))];
  const asked = images.filter(({ platform }) => wanted.includes(platform ?? ''));
  const candidates = asked.length > 0 ? asked : byPreference(images);
  const found = await findImagesOfPlatforms(candidates, asked.length || 1, registry);
  const first = [...found.values()].find((manifest) => manifest !== undefined);
  // Of what was asked for, only what was seen is there.
  const isUnasked = (platform: string) => !found.has(platform) && !wanted.includes(platform);
  const there = platforms.filter((platform) => found.get(platform) ?? isUnasked(platform));
  if (first === undefined) {
    // Of images that were asked for, the platform is what is missing.
    const flaw = asked.length === 0 ? renderGap('none of its images is') : undefined;
    return { platforms: there, flaw };
  }
  if (REVISION in annotations && SOURCE in annotations) return { platforms: there };
  return { ...(await describeSingle(first, registry)), platforms: there };
}

/**
 * The first image of each platform that is there, by platform; `undefined` where none is.
 * @param enough How many are looked for.
 */
async function findImagesOfPlatforms(
  images: readonly IndexedImage[],
  enough: number,
  registry: Registry,
): Promise<ReadonlyMap<string, ImageManifest | undefined>> {
  const found = new Map<string, ImageManifest | undefined>();
  let missing = enough;
  let asked = 0;
  for (const { digest, platform = '' } of images) {
    if (missing === 0 || asked === MOST_LOOKED_AT) break;
    if (found.get(platform) !== undefined) continue;
    asked += 1;
    const manifest = await registry.readManifest(digest);
    const image = manifest?.kind === 'image' ? manifest : undefined;
    found.set(platform, image);
    if (image) missing -= 1;
  }
  return found;
}

/** The platform is optional in an index: then the configuration tells it. */
async function namePlatforms(
  entries: readonly IndexedImage[],
  registry: Registry,
): Promise<readonly IndexedImage[]> {
  const named = [...entries];
  for (const [index, { digest, platform }] of entries.slice(0, MOST_LOOKED_AT).entries()) {
    if (platform !== undefined) continue;
    const manifest = await registry.readManifest(digest);
    if (manifest?.kind !== 'image') continue;
    named[index] = { digest, platform: (await registry.readConfig(manifest.config))?.platform };
  }
  return named;
}

function byPreference(images: readonly IndexedImage[]): readonly IndexedImage[] {
  const isUsual = ({ platform }: IndexedImage) => platform === 'linux/amd64';
  return [...images.filter(isUsual), ...images.filter((image) => !isUsual(image))];
}
