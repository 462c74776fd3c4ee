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
  /** What `targets` asked for before: one for all, or one for each in their order. */
  readonly previousImages: readonly (ImageReference | undefined)[];
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

/** How many of a file's commits are read: what one request gives. */
export const SEARCHED_FILE_COMMITS = 100;

const SHA = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;

/** `undefined` for a commit that no promotion and no rollback has made. */
export function parseRecord({ sha, parent, message }: Commit): PromotionRecord | undefined {
  if (!/^Promotion-Id:/im.test(message)) return undefined;
  const trailers = parseTrailers(message);
  const valuesOf = (key: string) => trailers.get(key.toLowerCase()) ?? [];
  if (valuesOf('Promotion-Id').length === 0) return undefined;
  const shaOf = (key: string) => valuesOf(key).find((value) => SHA.test(value));
  return {
    sha,
    parent,
    image: parseImageTrailer(valuesOf('Image')[0]),
    previousImages: valuesOf('Previous-Image').map((text) => parseImageTrailer(text)),
    sourceSha: shaOf('Source-Commit'),
    sourceRepository: valuesOf('Source-Repository')[0],
    rollbackOf: shaOf('Rollback-Of'),
    takesBack: valuesOf('Rolled-Back-Commit').filter((value) => SHA.test(value)),
    targets: valuesOf('Target'),
  };
}

/** Whether it takes something back: a rollback, or a promotion that goes back as a person insists. */
export function isGoingBack({ rollbackOf, takesBack }: PromotionRecord): boolean {
  return rollbackOf !== undefined || takesBack.length > 0;
}

/** What a target asked for before, where that is told. */
export function findPreviousOf(
  { targets, previousImages }: PromotionRecord,
  name: string,
): ImageReference | undefined {
  const isOneEach = previousImages.length > 1 && previousImages.length === targets.length;
  return previousImages[isOneEach ? targets.indexOf(name) : 0];
}

function parseImageTrailer(text = ''): ImageReference | undefined {
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

/** What people did to a file between two records of a target. */
export interface ByHand {
  /** Commits of the GitOps repository that are reverted by then, as messages say. */
  readonly reverted: ReadonlySet<string>;
}

/** What the commits of a file tell of one target. */
export interface TargetHistory {
  /** The promotions and rollbacks of the target, oldest first, with what people did before each. */
  readonly records: readonly (PromotionRecord & { readonly byHand?: ByHand })[];
  /** What they did since the newest of them; absent where nobody has changed the file. */
  readonly byHand?: ByHand;
}

/**
 * Selects the records of one target. One that names no target counts for each that asks for its
 * image, whatever its version.
 * @param commits Of the target's file, newest first.
 */
export function selectRecords(commits: readonly Commit[], identity: TargetIdentity): TargetHistory {
  const records: (PromotionRecord & { byHand?: ByHand })[] = [];
  const reverts = new Reverts();
  let byHand: ByHand | undefined;
  for (const commit of commits.toReversed()) {
    const record = parseRecord(commit);
    if (record === undefined) {
      reverts.add(commit);
      byHand = { reverted: reverts.effective };
    } else if (isOfTarget(record, identity)) {
      records.push({ ...record, byHand });
      byHand = undefined;
    }
  }
  return { records, byHand };
}

function isOfTarget({ targets, image: promoted }: PromotionRecord, identity: TargetIdentity) {
  const { name, image } = identity;
  if (targets.length > 0) return targets.includes(name);
  return image === undefined || promoted === undefined || hasSameName(promoted, image);
}

/** What `git revert` writes. */
const REVERTS = /^This reverts commit (?<sha>[0-9a-f]{40,64})\b/gm;

/** What is reverted, and not brought back by the revert of that revert. */
class Reverts {
  effective: ReadonlySet<string> = new Set();
  /** Newest first. */
  #reverts: readonly { readonly sha: string; readonly named: readonly string[] }[] = [];

  add({ sha, message }: Commit): void {
    const named = Array.from(message.matchAll(REVERTS), ({ groups }) => groups?.['sha'] ?? '');
    if (named.length === 0) return;
    this.#reverts = [{ sha, named }, ...this.#reverts];
    const effective = new Set<string>();
    for (const revert of this.#reverts) {
      if (!effective.has(revert.sha)) for (const each of revert.named) effective.add(each);
    }
    this.effective = effective;
  }
}

/** The last part of the repository: a mirror or another registry keeps it. */
function hasSameName(one: ImageReference, other: ImageReference): boolean {
  if (one.repository === other.repository) return true;
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
  const [tags, digests] = [
    compareParts(one.tag, other.tag),
    compareParts(one.digest, other.digest),
  ];
  if (tags === false || digests === false || !hasSameName(one, other)) return 'different';
  return (tags ?? digests) ? 'same' : 'unknown';
}

/** `undefined` where one of the two is not told. */
function compareParts(one: string | undefined, other: string | undefined): boolean | undefined {
  return one === undefined || other === undefined ? undefined : one === other;
}
