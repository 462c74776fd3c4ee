/** What the core needs of the outside world, as narrow as it can be. `adapters/` implements it. */

/** Where messages for people go. One line of a log is one message. */
export interface Logger {
  info(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  /** Marks lines of a source file with a warning. */
  annotate(message: string, place: SourcePlace): void;
  /** Runs `work` inside a collapsible group of the log. */
  group<T>(title: string, work: () => Promise<T>): Promise<T>;
}

/** Lines of a file, by its path from the root of the repository. */
export interface SourcePlace {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** What the checkout of the workspace has changed. */
export interface SourceChanges {
  /**
   * What `git diff --unified=0` prints of the changes since the checkout and `base` parted.
   * @param base A commit, or the name of a branch or tag.
   * @throws PromoteError `coverage-unknown` with the cure, when the checkout does not have it.
   */
  diff(base: string): Promise<string>;
  /** Paths of the files that git tracks, from the root of the repository. */
  listFiles(): Promise<readonly string[]>;
}

/** Files of the workspace. */
export interface Files {
  /** Absolute paths of the regular files that match the globs, sorted, without duplicates. */
  find(globs: readonly string[]): Promise<readonly string[]>;
  /**
   * The bytes of a file in chunks, in order.
   * @throws Error of the file system when it cannot be read.
   */
  open(path: string): AsyncIterable<Uint8Array>;
}

export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** A number in [0, 1), and a random UUID (version 4). */
export interface Random {
  fraction(): number;
  uuid(): string;
}

/** A file of the GitOps repository as it is on the branch now. */
export interface RepositoryFile {
  /** Path from the root of the repository, without a slash at its start. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Name of the blob: what a write has to name to prove that it has seen these bytes. */
  readonly blobSha: string;
}

/** A file that is asked for. */
export interface FileRequest {
  /** A kustomization may be named by its directory. */
  readonly kind: 'kustomization' | 'file';
  /** Path from the root of the repository, without slashes at its ends. */
  readonly path: string;
}

/** A commit of the GitOps repository. */
export interface Commit {
  readonly sha: string;
  /** Its page, for people; absent when the server does not tell. */
  readonly url?: string;
  readonly message: string;
}

/**
 * What became of a write. `conflict`: somebody else was faster, nothing was written, read again.
 * `lost`: no answer came (a cut connection, a 5xx), so it may or may not have been written.
 */
export type CommitOutcome =
  | { readonly outcome: 'committed'; readonly commit: Commit }
  | { readonly outcome: 'conflict'; readonly detail: string }
  | { readonly outcome: 'lost'; readonly detail: string };

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
}

/** The branch of the GitOps repository that is promoted to. */
export interface GitOpsRepository {
  /** `owner/name`. */
  readonly name: string;
  /** The branch; when the default branch is meant, known only after the first read. */
  readonly branch: string | undefined;
  /**
   * Reads the kustomization that `path` names: a file, or a directory that holds just one.
   * @throws PromoteError with the cure, when it cannot be read; `unavailable` when trying again can help.
   */
  readKustomization(path: string): Promise<RepositoryFile>;
  /**
   * Reads a file.
   * @throws PromoteError as `readKustomization` does.
   */
  readFile(path: string): Promise<RepositoryFile>;
  /** Replaces a file if it still is the blob that was read. */
  commitFile(file: RepositoryFile, bytes: Uint8Array, message: string): Promise<CommitOutcome>;
  /** The branch's newest commits, newest first; of a file, those that changed it. */
  readNewestCommits(count: number, path?: string): Promise<readonly Commit[]>;
}

/** Where the source repository is, and how to read it. */
export interface SourceTarget {
  /** Base address of the REST API, without a slash at its end. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/** The repository whose commit is built. Its reads throw a PromoteError with the cure. */
export interface SourceRepository {
  readDefaultBranch(): Promise<string>;
  /** When a commit was committed, in milliseconds since 1970. */
  readCommitDate(sha: string): Promise<number>;
}

/** What git says of a checkout. */
export interface CheckedOut {
  /** Address of the remote `origin`. */
  readonly origin: string;
  /** The commit at HEAD. */
  readonly head: string;
}

/** Git's view of the workspace. */
export interface Checkout {
  /** `undefined` when the directory is the root of no checkout that has a commit and an `origin`. */
  read(directory: string): Promise<CheckedOut | undefined>;
}

/** All ports of a run. */
export interface Ports {
  readonly logger: Logger;
  readonly files: Files;
  readonly changes: SourceChanges;
  readonly clock: Clock;
  readonly random: Random;
  readonly checkout: Checkout;
  /** Makes the client of the source repository; nothing is requested yet. */
  openSourceRepository(target: SourceTarget): Promise<SourceRepository>;
  /** Makes the client of a GitOps repository; nothing is requested yet. */
  openGitOpsRepository(target: GitOpsTarget): Promise<GitOpsRepository>;
}
