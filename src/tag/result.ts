/** An image reference in its parts. At least the repository is there; it is never normalised. */
export interface ImageReference {
  /** `ghcr.io/org/repo/name`: domain and path, without tag and digest. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:` and 64 lower-case hex digits. */
  readonly digest?: string;
}

/** What became of a rule of the input `tags`, for the log and the summary. */
export type RuleOutcome = {
  /** The rule as its author wrote it. */
  readonly source: string;
  readonly type: string;
} & (
  | { readonly outcome: 'tag'; readonly tag: string }
  /**
   * Why it gave none. `inapplicable`: it is not meant for this event. `invalid`: it is, but nothing
   * came of it, which its author should know.
   */
  | { readonly outcome: 'inapplicable' | 'invalid'; readonly reason: string }
);

/** The outcome of the tag step. */
export interface ImageResult {
  /**
   * The image to deploy. It has a tag, a digest or both; neither when no rule gave a tag, so that
   * there is nothing to deploy.
   */
  readonly image: ImageReference;
  /** Every full name to push, `repository:tag`, in order. */
  readonly names: readonly string[];
  /** The first tag, as docker/metadata-action's `version`; absent when there is none. */
  readonly version?: string;
  /** The commit that the image was built from, in full; absent when it is not known. */
  readonly sourceSha?: string;
  /** `owner/name` of the repository that it is in; absent: the one that the workflow runs in. */
  readonly sourceRepository?: string;
  /** That commit cut to `short-sha-length`; absent with it. */
  readonly shortSha?: string;
  /** Labels for the image, `name=value`. */
  readonly labels: readonly string[];
  /** Every rule in the order of its priority; absent when the tag or digest was given. */
  readonly rules?: readonly RuleOutcome[];
}
