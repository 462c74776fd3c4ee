import type { ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import type { ImageReference } from '../../base/image.js';
import type { Addition } from '../text/pairs.js';
import type { Edit } from '../text/splice.js';
import type { ParsedPair } from '../yaml/node.js';
import type { PlannedPlace } from '../yaml/path.js';

/** What an edit is meant to do. */
export interface IntendedChange extends PlannedPlace {
  /** The string to read back; absent when the key goes away. */
  readonly after?: string | undefined;
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

/** Fields of a new entry, in the order in which they are written. */
export type Fields = readonly (readonly [field: string, value: string])[];

/** An entry to add to `images`. */
export interface NewEntry {
  readonly images: Images;
  readonly fields: Fields;
}

/** The list `images` of a kustomization. */
export interface Images {
  readonly root: YAMLMap.Parsed;
  /** Absent when the file has no such key. */
  readonly pair?: ParsedPair;
  /** Absent when the key has no value either. */
  readonly list?: YAMLSeq.Parsed;
  /** The key as the file spells it. */
  readonly key: string;
  /** The root, and the list if there is one. */
  readonly ancestors: readonly ParsedNode[];
  readonly entries: readonly ImageEntry[];
}

/** An entry of `images`. */
export interface ImageEntry {
  readonly index: number;
  readonly node: ParsedNode;
  /** Empty when the entry has none, as `newName`. */
  readonly name: string;
  readonly newName: string;
}
