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
  const { image, tagDigest } = seen;
  const { tag, digest } = expected.image;
  const notices: string[] = [];
  if (image?.flaw !== undefined || image === undefined) {
    return { problem: explainAbsence(seen, expected, asked), notices };
  }
  if (tag !== undefined && digest !== undefined && tagDigest === undefined) {
    notices.push(`The tag ${tag} is not in ${asked.name}; the image is found by its digest.`);
  }
  const problem =
    findMoved(seen, expected, asked) ??
    findPlatformMissing(image, expected) ??
    findMismatch(image, expected);
  return { problem, notices, checked: renderFound(image, expected) };
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

function explainAbsence(
  { image, tagDigest }: Sighting,
  expected: Expectation,
  { name, signedInWith }: Asked,
): Problem {
  if (image !== undefined) {
    return problemOf('image-missing', expected, `is in ${name}, but ${image.flaw ?? ''}`);
  }
  const other = tagDigest === undefined ? '' : ` The tag is there, with the digest ${tagDigest}.`;
  const who =
    signedInWith === undefined
      ? 'without credentials, to which a private image may look the same'
      : `with ${signedInWith}`;
  const cure =
    expected.imageInput === 'rollback-to'
      ? 'Push it again, or set rollback-to to one that is there: a rule of retention may have deleted it.'
      : 'Push it before it is promoted; a job that promotes what another one pushes needs it.';
  const message = `is not in ${name}.${other} It was asked ${who}. ${cure}`;
  return problemOf('image-missing', expected, message);
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
  { platforms: there, isEmpty }: FoundImage,
  expected: Expectation,
): Problem | undefined {
  const { platforms } = expected;
  const lacking = platforms.filter((platform) => !there.includes(platform));
  if (lacking.length > 0) {
    const has = there.length === 0 ? 'no platform that it names, so' : `${there.join(', ')}, but`;
    const message = `is there for ${has} not for ${lacking.join(', ')}. Build it for that platform too (platforms of docker/build-push-action), or take it out of image-platforms.`;
    return problemOf('platform-missing', { ...expected, imageInput: 'image-platforms' }, message);
  }
  // An image need not name its platform, and a cluster pulls it all the same.
  if (isEmpty !== true) return undefined;
  const message = 'has no image for any platform, so that no cluster can pull it. Push it again.';
  return problemOf('platform-missing', expected, message);
}

function findMismatch(
  { revision, source }: FoundImage,
  expected: Expectation,
): Problem | undefined {
  const { sourceSha, sourceUrl } = expected;
  if (revision === undefined || source === undefined || sourceSha === undefined) return undefined;
  // The labels of a base image are handed down to all that are built on it.
  if (!isSameSource(source, sourceUrl)) return undefined;
  const commit = revision.trim().toLowerCase();
  if (!/^[0-9a-f]{7,64}$/.test(commit) || sourceSha.startsWith(commit)) return undefined;
  const message = `was built from ${commit} (its label ${REVISION}), and not from ${sourceSha}. Promote the image that was built from that commit; if it was only tagged again, give source-sha the commit that it was built from.`;
  return problemOf('image-mismatch', expected, message);
}

/** @param message What the image is or is not, behind its name. */
function problemOf(
  code: Problem['code'],
  { imageInput, image }: Pick<Expectation, 'imageInput' | 'image'>,
  message: string,
): Problem {
  return { code, message: `${imageInput}: ${renderImageReference(image)} ${message}` };
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
