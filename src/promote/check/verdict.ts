import { type ImageReference, renderImageReference } from '../../base/image.js';
import type { CheckedImage, Registry } from '../../ports/registry.js';
import type { Problem } from '../model/result.js';
import { type FoundImage, REVISION, type Sighting } from './look.js';

/** What is asked of an image. */
export interface Expectation {
  readonly image: ImageReference;
  /** The input that gives it, for messages. */
  readonly imageInput: string;
  /** Whether its tag is pushed again and again, so that it may well stand for another digest. */
  readonly tagMoves: boolean;
  /** Platforms that it must have. */
  readonly platforms: readonly string[];
  /** The commit that it was built from, in full, as far as it is known. */
  readonly sourceSha?: string;
  /** Page of the repository of that commit. */
  readonly sourceUrl: string;
}

/** What the check comes to. */
export interface CheckVerdict {
  /** Why the image must not be promoted. */
  readonly problem?: Problem;
  /** What people should know all the same. */
  readonly notices: readonly string[];
  /** Absent when the image is not there. */
  readonly checked?: CheckedImage;
}

/** Who was asked, for messages. */
type Asked = Pick<Registry, 'name' | 'signedInWith'>;

/** Holds what was found against what is promoted. */
export function judgeImage(seen: Sighting, expected: Expectation, asked: Asked): CheckVerdict {
  const { image } = seen;
  const missing = findMissing(seen, expected, asked);
  if (image === undefined || missing !== undefined) return { problem: missing, notices: [] };
  const problem =
    findMoved(seen, expected, asked) ??
    findPlatformMissing(image, expected) ??
    findMismatch(image, expected);
  const { tag, digest } = expected.image;
  const isUntagged = tag !== undefined && digest !== undefined && seen.tagDigest === undefined;
  return {
    problem,
    notices: isUntagged
      ? [`The tag ${tag} is not in ${asked.name}; the image is found by its digest.`]
      : [],
    checked: renderFound(image, expected),
  };
}

/**
 * What is passed on. A label can be any text, and what is no name of a revision says nothing; nor
 * does one of another repository, which is that of a base image.
 */
function renderFound(
  { digest, platforms, revision, source }: FoundImage,
  { sourceUrl }: Expectation,
): CheckedImage {
  const isName = revision !== undefined && /^[\x21-\x7e]{1,100}$/.test(revision);
  const isOwn = source === undefined || isSameSource(source, sourceUrl);
  return { digest, platforms, ...(isName && isOwn && { revision }) };
}

function findMissing(
  { image, tagDigest }: Sighting,
  { image: reference, imageInput }: Expectation,
  { name, signedInWith }: Asked,
): Problem | undefined {
  const code = 'image-missing';
  const subject = `${imageInput}: ${renderImageReference(reference)}`;
  if (image === undefined) {
    const who =
      signedInWith === undefined
        ? 'It was asked without credentials, to which a private image may look the same.'
        : `It was asked with ${signedInWith}.`;
    const other = tagDigest === undefined ? '' : ` The tag is there, with the digest ${tagDigest}.`;
    const cure =
      imageInput === 'rollback-to'
        ? 'Push it again, or set rollback-to to one that is there: a rule of retention may have deleted it.'
        : 'Push it before it is promoted; a job that promotes what another one pushes needs it.';
    return { code, message: `${subject} is not in ${name}.${other} ${who} ${cure}` };
  }
  const { gap, otherType } = image;
  if (gap !== undefined) {
    const message = `${subject} is in ${name}, but ${gap}, so that it cannot be pulled. Push it again.`;
    return { code, message };
  }
  if (otherType === undefined) return undefined;
  const message = `${subject} is in ${name}, but it is no container image (${otherType}). Give the reference of an image.`;
  return { code, message };
}

function findMoved(
  { tagDigest }: Sighting,
  { image: { tag = '', digest }, imageInput, tagMoves }: Expectation,
  { name }: Asked,
): Problem | undefined {
  if (digest === undefined || tagDigest === undefined || tagDigest === digest) return undefined;
  if (tagMoves) return undefined;
  const message = `${imageInput}: the tag ${tag} is ${tagDigest} in ${name}, and not ${digest}, which is to be promoted: it was pushed again. Promote the image of the newer push, or give each build a tag of its own.`;
  return { code: 'image-moved', message };
}

function findPlatformMissing(
  { platforms: there }: FoundImage,
  { image, imageInput, platforms }: Expectation,
): Problem | undefined {
  const code = 'platform-missing';
  const reference = renderImageReference(image);
  const lacking = platforms.filter((platform) => !there.includes(platform));
  const has = there.length === 0 ? 'for no platform that it names' : `for ${there.join(', ')}`;
  if (lacking.length > 0) {
    const message = `image-platforms: ${reference} is there ${has}, but not for ${lacking.join(', ')}. Build it for that platform too (platforms of docker/build-push-action), or take it out of image-platforms.`;
    return { code, message };
  }
  if (platforms.length > 0 || there.length > 0) return undefined;
  const message = `${imageInput}: ${reference} is an index without an image, so that no cluster can pull it. Push it again.`;
  return { code, message };
}

function findMismatch(
  { revision, source }: FoundImage,
  { image, imageInput, sourceSha, sourceUrl }: Expectation,
): Problem | undefined {
  if (revision === undefined || source === undefined || sourceSha === undefined) return undefined;
  // The labels of a base image are handed down to all that are built on it.
  if (!isSameSource(source, sourceUrl)) return undefined;
  const commit = revision.trim().toLowerCase();
  if (!/^[0-9a-f]{7,64}$/.test(commit) || sourceSha.startsWith(commit)) return undefined;
  const message = `${imageInput}: ${renderImageReference(image)} was built from ${commit} (its label ${REVISION}), and not from ${sourceSha}. Promote the image that was built from that commit; if it was only tagged again, give source-sha the commit that it was built from.`;
  return { code: 'image-mismatch', message };
}

function isSameSource(one: string, other: string): boolean {
  return normaliseSource(one) === normaliseSource(other);
}

/** One spelling of the address of a repository, with or without scheme, user and `.git`. */
function normaliseSource(source: string): string {
  return source
    .trim()
    .toLowerCase()
    .replace(/#.*$/, '')
    .replace(/^[a-z+]+:\/\//, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?!\d+\/)/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
}
