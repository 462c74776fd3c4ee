import type { Octokit } from '@octokit/rest';
import { PromoteError } from '../errors.js';
import { isJsonObject } from '../json.js';
import type { GitOpsTarget } from '../promote/inputs.js';
import { explainRefusal, isConflict, type Refusal } from './refusals.js';
import { createOctokit, REQUEST_TIMEOUT } from './octokit.js';

/** A reply as it came: the shape of the data has to be narrowed. */
export interface Reply {
  readonly status: number;
  readonly data: unknown;
}

/** What became of a PUT. `lost`: no answer, or none that tells whether it took effect. */
export type WriteReply =
  | { readonly outcome: 'answered'; readonly data: unknown }
  | { readonly outcome: 'conflict' | 'lost'; readonly detail: string };

/** Requests to the Contents API of one repository, and what their failures mean. */
export class ContentsClient {
  readonly #octokit: Octokit;
  readonly #target: GitOpsTarget;

  constructor(target: GitOpsTarget, octokit = createOctokit(target.apiUrl, target.token)) {
    this.#target = target;
    this.#octokit = octokit;
  }

  /** GET of a file or directory at the branch. The root directory has an empty path. */
  async getContents(path: string): Promise<unknown> {
    return this.#get(contentsOf(path), path, { ref: this.#target.branch });
  }

  /** GET of the branch's newest commits. */
  async getCommits(count: number): Promise<unknown> {
    return this.#get('commits', '', { sha: this.#target.branch, per_page: count });
  }

  /** PUT of a file: a commit of its own. */
  async putFile(path: string, body: Readonly<Record<string, unknown>>): Promise<WriteReply> {
    try {
      const { data } = await this.#request('PUT', contentsOf(path), body);
      return { outcome: 'answered', data };
    } catch (error) {
      return this.#failedWrite(error, path);
    }
  }

  /** The error for a repository of which not even the root can be read. */
  explainInvisible(cause: PromoteError): PromoteError {
    const { repository, tokenInput } = this.#target;
    return new PromoteError(
      'repository-not-found',
      `gitops-repository: ${repository} does not exist, is empty, or the token in ${tokenInput} cannot see it. Correct the name, or give the token "Contents: Read and write" there (a GitHub App has to be installed on it).`,
      { cause },
    );
  }

  async #get(
    url: string,
    path: string,
    query: Readonly<Record<string, string | number | undefined>>,
  ): Promise<unknown> {
    try {
      return (await this.#request('GET', url, query)).data;
    } catch (error) {
      throw this.#explain(error, 'read', path);
    }
  }

  #request(method: string, url: string, parameters: Readonly<Record<string, unknown>>) {
    return this.#octokit.request({
      method,
      url: `/repos/${this.#target.repository}/${url}`,
      ...parameters,
      request: { signal: AbortSignal.timeout(REQUEST_TIMEOUT) },
    }) as Promise<Reply>; // Octokit types the data of a free-form request as any.
  }

  #failedWrite(error: unknown, path: string): WriteReply {
    const refusal = this.#refusalOf(error, 'write', path);
    if (refusal === undefined || refusal.status >= 500) {
      return { outcome: 'lost', detail: `the write got no answer (${describe(error)}).` };
    }
    if (isConflict(refusal)) {
      return { outcome: 'conflict', detail: `somebody else wrote first (${refusal.message}).` };
    }
    throw this.#explain(error, 'write', path);
  }

  #explain(error: unknown, action: Refusal['action'], path: string): PromoteError {
    const refusal = this.#refusalOf(error, action, path);
    if (refusal === undefined) {
      const message = `${this.#target.apiUrl} did not answer (${describe(error)}).`;
      return new PromoteError('unavailable', message, { cause: error });
    }
    const { code, message } = explainRefusal(refusal);
    return new PromoteError(code, message, { cause: error });
  }

  /** `undefined` when no answer came: Octokit reports that as a 500 without a response. */
  #refusalOf(error: unknown, action: Refusal['action'], path: string): Refusal | undefined {
    const response = isJsonObject(error) ? error['response'] : undefined;
    if (!isJsonObject(response)) return undefined;
    const { status, data, headers } = response;
    return {
      action,
      status: Number(status),
      message: messageOf(data),
      headers: isJsonObject(headers) ? headers : {},
      repository: this.#target.repository,
      branch: this.#target.branch,
      path,
      tokenInput: this.#target.tokenInput,
    };
  }
}

/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function contentsOf(path: string): string {
  return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

function messageOf(data: unknown): string {
  const message = isJsonObject(data) ? data['message'] : undefined;
  return typeof message === 'string' ? message.replace(/\s+/g, ' ').trim() : 'without a message';
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
