import type { GitOpsTarget } from '../gitops-ports.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { PromoteError } from '../errors.js';
import { makeFailureError } from './failures.js';
import type { Answer, Failure, RestClient } from './rest-client.js';
import { isGitea } from './server-kind.js';

/** Requests of REST for files of one branch, and what their failures mean. */
export class ContentsClient {
  readonly #rest: RestClient;
  readonly #target: GitOpsTarget;

  constructor(target: GitOpsTarget, rest: RestClient) {
    this.#target = target;
    this.#rest = rest;
  }

  /** GET of a file or directory at the branch. The root directory has an empty path. */
  async getContents(path: string): Promise<unknown> {
    return this.#get(contentsOf(path), path, { ref: this.#target.branch });
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
    return makeFailureError(failure, {
      target: this.#target,
      action: 'read',
      path,
      ...(newName !== undefined && { newName }),
    });
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
