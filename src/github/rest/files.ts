import { chooseFailure, isTransient, PromoteError, settleAll } from '../../base/errors.js';
import { nameBranch } from '../refusals/access.js';
import { resolveFailedWrite } from '../refusals/explain.js';
import { explainAbsentPath } from './absent-path.js';
import {
  candidatesOf,
  chooseFile,
  directoryOf,
  LONGEST_LISTING,
  nameInput,
} from './chosen-file.js';
import { completeBlob, type ContentsClient, isWholeBlob } from './contents.js';
import {
  asRecord,
  type DirectoryEntry,
  parseCommits,
  parseDirectory,
  parseContentFile,
  parseListedBranch,
  parseTreeFiles,
  parseWritten,
} from './replies.js';
import type {
  Commit,
  CommitOutcome,
  FileChange,
  FileRequest,
  GitOpsTarget,
  RepositoryFile,
  Snapshot,
} from '../../ports/gitops.js';

/** What was read so far for one snapshot: several files may share a directory. */
interface Reading {
  readonly listings: Map<string, Promise<unknown>>;
  /** Replies to a GET of a file. */
  readonly contents: Map<string, Promise<unknown>>;
  readonly files: Map<string, Promise<RepositoryFile>>;
  /** All files of a branch, which are asked for when one is not there. */
  readonly trees: Map<string, Promise<unknown>>;
  branch: string | undefined;
}

/** Files of a branch through the Contents API: a listing, a GET, and a PUT by blob SHA. */
export class ContentsEngine {
  readonly #target: GitOpsTarget;
  readonly #client: ContentsClient;

  constructor(target: GitOpsTarget, client: ContentsClient) {
    this.#target = target;
    this.#client = client;
  }

