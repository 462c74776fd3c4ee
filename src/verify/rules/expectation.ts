import type { ImageReference } from '../../base/image.js';

/** An image that was promoted. */
export interface PromotedImage extends ImageReference {
  /** The digest that Git has beside its tag, where the promotion tells none. */
  readonly pinned?: string;
}

/** What an Application has to run, and how long that may take. */
export interface Expectation {
  /** The commit of the GitOps repository, in full. */
  readonly commit: string;
  /** `owner/name` of the GitOps repository. */
  readonly repository: string;
  /** The branch of the promotion; absent: the default branch. */
  readonly branch?: string;
  /** Absent where it was not asked for, or is not told. */
  readonly defaultBranch?: string;
  readonly image: PromotedImage;
  /** Files that ask for the image, for messages. */
  readonly files: readonly string[];
  /** Seconds until the commit is applied; seconds in all. */
  readonly syncTimeout: number;
  readonly verifyTimeout: number;
  /** Whether a sync may be asked for where auto-sync is off. */
  readonly maySync: boolean;
}

/** How a revision stands to the commit, and what its files ask for. */
export type RevisionFacts = Relation & Asked;

interface Relation {
  /**
   * `same` or `later`: the commit is in its history. `absent`: the GitOps repository has no such
   * revision. `unrelated`: neither is in the history of the other.
   */
  readonly relation: 'same' | 'later' | 'earlier' | 'unrelated' | 'absent';
}

/**
 * Whether its files ask for the image. `untold`: that was not asked, or nothing tells it.
 * `unreadable`: the targets are not there any more, or cannot be read.
 */
type Asked = AskedOurs | { readonly asks: 'untold' | 'unreadable' } | AskedOther;

interface AskedOurs {
  readonly asks: 'ours';
  /** The digest that was pinned to it, where the promotion tells none. */
  readonly pinned?: string;
}

interface AskedOther {
  readonly asks: 'other';
  /** What they ask for instead. */
  readonly other: string;
  /** The later commit that takes the commit back. */
  readonly takenBackBy?: string;
}

/** What is known of revisions, by their SHA. */
export type Revisions = ReadonlyMap<string, RevisionFacts>;

/** Whether what is deployed at a revision is the commit, or the image that it asks for. */
export function containsCommit(facts: RevisionFacts | undefined): boolean {
  if (facts === undefined || facts.asks === 'other') return false;
  return facts.relation === 'same' || facts.relation === 'later' || facts.asks === 'ours';
}

/** Whether a revision is later than the commit and its files ask for another image. */
export function isSuperseding(facts: RevisionFacts | undefined): facts is Relation & AskedOther {
  return facts?.relation === 'later' && facts.asks === 'other';
}

/** The image with the digest that Git pins to it at the revisions, where that is one. */
export function pinImage(
  image: PromotedImage,
  at: readonly string[],
  revisions: Revisions,
): PromotedImage {
  const digests = at.flatMap((revision) => {
    const facts = revisions.get(revision);
    return facts?.asks === 'ours' && facts.pinned !== undefined ? [facts.pinned] : [];
  });
  const [pinned, ...more] = new Set(digests);
  return pinned === undefined || more.length > 0 ? image : { ...image, pinned };
}

const FULL_SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Whether a text is a commit; with an error, Argo CD tells the name of a branch in its place. */
export function isCommit(revision: string): boolean {
  return FULL_SHA.test(revision);
}
