import type { ImageReference } from '../tag/result.js';

/** A file of the GitOps repository, as it was read. */
export interface PatchFile {
  /** Path from the root of the repository; messages and the diff name it. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** One value that a patch changed. */
export interface PathChange {
  /** `images[0].newTag` */
  readonly path: string;
  /** The scalar's text; absent when the key is new. */
  readonly before?: string;
  /** Absent when the key was removed. */
  readonly after?: string;
}

/** The outcome of a patch. */
export interface PatchResult {
  /** The new file; the very bytes that were given when nothing changed. */
  readonly bytes: Uint8Array;
  readonly changed: boolean;
  /** `name` of the entry of `images`. */
  readonly imageName: string;
  /** What the entry gave before. */
  readonly previousImage: ImageReference;
  /** What really differs between both versions, in the file's order. */
  readonly changes: readonly PathChange[];
  /** Unified diff with three lines of context; empty when nothing changed. */
  readonly diff: string;
}
