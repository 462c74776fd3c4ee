import { createHash } from 'node:crypto';
import { PromoteError } from '../../base/errors.js';
import { isJsonObject, type JsonObject } from '../../base/json.js';
import { type Answer, type Failure, isGitea, type RestClient } from '../http/client.js';
import { makeFailureError } from '../refusals/explain.js';
import { parseBlob } from './replies.js';
import type { GitOpsTarget } from '../../ports/gitops.js';

/**
 * The name that git gives to a blob: the hash of `blob <length>\0` and its bytes.
 * @param like A name of the same repository, which tells SHA-1 (40 digits) from SHA-256 (64).
 */
export function computeBlobSha(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether these bytes are those of the blob. */
export function isWholeBlob(bytes: Uint8Array | undefined, sha: string): bytes is Uint8Array {
  return bytes !== undefined && computeBlobSha(bytes, sha) === sha;
}

/** A blob of a file. */
interface BlobName {
  readonly path: string;
  readonly sha: string;
  /** `owner/name`. */
  readonly repository: string;
}

/**
 * The bytes of a blob: those that came with its file, or, where these were cut, left out or
 * transcoded, those that are fetched by its name.
 * @throws PromoteError `unsupported-file` when these are not its bytes either.
 */
export async function completeBlob(
  { path, sha, repository }: BlobName,
  delivered: Uint8Array | undefined,
  client: ContentsClient,
): Promise<Uint8Array> {
  if (isWholeBlob(delivered, sha)) return delivered;
  const fetched = parseBlob(await client.getBlob(sha, path), path);
  if (isWholeBlob(fetched, sha)) return fetched;
  throw new PromoteError(
    'unsupported-file',
    `${path} in ${repository} was not delivered byte for byte (its blob is ${sha}), so it cannot be changed safely.`,
  );
}

/** Requests of REST for files of one branch, and what their failures mean. */
export class ContentsClient {
  readonly #rest: RestClient;
  readonly #target: GitOpsTarget;
  /** The name of the default branch, asked for once. */
  #default: Promise<string | undefined> | undefined;

  constructor(target: GitOpsTarget, rest: RestClient) {
    this.#target = target;
    this.#rest = rest;
  }

  /** GET of a file or directory at the branch. The root directory has an empty path. */
  async getContents(path: string): Promise<unknown> {
    return this.#get(contentsOf(path), path, { ref: this.#target.branch });
  }

  /** GET of all paths of a branch at once; `undefined` where the server does not tell them. */
  async getTree(branch: string): Promise<unknown> {
    const url = `git/trees/${encodeURIComponent(branch)}`;
    const answer = await this.#rest.request('GET', url, { recursive: '1' });
    return answer.kind === 'ok' ? answer.data : undefined;
  }

  /** GET of a blob, which has no limit of size that a manifest meets. */
  async getBlob(sha: string, path: string): Promise<unknown> {
    return this.#get(`git/blobs/${sha}`, path, {});
  }

  /** GET of the branch's newest commits, or of those that changed a file. */
  async getCommits(count: number, path?: string): Promise<unknown> {
    // Gitea has a word of its own for it, and GitHub knows no other than its own.
    const size = isGitea(this.#target.apiUrl) ? { limit: count } : { per_page: count };
    const query = { sha: this.#target.branch, path, ...size };
    return this.#get('commits', path ?? '', query);
  }

  /** Whether the server says of a name that no branch has it: a tag may, and a commit has one, too. */
  async isNoBranch(name: string): Promise<boolean> {
    const ref = name.split('/').map(encodeURIComponent).join('/');
    const answer = await this.#rest.request('GET', `git/ref/heads/${ref}`, {});
    return answer.kind === 'refused' && answer.status === 404;
  }

  /** PUT of a file: a commit of its own. */
  async putFile(path: string, body: JsonObject): Promise<Answer> {
    return this.#rest.request('PUT', contentsOf(path), body);
  }

  async #get(url: string, path: string, query: JsonObject): Promise<unknown> {
    const answer = await this.#rest.request('GET', url, query);
    if (answer.kind === 'ok') return answer.data;
    throw await this.#explain(answer, path);
  }

  async #explain(failure: Failure, path: string): Promise<PromoteError> {
    const newName = await this.#findNewName(failure);
    const attempt = { target: this.#target, action: 'read', path, newName } as const;
    const error = makeFailureError(failure, attempt);
    if (error.code !== 'branch-not-found' || this.#target.branch === undefined) return error;
    return makeFailureError(failure, {
      ...attempt,
      defaultBranch: await (this.#default ??= this.#findDefault()),
    });
  }

  /** Whoever misspells a branch often means the default one. */
  async #findDefault(): Promise<string | undefined> {
    const answer = await this.#rest.request('GET', '', {});
    const data = answer.kind === 'ok' && isJsonObject(answer.data) ? answer.data : {};
    const { default_branch: name } = data;
    return typeof name === 'string' ? name : undefined;
  }

  /**
   * A renamed repository answers with the address that its number has, at which its name is; on
   * Gitea and Forgejo with that of its name.
   */
  async #findNewName(failure: Failure): Promise<string | undefined> {
    const location = failure.kind === 'refused' ? failure.headers['location'] : undefined;
    if (typeof location !== 'string') return undefined;
    const { named, id } =
      /\/(?:repos\/(?<named>[^/?#]+\/[^/?#]+)|repositories\/(?<id>\d+))(?=[/?#]|$)/.exec(location)
        ?.groups ?? {};
    if (named !== undefined && named !== this.#target.repository) return named;
    if (id === undefined) return undefined;
    const answer = await this.#rest.requestRepository(id);
    const data = answer.kind === 'ok' && isJsonObject(answer.data) ? answer.data : {};
    const { full_name: name } = data;
    return typeof name === 'string' ? name : undefined;
  }
}

/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function contentsOf(path: string): string {
  return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}
