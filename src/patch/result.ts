import type { ImageReference } from '../base/image.js';

/** One value that a patch changed. */
export interface PathChange {
  /** `images[0].newTag` */
  readonly path: string;
  /** Index of the document, in a file with several. */
  readonly document?: number;
  /** The scalar's text; absent when the key is new. */
  readonly before?: string;
  /** Absent when the key was removed. */
  readonly after?: string;
}

/** What a patch did for one of its targets. */
export interface TargetPatch {
  /** `name` of the entry of `images`; absent for other targets. */
  readonly imageName?: string;
  /** Name of the entry of `images` that was added; absent where it was there. */
  readonly addedEntry?: string;
  /** What the target gave before; absent when it is new, or not known to be an image. */
  readonly previousImage?: ImageReference;
  /** What really differs between both versions, in the file's order. */
  readonly changes: readonly PathChange[];
  /** Unified diff with three lines of context; empty when nothing changed. */
  readonly diff: string;
}

/** The outcome of a patch of one file. */
export interface PatchResult {
  /** The new file; the very bytes that were given when nothing changed. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  /** What else changes with it, for people. */
  readonly notices: readonly string[];
  /** What may be deployed instead, for people. */
  readonly warnings: readonly string[];
  /** One for each target, in their order. */
  readonly targets: readonly TargetPatch[];
}
