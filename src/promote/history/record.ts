import { type ImageReference, parseImageReference } from '../../base/image.js';
import type { Commit } from '../../ports/gitops.js';
import { findTrailer, listTrailers } from '../message/trailers.js';

/** What one promotion or rollback tells of itself in the trailers of its commit. */
export interface PromotionRecord {
  /** The commit of the GitOps repository. */
  readonly sha: string;
  /** Its first parent, where the server tells it. */
  readonly parent?: string;
  /** What the targets ask for since. */
  readonly image?: ImageReference;
  /** What the first of `targets` asked for before. */
  readonly previousImage?: ImageReference;
  /** The commit of the source that the image was built from, in full. */
  readonly sourceSha?: string;
  /** `owner/name` of the source, where it is told. */
  readonly sourceRepository?: string;
  /** The oldest promotion that a rollback takes back: a commit of the GitOps repository. */
  readonly rollbackOf?: string;
  /** Commits of the source that it takes back, in full. */
  readonly takesBack: readonly string[];
  /** What it changed, the first of the message first; empty where it is not told. */
  readonly targets: readonly string[];
}

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** `undefined` for a commit that no promotion and no rollback has made. */
export function parseRecord({ sha, parent, message }: Commit): PromotionRecord | undefined {
  if (findTrailer(message, 'Promotion-Id') === undefined) return undefined;
  const shaOf = (key: string) => listTrailers(message, key).find((value) => SHA.test(value));
  return {
    sha,
    parent,
    image: imageOf(message, 'Image'),
    previousImage: imageOf(message, 'Previous-Image'),
    sourceSha: shaOf('Source-Commit'),
    sourceRepository: findTrailer(message, 'Source-Repository'),
    rollbackOf: shaOf('Rollback-Of'),
    takesBack: listTrailers(message, 'Rolled-Back-Commit').filter((value) => SHA.test(value)),
    targets: listTrailers(message, 'Target'),
  };
}

function imageOf(message: string, key: string): ImageReference | undefined {
  const parsed = parseImageReference(findTrailer(message, key) ?? '');
  return parsed.valid ? parsed.reference : undefined;
}

/** What tells the records of one target from those of others in its file. */
export interface TargetIdentity {
  /** As it stands in the trailer `Target`. */
  readonly name: string;
  /** What the target asks for now, or is to ask for; absent where it is not known. */
  readonly image?: ImageReference;
}

/**
 * The records of one target, oldest first. One that names no target counts for each that asks for
 * its image, whatever its version.
 * @param commits Of the target's file, newest first.
 */
export function selectRecords(
  commits: readonly Commit[],
  { name, image }: TargetIdentity,
): readonly PromotionRecord[] {
  const records = commits.toReversed().flatMap((commit) => parseRecord(commit) ?? []);
  return records.filter(({ targets, image: promoted }) => {
    if (targets.length > 0) return targets.includes(name);
    return image === undefined || promoted === undefined || hasSameName(promoted, image);
  });
}

/** The last part of the repository: a mirror or another registry keeps it. */
function hasSameName(one: ImageReference, other: ImageReference): boolean {
  const nameOf = ({ repository }: ImageReference) =>
    repository.slice(repository.lastIndexOf('/') + 1);
  return nameOf(one) === nameOf(other);
}

/**
 * Whether two references are of one image as far as both tell: a target need not hold all of one. The
 * same name and tag in another registry is a copy.
 */
export function isSameImage(one: ImageReference, other: ImageReference): boolean {
  if (!hasSameName(one, other)) return false;
  const told = (['tag', 'digest'] as const).filter(
    (part) => one[part] !== undefined && other[part] !== undefined,
  );
  return told.length > 0 && told.every((part) => one[part] === other[part]);
}