  /**
   * Reads files, all at the same time. Their directories are listed even where a file itself is named:
   * a GET follows a symbolic link to a file, and a PUT would overwrite the link.
   */
  async readFiles(requests: readonly FileRequest[]): Promise<Snapshot> {
    const reading: Reading = {
      listings: new Map(),
      contents: new Map(),
      files: new Map(),
      trees: new Map(),
      branch: this.#target.branch,
    };
    const files = await settleAll(requests.map((request) => this.#readRequest(request, reading)));
    const { branch } = reading;
    return { files, branch };
  }

  /** Replaces one file in a commit of its own, if it still is what was read. */
  async commitFile(
    { file, bytes }: FileChange,
    branch: string | undefined,
    message: string,
  ): Promise<CommitOutcome> {
    const { path } = file;
    const answer = await this.#client.putFile(path, {
      message,
      content: Buffer.from(bytes).toString('base64'),
      sha: file.blobSha,
      branch,
    });
    if (answer.kind !== 'ok') {
      return resolveFailedWrite(answer, { target: this.#target, action: 'write', path });
    }
    const commit = parseWritten(answer.data, message);
    if (commit !== undefined) return { outcome: 'committed', commit };
    return { outcome: 'lost', detail: 'The answer to the write could not be read.' };
  }

  async readNewestCommits(count: number): Promise<readonly Commit[]> {
    return parseCommits(await this.#client.getCommits(count));
  }

  /** Of each file the commits that changed it: one request for each, all at the same time. */
  async readHistories(
    paths: readonly string[],
    count: number,
  ): Promise<ReadonlyMap<string, readonly Commit[]>> {
    const replies = await settleAll(paths.map((path) => this.#client.getCommits(count, path)));
    return new Map(paths.map((path, index) => [path, parseCommits(replies[index])]));
  }

  /** The file that a directory most likely has is asked for beside its listing. */
  async #readRequest(request: FileRequest, reading: Reading): Promise<RepositoryFile> {
    const directory = directoryOf(request);
    const listing = remember(reading.listings, directory, () =>
      this.#client.getContents(directory),
    );
    const [likely = ''] = candidatesOf(request);
    const [listed, found] = await Promise.allSettled([listing, this.#getFile(likely, reading)]);
    const isThere = found.status === 'fulfilled' && isFileReply(found.value);
    if (listed.status === 'rejected') {
      if (isThere && isPathMissing(listed.reason)) throw this.#contradiction(directory);
      const further: readonly unknown[] =
        found.status === 'rejected' && isTransient(found.reason) ? [found.reason] : [];
      const failure = chooseFailure([listed.reason, ...further]);
      throw await this.#explainListing(failure, request, reading);
    }
    if (isThere && lacks(listed.value, likely)) throw this.#contradiction(directory);
    const entries = this.#parseListing(request, listed.value);
    const { path, entry } = chooseFile(entries, request, this.#target);
    return remember(reading.files, path, () => this.#readFile(path, entry, reading));
  }

  async #getFile(path: string, { contents }: Reading): Promise<unknown> {
    return remember(contents, path, () => this.#client.getContents(path));
  }

  #parseListing(request: FileRequest, data: unknown): readonly DirectoryEntry[] {
    const entries = parseDirectory(data);
    if (entries !== undefined) return entries;
    throw new PromoteError(
      'path-not-found',
      `${nameInput(request)}: ${directoryOf(request)} in ${this.#target.repository} is not a directory. Name a directory, or a file that ends in .yaml or .yml.`,
    );
  }

  /**
   * GitHub answers 404 for a path and for a repository that the token cannot see alike. For a path
   * that an input names, one request more finds out what may be meant.
   * @throws PromoteError when it is the repository.
   */
  async #explainListing(error: unknown, request: FileRequest, reading: Reading): Promise<unknown> {
    if (!isPathMissing(error)) return error;
    const listing = await remember(reading.listings, '', () => this.#client.getContents(''));
    const { repository, branch: given } = this.#target;
    const branch = given ?? parseListedBranch(listing);
    const asksTree = request.input !== undefined && branch !== undefined;
    const tree = asksTree
      ? await remember(reading.trees, branch, () => this.#client.getTree(branch))
      : undefined;
    const message = explainAbsentPath(request, {
      repository,
      branch: nameBranch(given, branch),
      root: parseDirectory(listing) ?? [],
      files: parseTreeFiles(tree),
    });
    return new PromoteError('path-not-found', message, { cause: error });
  }

  #contradiction(path: string): PromoteError {
    return new PromoteError(
      'unavailable',
      `${path} in ${this.#target.repository} changed while it was read.`,
    );
  }

  async #readFile(path: string, listed: DirectoryEntry, reading: Reading): Promise<RepositoryFile> {
    const data = await this.#getFile(path, reading).catch((error: unknown) => {
      throw isPathMissing(error) ? this.#contradiction(path) : error;
    });
    const { blobSha, base64, ref } = parseContentFile(data);
    reading.branch ??= ref;
    const delivered = base64 === undefined ? undefined : Buffer.from(base64, 'base64');
    if (listed.sha !== undefined && listed.sha !== blobSha && !isWholeBlob(delivered, blobSha)) {
      // It may be a symbolic link by now, of which only the name of the blob tells.
      throw this.#contradiction(path);
    }
    const blob = { path, sha: blobSha, repository: this.#target.repository };
    const bytes = await completeBlob(blob, delivered, this.#client);
    return { path, bytes, blobSha };
  }
}

function isFileReply(data: unknown): boolean {
  return asRecord(data)['type'] === 'file';
}

/**
 * Whether a listing does not have a file of its directory: it is older than the file, or is none. What
 * has a type is no directory; and a listing that is cut says nothing of the rest.
 */
function lacks(listing: unknown, path: string): boolean {
  if (!Array.isArray(listing)) return asRecord(listing)['type'] === undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const names = listing.map((entry) => asRecord(entry)['name']);
  return names.length < LONGEST_LISTING && !names.includes(name);
}

/** The value of a key, made once. */
function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>) {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function isPathMissing(error: unknown): error is PromoteError {
  return error instanceof PromoteError && error.code === 'path-not-found';
}
