import type { YAMLMap } from 'yaml';
import type { ImageReference } from '../tag/result.js';
import type { Edit } from './edit.js';
import type { NewEntry } from './new-entry.js';
import type { ParsedPair } from './node.js';
import type { Path } from './path.js';

/** A place that a target decides. */
export interface PlannedPlace {
  /** Index of the document in the file. */
  readonly document: number;
  readonly path: Path;
}

/** What an edit is meant to do. */
export interface IntendedChange extends PlannedPlace {
  /** The string to read back; absent when the key goes away. */
  readonly after?: string | undefined;
}

/** A new pair of a mapping. */
export interface Addition {
  readonly map: YAMLMap.Parsed;
  /** The pair that it goes behind. */
  readonly behind: ParsedPair;
  readonly key: string;
  readonly value: string;
}

/** Edits of a file, and what they are meant to do. */
export interface Plan {
  readonly edits: readonly Edit[];
  /** Pairs that go behind the same one share its line and its comma, so they are added at once. */
  readonly additions?: readonly Addition[];
  /** Entries that go behind those of `images`, which share that place, too. */
  readonly newEntries?: readonly NewEntry[];
  readonly changes: readonly IntendedChange[];
}

/** The plan of one target, and what was found there. */
export interface TargetPlan extends Plan {
  /** `name` of the entry of `images`. */
  readonly imageName?: string;
  /** What the target gives before the edits. */
  readonly previousImage?: ImageReference;
  /** The places that the target decides, whether they change or not. */
  readonly places?: readonly PlannedPlace[];
}

export function joinPlans(plans: readonly Plan[]): Plan {
  return {
    edits: plans.flatMap(({ edits }) => edits),
    additions: plans.flatMap(({ additions = [] }) => additions),
    newEntries: plans.flatMap(({ newEntries = [] }) => newEntries),
    changes: plans.flatMap(({ changes }) => changes),
  };
}
