import { PromoteError } from '../errors.js';
import { isJsonObject } from '../json.js';
import type { SourceRepository, SourceTarget } from '../ports.js';
import { parseDate } from '../tag/facts.js';
import { readValue } from '../tag/payload.js';
import { createOctokit, REQUEST_TIMEOUT } from './octokit.js';

/** Reads of the source repository through GitHub's REST API. */
export class RestSourceRepository implements SourceRepository {
  readonly #target: SourceTarget;
  readonly #octokit;

  constructor(target: SourceTarget, octokit = createOctokit(target.apiUrl, target.token)) {
    this.#target = target;
    this.#octokit = octokit;
  }

  async readDefaultBranch(): Promise<string> {
    const branch = await this.#read('', 'default_branch');
    if (typeof branch === 'string') return branch;
    throw this.#unavailable('the name of the default branch', 'the reply has none');
  }

  async readCommitDate(sha: string): Promise<number> {
    const date = parseDate(await this.#read(`/commits/${sha}`, 'commit.committer.date'));
    if (date !== undefined) return date;
    throw this.#unavailable(`the date of commit ${sha}`, 'the reply has none');
  }

  /** The value at a dotted path in the reply to a GET below the repository's address. */
  async #read(url: string, path: string): Promise<unknown> {
    const { repository } = this.#target;
    try {
      const { data } = (await this.#octokit.request({
        method: 'GET',
        url: `/repos/${repository}${url}`,
        request: { signal: AbortSignal.timeout(REQUEST_TIMEOUT) },
      })) as { readonly data: unknown }; // Octokit types the data of a free-form request as any.
      return isJsonObject(data) ? readValue(data, path) : undefined;
    } catch (error) {
      const status = isJsonObject(error) ? error['status'] : undefined;
      throw this.#explain(path, Number(status), error);
    }
  }

  #explain(what: string, status: number, cause: unknown): PromoteError {
    const { repository } = this.#target;
    if (status === 401) {
      return new PromoteError(
        'token-invalid',
        'token: the server does not accept this token. Leave the input out, and the job has its own.',
        { cause },
      );
    }
    if (status === 403 || status === 404) {
      return new PromoteError(
        'token-forbidden',
        `token: cannot read ${what} of ${repository} (${status}). Give the job "permissions: contents: read".`,
        { cause },
      );
    }
    const detail = cause instanceof Error ? cause.message : String(cause);
    return this.#unavailable(what, detail, cause);
  }

  #unavailable(what: string, detail: string, cause?: unknown): PromoteError {
    const { apiUrl, repository } = this.#target;
    return new PromoteError(
      'unavailable',
      `${apiUrl} does not tell ${what} of ${repository} (${detail}), which a rule of tags needs.`,
      { cause },
    );
  }
}
