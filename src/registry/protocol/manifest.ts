import { createHash } from 'node:crypto';
import { parsePlatform } from '../../base/platform.js';
import { isJsonObject, type JsonObject, parseJsonObject } from '../../base/json.js';
import type { ImageConfig, IndexedImage, Manifest } from '../../ports/registry.js';
import { NoAnswer } from './refusals.js';

const INDEX_TYPES = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
];
const IMAGE_TYPES = [
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

/**
 * All four types have to be named: asked without a type that it holds, a registry answers that there
 * is nothing. Indexes go first, since some registries give what is named first.
 */
export const MANIFEST_TYPES: readonly string[] = [...INDEX_TYPES, ...IMAGE_TYPES];

/** The mark that BuildKit puts on what an index holds beside its images. */
const ATTESTATION = 'vnd.docker.reference.type';

const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;

/** Something that a registry gave, and that is not what was asked for. Says what, as "it is …". */
export class UnusableContent extends NoAnswer {}

/** Bytes of a registry with what it says of them. */
export interface Content {
  readonly bytes: Uint8Array;
  /** `Content-Type`; empty when there was none. */
  readonly type: string;
  /** `Docker-Content-Digest`; empty when there was none. */
  readonly digest: string;
}

/**
 * Reads a manifest or an index.
 * @param reference The tag or digest that was asked for.
 * @throws UnusableContent when it is not whole, not of that digest, or of another type.
 */
export function parseManifest(content: Content, reference: string): Manifest {
  for (const promised of [reference, content.digest]) {
    if (DIGEST.test(promised)) assertDigest(content.bytes, promised);
  }
  const document = parseDocument(content.bytes);
  const type = findType(content, document);
  const digest = computeDigest(content.bytes, 'sha256');
  const annotations = parseTexts(document['annotations']);
  const { manifests, config } = document;
  if (INDEX_TYPES.includes(type) && Array.isArray(manifests) && config === undefined) {
    return { kind: 'index', digest, annotations, images: manifests.flatMap(parseIndexed) };
  }
  if (!IMAGE_TYPES.includes(type) || manifests !== undefined || !isJsonObject(config)) {
    throw new UnusableContent(`neither a manifest nor an index of images (${nameType(type)})`);
  }
  return {
    kind: 'image',
    digest,
    annotations,
    config: parseDigest(config),
    configType: nameType(config['mediaType']),
  };
}

/**
 * Reads the configuration of an image.
 * @throws UnusableContent when it is not whole, or not of that digest.
 */
export function parseConfig(bytes: Uint8Array, digest: string): ImageConfig {
  assertDigest(bytes, digest);
  const document = parseDocument(bytes);
  const { config } = document;
  return {
    platform: renderPlatform(document),
    labels: parseTexts(isJsonObject(config) ? config['Labels'] : undefined),
  };
}

/** @throws UnusableContent when the bytes are not those that the digest names. */
function assertDigest(bytes: Uint8Array, digest: string): void {
  const algorithm = digest.slice(0, digest.indexOf(':'));
  const actual = computeDigest(bytes, algorithm);
  if (actual !== digest) throw new UnusableContent(`not ${digest}, but ${actual}`, true);
}

function computeDigest(bytes: Uint8Array, algorithm: string): string {
  return `${algorithm}:${createHash(algorithm).update(bytes).digest('hex')}`;
}

function parseDocument(bytes: Uint8Array): JsonObject {
  const document = parseJsonObject(bytes);
  if (document === undefined) throw new UnusableContent('no JSON object', true);
  return document;
}

/**
 * What the registry calls it, which has to be what it calls itself: read as two things, one document
 * could pass here as an image that it is not elsewhere.
 */
function findType({ type }: Content, { mediaType }: JsonObject): string {
  const told = type.replace(/\s*;.*$/s, '').toLowerCase();
  if (typeof mediaType !== 'string') return told;
  if (MANIFEST_TYPES.includes(told) && told !== mediaType) {
    throw new UnusableContent(
      `${told} by the registry's word, and ${nameType(mediaType)} by itself`,
    );
  }
  return mediaType;
}

/** A media type, for messages: what is none could be any text. */
function nameType(type: unknown): string {
  return typeof type === 'string' && /^[\w.+-]{1,80}\/[\w.+-]{1,80}$/.test(type) ? type : 'no type';
}

/** An image of an index; nothing for what is none. */
function parseIndexed(entry: unknown): readonly IndexedImage[] {
  if (!isJsonObject(entry)) throw new UnusableContent('an index with an entry that is no object');
  const { mediaType, artifactType, annotations } = entry;
  const isImage = typeof mediaType === 'string' && IMAGE_TYPES.includes(mediaType);
  if (!isImage || artifactType !== undefined || ATTESTATION in parseTexts(annotations)) return [];
  const digest = parseDigest(entry);
  const described = isJsonObject(entry['platform']) ? entry['platform'] : {};
  // Attestations again, of tools that leave out their mark.
  if (described['os'] === 'unknown' || described['architecture'] === 'unknown') return [];
  return [{ digest, platform: renderPlatform(described) }];
}

function renderPlatform({ os, architecture, variant }: JsonObject): string | undefined {
  const parts = [os, architecture, ...(variant === undefined || variant === '' ? [] : [variant])];
  return parts.every((part) => typeof part === 'string')
    ? parsePlatform(parts.join('/'))
    : undefined;
}

function parseDigest({ digest }: JsonObject): string {
  if (typeof digest === 'string' && DIGEST.test(digest)) return digest;
  throw new UnusableContent('a manifest with a digest that is none');
}

/** The members of an object that are text. */
function parseTexts(value: unknown): Readonly<Record<string, string>> {
  const members = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(
    members.filter((member): member is [string, string] => typeof member[1] === 'string'),
  );
}
