import { PromoteError } from '../errors.js';
import type { Commit, CommitOutcome, GitOpsRepository, RepositoryFile } from '../gitops-ports.js';
import type { GitOpsTarget } from '../gitops-ports.js';
import { computeBlobSha } from './blob.js';
import { ContentsClient } from './contents-client.js';
import {
  parseCommits,
  parseDirectory,
  parseFile,
  parseWritten,
  type DirectoryEntry,
} from './contents-replies.js';
import {
  chooseFile,
  chooseKustomization,
  renderEntries,
  splitKustomizationPath,
} from './kustomization-file.js';

/** The GitOps repository through the Contents API: a listing, a GET, and a PUT by blob SHA. */
export class ContentsRepository implements GitOpsRepository {
  readonly name: string;
  readonly #client: ContentsClient;
  #branch: string | undefined;

  constructor(target: GitOpsTarget, client = new ContentsClient(target)) {
    this.name = target.repository;
    this.#branch = target.branch;
    this.#client = client;
  }

  get branch(): string | undefined {
    return this.#branch;
  }

  /**
   * The directory is listed even when the file itself is named: a GET follows a symbolic link to a
   * file, and a PUT would overwrite the link.
   */
  async readKustomization(path: string): Promise<RepositoryFile> {
    const { directory } = splitKustomizationPath(path);
    const entries = await this.#listDirectory(directory);
    return this.#readFile(
      chooseKustomization(entries, {
        inputs: 'kustomization',
        repository: this.name,
        path,
      }),
    );
  }

  /** As `readKustomization`: the directory is listed, since a symbolic link would be overwritten. */
  async readFile(path: string): Promise<RepositoryFile> {
    const entries = await this.#listDirectory(path.slice(0, Math.max(path.lastIndexOf('/'), 0)));
    return this.#readFile(
      chooseFile(entries, {
        inputs: 'values or targets',
        repository: this.name,
        path,
      }),
    );
  }

  async commitFile(
    file: RepositoryFile,
    bytes: Uint8Array,
    message: string,
  ): Promise<CommitOutcome> {
    const reply = await this.#client.putFile(file.path, {
      message,
      content: Buffer.from(bytes).toString('base64'),
      sha: file.blobSha,
      ...(this.#branch !== undefined && { branch: this.#branch }),
    });
    if (reply.outcome !== 'answered') return reply;
    const commit = parseWritten(reply.data, message);
    if (commit !== undefined) return { outcome: 'committed', commit };
    return { outcome: 'lost', detail: 'the answer to the write could not be read.' };
  }

  async readNewestCommits(count: number, path?: string): Promise<readonly Commit[]> {
    return parseCommits(await this.#client.getCommits(count, path));
  }

  async #listDirectory(directory: string): Promise<readonly DirectoryEntry[]> {
    const data = await this.#client.getContents(directory).catch(async (error: unknown) => {
      throw isAbsent(error) ? await this.#explainAbsent(directory, error) : error;
    });
    const entries = parseDirectory(data);
    if (entries !== undefined) return entries;
    throw new PromoteError(
      'path-not-found',
      `${directory} in ${this.name} is not a directory, nor the name of a file with targets.`,
    );
  }

  /** GitHub answers 404 for a path and for a repository that the token cannot see alike. */
  async #explainAbsent(directory: string, absent: PromoteError): Promise<PromoteError> {
    const root =
      directory === ''
        ? undefined
        : await this.#client.getContents('').catch((error: unknown) => {
            if (!isAbsent(error)) throw error;
          });
    if (root !== undefined) {
      const there = renderEntries(parseDirectory(root) ?? []);
      return new PromoteError('path-not-found', `${absent.message} At its root: ${there}`);
    }
    return this.#client.explainInvisible(absent);
  }

  async #readFile(path: string): Promise<RepositoryFile> {
    const { blobSha, base64, ref } = parseFile(await this.#client.getContents(path));
    this.#branch ??= ref;
    if (base64 === undefined) {
      throw new PromoteError(
        'unsupported-file',
        `${path} in ${this.name} is over 1 MiB, which the Contents API does not deliver.`,
      );
    }
    const bytes = Buffer.from(base64, 'base64');
    if (computeBlobSha(bytes, blobSha) !== blobSha) {
      throw new PromoteError(
        'unsupported-file',
        `${path} in ${this.name} was not delivered byte for byte (its blob is ${blobSha}), so it cannot be changed safely.`,
      );
    }
    return { path, bytes, blobSha };
  }
}

function isAbsent(error: unknown): error is PromoteError {
  return error instanceof PromoteError && error.code === 'path-not-found';
}
