/** What the promotion needs of the GitOps repository's server. `github/` implements it. */

/** Where the GitOps repository is, and how to get in. */
export interface GitOpsTarget {
  /** `owner/name`. */
  readonly repository: string;
  /** Absent: the repository's default branch. */
  readonly branch?: string;
  /** Base address of the REST API, without a slash at its end. */
  readonly apiUrl: string;
  readonly token: string;
  /** The input that the token came from, for messages. */
  readonly tokenInput: 'gitops-token' | 'token';
  readonly commitApi: CommitApi;
}

/** What writes: the engine that fits the number of changed files, or always the same. */
export type CommitApi = 'auto' | 'contents' | 'graphql';

/** A file that is asked for. */
export interface FileRequest {
  /** A kustomization may be named by its directory. */
  readonly kind: 'kustomization' | 'file';
  /** Path from the root of the repository, without slashes at its ends. */
  readonly path: string;
  /** The input that names it, for messages; by default those that name targets. */
  readonly input?: string;
}

/** A file of the GitOps repository as it was read. */
export interface RepositoryFile {
  /** Path from the root of the repository, without a slash at its start. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Name of the blob: what a write has to name to prove that it has seen these bytes. */
  readonly blobSha: string;
}

/** Files that were read for one try. */
export interface Snapshot {
  /** In the order of the requests; one that was asked for twice is there twice. */
  readonly files: readonly RepositoryFile[];
  /** The branch they are on; absent where the server does not tell the name of the default branch. */
  readonly branch?: string;
  /** The commit at which all of them were read; absent where they were read one by one. */
  readonly head?: string;
}

/** A file and what it becomes. */
export interface FileChange {
  readonly file: RepositoryFile;
  readonly bytes: Uint8Array;
}

/** A commit of the GitOps repository. */
export interface Commit {
  readonly sha: string;
  /** Its page, for people; absent when the server does not tell. */
  readonly url?: string;
  readonly message: string;
  /** Its first parent; absent where it was not asked for, and of the first commit of all. */
  readonly parent?: string;
  /** Whether the server has verified its signature; absent where it does not tell. */
  readonly isVerified?: boolean;
}

/**
 * What became of a write. `conflict`: somebody else was faster, nothing was written, read again.
 * `lost`: no answer came (a cut connection, a 5xx), so it may or may not have been written.
 */
export type CommitOutcome =
  | { readonly outcome: 'committed'; readonly commit: Commit }
  | {
      readonly outcome: 'conflict' | 'lost';
      readonly detail: string;
      /** When the server asks to be asked again at the earliest, in ms since 1970. */
      readonly retryAt?: number;
    };

/** A branch of the GitOps repository. */
export interface GitOpsRepository {
  /** `owner/name`. */
  readonly name: string;
  /**
   * Reads regular files.
   * @throws PromoteError with the cure, when one cannot be read; `unavailable` when trying again can
   *   help.
   */
  readFiles(requests: readonly FileRequest[]): Promise<Snapshot>;
  /**
   * Tells whether so many files can be committed at once, without a request.
   * @throws PromoteError `invalid-input` with the cure, when they cannot.
   */
  assertCommittable(snapshot: Snapshot, changes: readonly FileChange[]): void;
  /**
   * Replaces files in one commit, if they still are what was read.
   * @throws PromoteError with the cure, when the server refuses it.
   */
  commitFiles(
    snapshot: Snapshot,
    changes: readonly FileChange[],
    message: string,
  ): Promise<CommitOutcome>;
  /** The branch's newest commits, newest first. */
  readNewestCommits(count: number): Promise<readonly Commit[]>;
  /** Of each file the newest commits that changed it, newest first. */
  readFileHistories(
    paths: readonly string[],
    count: number,
  ): Promise<ReadonlyMap<string, readonly Commit[]>>;
  /** The same repository on another branch. */
  onBranch(branch: string): GitOpsRepository;
}

