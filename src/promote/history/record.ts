import { type ImageReference, parseImageReference } from '../../base/image.js';
import type { Commit } from '../../ports/gitops.js';
import { parseTrailers } from '../message/trailers.js';

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
  /** Whether a person has changed the file since the target's record before this one. */
  readonly isTouched?: boolean;
  /** Whether a later commit says that it reverts this one, and none that it reverts that one. */
  readonly isReverted?: boolean;
}

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** `undefined` for a commit that no promotion and no rollback has made. */
export function parseRecord({ sha, parent, message }: Commit): PromotionRecord | undefined {
  if (!/^Promotion-Id:/im.test(message)) return undefined;
  const trailers = parseTrailers(message);
  const valuesOf = (key: string) => trailers.get(key.toLowerCase()) ?? [];
  if (valuesOf('Promotion-Id').length === 0) return undefined;
  const shaOf = (key: string) => valuesOf(key).find((value) => SHA.test(value));
  const imageOf = (key: string) => parseImage(valuesOf(key)[0]);
  return {
    sha,
    parent,
    image: imageOf('Image'),
    previousImage: imageOf('Previous-Image'),
    sourceSha: shaOf('Source-Commit'),
    sourceRepository: valuesOf('Source-Repository')[0],
    rollbackOf: shaOf('Rollback-Of'),
    takesBack: valuesOf('Rolled-Back-Commit').filter((value) => SHA.test(value)),
    targets: valuesOf('Target'),
  };
}

function parseImage(text = ''): ImageReference | undefined {
  const parsed = parseImageReference(text);
  return parsed.valid ? parsed.reference : undefined;
}

/** What tells the records of one target from those of others in its file. */
export interface TargetIdentity {
  /** As it stands in the trailer `Target`. */
  readonly name: string;
  /** What the target asks for now, or is to ask for; absent where it is not known. */
  readonly image?: ImageReference;
}

/** What the commits of a file tell of one target. */
export interface TargetHistory {
  /** The promotions and rollbacks of the target, oldest first. */
  readonly records: readonly PromotionRecord[];
  /** Whether a person has changed the file since the newest of them. */
  readonly isTouchedSince: boolean;
}

/**
 * Selects the records of one target. One that names no target counts for each that asks for its
 * image, whatever its version.
 * @param commits Of the target's file, newest first.
 */
export function selectRecords(commits: readonly Commit[], identity: TargetIdentity): TargetHistory {
  const reverted = findReverted(commits);
  const records: PromotionRecord[] = [];
  let isTouched = false;
  for (const commit of commits.toReversed()) {
    const record = parseRecord(commit);
    if (record === undefined) {
      isTouched = true;
    } else if (isOfTarget(record, identity)) {
      records.push({ ...record, isTouched, isReverted: reverted.has(commit.sha) });
      isTouched = false;
    }
  }
  return { records, isTouchedSince: isTouched };
}

function isOfTarget({ targets, image: promoted }: PromotionRecord, identity: TargetIdentity) {
  const { name, image } = identity;
  if (targets.length > 0) return targets.includes(name);
  return image === undefined || promoted === undefined || hasSameName(promoted, image);
}

/** What `git revert` writes. */
const REVERTS = /^This reverts commit (?<sha>[0-9a-f]{40,64})\b/gm;

/**
 * Commits that others say that they revert, and are not reverted themselves.
 * @param commits Newest first.
 */
function findReverted(commits: readonly Commit[]): ReadonlySet<string> {
  const reverted = new Set<string>();
  for (const { sha, message } of commits) {
    if (reverted.has(sha)) continue;
    for (const { groups } of message.matchAll(REVERTS)) reverted.add(groups?.['sha'] ?? '');
  }
  return reverted;
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
  return compareImages(one, other) === 'same';
}

/** As `isSameImage`; `unknown` where nothing is told by both. */
export function compareImages(
  one: ImageReference | undefined,
  other: ImageReference | undefined,
): 'same' | 'different' | 'unknown' {
  if (one === undefined || other === undefined) return 'unknown';
  if (!hasSameName(one, other)) return 'different';
  const told = (['tag', 'digest'] as const).filter(
    (part) => one[part] !== undefined && other[part] !== undefined,
  );
  if (told.length === 0) return 'unknown';
  return told.every((part) => one[part] === other[part]) ? 'same' : 'different';
}
