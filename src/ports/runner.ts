/** What the core needs of the outside world, as narrow as it can be. `runner/` and `github/` implement it. */

import type { ArgoCD, ArgoTarget } from './argocd.js';
import type { GitOpsRepository, GitOpsTarget, PullRequests } from './gitops.js';
import type { Registry, RegistryTarget } from './registry.js';

/** Where messages for people go. One line of a log is one message. */
export interface Logger {
  /** For whoever debugs a run: shown where the runner is asked to (`RUNNER_DEBUG` is 1). */
  debug(message: string): void;
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
   * @param branch A branch that `base` was on. Where the remote's has gone on since and the checkout
   *   has some of that, the changes start there.
   * @throws PromoteError `coverage-unknown` with the cure, when the checkout does not have `base`.
   */
  diff(base: string, branch?: string): Promise<string>;
  /** Whether the history of `at` is known to have a commit: both can be names of commits. */
  contains(commit: string, at: string): Promise<boolean>;
  /**
   * Paths of the files that git tracks, from the root of the repository.
   * @throws PromoteError `coverage-unknown` when there is no repository, or no git.
   */
  listFiles(): Promise<readonly string[]>;
  /**
   * The commits that the one at HEAD comes from, in full: two of a merge.
   * @throws PromoteError `coverage-unknown` when there is no such commit.
   */
  listParents(): Promise<readonly string[]>;
}

/** A file that exists. */
export interface ListedFile {
  readonly path: string;
  /** Where it is in full, behind all symbolic links. */
  readonly target: string;
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
  /**
   * The files that exist in directories themselves, with these before their names. Directories are
   * from the workspace or in full; those that are not there have no files.
   */
  listIn(directories: readonly string[]): Promise<readonly ListedFile[]>;
  /** The files that exist in the workspace, without those of git and of installed packages. */
  listAll(): Promise<readonly string[]>;
}

export interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  now(): number;
  /** Milliseconds since 1970, as the machine's calendar has it. */
  date(): number;
  sleep(milliseconds: number): Promise<void>;
}

/** A number in [0, 1), and a random UUID (version 4). */
export interface Random {
  fraction(): number;
  uuid(): string;
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
  /**
   * How one commit stands to another in the history.
   * @param base A commit, in full or abbreviated.
   * @param head A commit, in full.
   * @throws PromoteError that is transient when trying again can help: `unavailable`, and
   *   `order-unknown` where the server has both and does not compare them.
   */
  compareCommits(base: string, head: string): Promise<Comparison>;
  /**
   * The commit that an abbreviation stands for, in full; `undefined` where none is known by it. A
   * branch or tag of that name is none.
   * @throws PromoteError that is transient when trying again can help.
   */
  resolveCommit(abbreviation: string): Promise<string | undefined>;
  /**
   * The commits that `head` has and `base` has not.
   * @param most How many of them are told.
   * @throws PromoteError that is transient when trying again can help.
   */
  listCommits(base: string, head: string, most: number): Promise<CommitRange>;
}

/** Commits that one commit has and another has not. */
export interface CommitRange {
  /** The newest of them, newest first. */
  readonly commits: readonly SourceCommit[];
  /** How many there are in all. */
  readonly count: number;
}

/** A commit of the source repository. */
export interface SourceCommit {
  /** In full. */
  readonly sha: string;
  /** The first line of its message; absent where it was not read. */
  readonly subject?: string;
}

/**
 * How `head` stands to `base`. `behind`: `base` is the newer one, by so many commits. `unknown`: it
 * cannot be told, and why, as it reads after "because".
 */
export type Comparison =
  | { readonly relation: 'identical' | 'ahead' | 'diverged' }
  | { readonly relation: 'behind'; readonly commits: number }
  | { readonly relation: 'unknown'; readonly detail: string; readonly cause: UnknownCause };

/**
 * `absent`: there is no such commit. `forbidden`: the token may not read or see the repository.
 * `another`: the base is the name of something else, which the server compared instead.
 */
type UnknownCause = 'absent' | 'forbidden' | 'unrelated' | 'another';

/** What git says of a checkout. */
export interface CheckedOut {
  /** Address of the remote `origin`. */
  readonly origin: string;
  /** The commit at HEAD. */
  readonly head: string;
}

/** Git's view of the workspace. */
interface Checkout {
  /** `undefined` when the directory is the root of no checkout that has a commit and an `origin`. */
  read(directory: string): Promise<CheckedOut | undefined>;
}

/** Asks an address whether it answers. */
export interface Endpoints {
  /**
   * @param limit How long it may take, in milliseconds.
   * @returns The status, or why there is none. Redirects on the same host are followed.
   */
  probe(url: string, limit: number): Promise<EndpointAnswer>;
}

export type EndpointAnswer = { readonly status: number } | { readonly problem: string };

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
  /** Makes the client of its branches and pull requests; nothing is requested yet. */
  openPullRequests(target: GitOpsTarget): Promise<PullRequests>;
  /** Makes the client of Argo CD; nothing is requested yet. */
  openArgoCD(target: ArgoTarget): Promise<ArgoCD>;
  openEndpoints(): Promise<Endpoints>;
  /** Makes the client of the registry that an image is in; nothing is requested yet. */
  openRegistry(target: RegistryTarget): Promise<Registry>;
}