/** A pull request of the GitOps repository. */
export interface PullRequest {
  readonly number: number;
  /** Its page, for people. */
  readonly url: string;
  /** What GraphQL calls it, and its repository. */
  readonly nodeId: string;
  readonly repositoryId: string;
  readonly title: string;
  readonly body: string;
  /** Who opened it; they cannot be asked for a review. */
  readonly author: string;
  /** The commit that it asks to merge; a server may lag behind its branch. */
  readonly head: string;
  readonly labels: readonly string[];
  /** Users who are asked for a review. */
  readonly reviewers: readonly string[];
  /** Teams that are asked for a review, by their slugs. */
  readonly teams: readonly string[];
  /** How the server merges it by itself; absent: a person does. */
  readonly autoMerge?: MergePlan;
}

/** What people read of a pull request. */
export type PullRequestText = Pick<PullRequest, 'title' | 'body'>;

/** A pull request to open. */
export interface NewPullRequest extends PullRequestText {
  /** Whether it is a draft; absent: it is none. */
  readonly draft?: boolean;
}

/** Who is asked for a review. Teams by their slugs. */
export type Reviewers = Pick<PullRequest, 'reviewers' | 'teams'>;

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** How a pull request is merged, and what its commit says: of a squash alone that is chosen. */
export interface MergePlan {
  readonly method: MergeMethod;
  /** The first line of the message. */
  readonly title?: string;
  /** The rest of it. */
  readonly text?: string;
}

/** A branch beside the one that it is to be merged into. */
export interface BranchComparison {
  /** The commit at its head. */
  readonly head: string;
  /** Commits that the base does not have, newest first. */
  readonly commits: readonly Commit[];
  /** Files that they change, as far as the server tells. */
  readonly paths: readonly string[];
  /** Whether it has all commits of the base. */
  readonly isCurrent: boolean;
}

/**
 * Branches and pull requests of the GitOps repository. All of it throws a PromoteError with the
 * cure; `conflict` when somebody else was faster, and `unavailable` when trying again can help, also
 * where it is not known whether a write took effect: whoever tries again looks first at what is
 * there.
 */
export interface PullRequests {
  /** The commit at the head of a branch; `undefined` when there is no such branch. */
  readHead(branch: string): Promise<string | undefined>;
  /** `undefined` when there is no such branch. */
  compareBranch(branch: string, base: string): Promise<BranchComparison | undefined>;
  /** `false` when a branch of that name is there already. */
  createBranch(branch: string, sha: string): Promise<boolean>;
  /**
   * Moves a branch from one commit to another, whether or not that is its descendant.
   * @param open The open pull request of the branch, if there is one.
   * @throws PromoteError `conflict` when the branch is not there any more, as far as the server
   *   can compare and move at once.
   */
  moveBranch(
    branch: string,
    move: { readonly from: string; readonly to: string; readonly open: PullRequest | undefined },
  ): Promise<void>;
  /** `false` when there is no such branch, which is no error. */
  deleteBranch(branch: string): Promise<boolean>;
  /**
   * The open pull request that asks to merge `branch` into `base`.
   * @throws PromoteError `branch-occupied` when one asks to merge it into another branch.
   */
  findOpen(branch: string, base: string): Promise<PullRequest | undefined>;
  /** The open pull requests that ask to merge a branch of the repository into `base`: 100 at most. */
  listOpen(base: string): Promise<readonly PullRequest[]>;
  /** `undefined` when there is an open one already. */
  open(branch: string, base: string, pullRequest: NewPullRequest): Promise<PullRequest | undefined>;
  rewrite(pullRequest: PullRequest, text: PullRequestText): Promise<void>;
  addLabels(pullRequest: PullRequest, labels: readonly string[]): Promise<void>;
  requestReviews(pullRequest: PullRequest, reviewers: Reviewers): Promise<void>;
  /**
   * Lets the server merge it as soon as nothing stands in the way, if its head still is `head`. Where
   * that is enabled already the server may keep the message that it has.
   * @returns `clean` when nothing does, so that it can be merged at once.
   */
  enableAutoMerge(
    pullRequest: PullRequest,
    plan: MergePlan,
    head: string,
  ): Promise<'enabled' | 'clean'>;
  disableAutoMerge(pullRequest: PullRequest): Promise<void>;
  /** Merges it at once, under the same conditions. */
  merge(pullRequest: PullRequest, plan: MergePlan, head: string): Promise<CommitOutcome>;
}
