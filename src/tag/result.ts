import type { ImageReference } from '../base/image.js';
import type { CheckedImage } from '../ports/registry.js';
import type { AbbreviatedCommit } from './commit/event.js';
import type { RuleOutcome } from './rules/rule.js';

/** The outcome of the tag step. */
export interface ImageResult {
  /**
   * The image to deploy. It has a tag, a digest or both; neither when no rule gave a tag, so that
   * there is nothing to deploy.
   */
  readonly image: ImageReference;
  /** Whether a rule gives its tag to image after image, so that it tells none alone; absent otherwise. */
  readonly moves?: true;
  /** The commit that the tag abbreviates, where it is not known in full yet. */
  readonly abbreviated?: AbbreviatedCommit;
  /** Every full name to push, `repository:tag`, in order: all tags of a repository, then the next. */
  readonly names: readonly string[];
  /** The first tag, as docker/metadata-action's `version`; absent when there is none. */
  readonly version?: string;
  /** The commit that the image was built from, in full; absent when it is not known. */
  readonly sourceSha?: string;
  /** `owner/name` of the repository that it is in; absent: the one that the workflow runs in. */
  readonly sourceRepository?: string;
  /** That commit cut to `short-sha-length`; absent with it. */
  readonly shortSha?: string;
  /** Labels for the image, `key=value`, each on one line. */
  readonly labels: readonly string[];
  /** Annotations for it, `level:key=value`; absent where there are none. */
  readonly annotations?: readonly string[];
  /** What its registry says of it; absent when it was not asked, or does not have it. */
  readonly registry?: CheckedImage;
  /** Every rule in the order of its priority; absent when the tag or digest was given. */
  readonly rules?: readonly RuleOutcome[];
}
