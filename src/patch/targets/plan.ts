import type { ParsedNode } from 'yaml';
import type { ImageReference } from '../../base/image.js';
import type { Images } from '../images/entries.js';
import type { Addition } from '../text/pairs.js';
import type { Edit } from '../text/splice.js';
import type { PlannedPlace } from '../yaml/path.js';
import type { Source } from '../yaml/source.js';

/** What an edit is meant to do. */
export interface IntendedChange extends PlannedPlace {
  /** The string to read back; `null` for a key without a value, absent when the key goes away. */
  readonly after?: string | null | undefined;
}

/** Edits of a file, and what they are meant to do. */
export interface Plan {
  readonly edits: readonly Edit[];
  /** Pairs that go behind the same one share its line and its comma, so they are added at once. */
  readonly additions?: readonly Addition[];
  /** Entries that go behind those of `images`, which share that place, too. */
  readonly newEntries?: readonly NewEntry[];
  readonly changes: readonly IntendedChange[];
  /** The nodes that change, or whose contents do: an alias of one of them follows. */
  readonly touched?: readonly (ParsedNode | null)[];
}

/** The plan of one target, and what was found there. */
export interface TargetPlan extends Plan {
  /** `name` of the entry of `images`. */
  readonly imageName?: string;
  /** What the target gives before the edits. */
  readonly previousImage?: ImageReference;
  /** The places that the target decides, whether they change or not. */
  readonly places?: readonly PlannedPlace[];
  /** Name of an entry of `images` that is added. */
  readonly addedEntry?: string;
  /**
   * Looks at the file after all edits.
   * @throws PromoteError when something else in it decides what is deployed.
   */
  readonly assertDeployed?: (after: Source) => void;
  /** What else in the file after all edits may decide, a sentence each. */
  readonly findDoubts?: (after: Source) => readonly string[];
}

export function joinPlans(plans: readonly Plan[]): Required<Plan> {
  return {
    edits: plans.flatMap(({ edits }) => edits),
    additions: plans.flatMap(({ additions = [] }) => additions),
    newEntries: plans.flatMap(({ newEntries = [] }) => newEntries),
    changes: plans.flatMap(({ changes }) => changes),
    touched: plans.flatMap(({ touched = [] }) => touched),
  };
}

/** Fields of a new entry, in the order in which they are written. */
export type Fields = readonly (readonly [field: string, value: string])[];

/** An entry to add to `images`. */
export interface NewEntry {
  readonly images: Images;
  readonly fields: Fields;
}
