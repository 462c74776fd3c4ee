import type { ImageReference } from '../tag/result.js';
import type { Edit } from './edit.js';
import type { Path } from './path.js';

/** What an edit is meant to do. */
export interface IntendedChange {
  /** Index of the document in the file. */
  readonly document: number;
  readonly path: Path;
  /** The string to read back; absent when the key goes away. */
  readonly after?: string | undefined;
}

/** Edits of a file, and what they are meant to do. */
export interface Plan {
  readonly edits: readonly Edit[];
  readonly changes: readonly IntendedChange[];
}

/** The plan of one target, and what was found there. */
export interface TargetPlan extends Plan {
  /** `name` of the entry of `images`. */
  readonly imageName?: string;
  /** What the target gives before the edits. */
  readonly previousImage?: ImageReference;
}

export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    edits: plans.flatMap(({ edits }) => edits),
    changes: plans.flatMap(({ changes }) => changes),
  };
}
