import { PromoteError } from '../errors.js';
import type { JsonObject } from '../json.js';
import type { GitOpsTarget } from '../gitops-ports.js';
import { explainRefusal, isConflict, type Refusal } from './refusals.js';
import { RestClient, type Answer } from './rest-client.js';

/** What became of a PUT. `lost`: no answer, or none that tells whether it took effect. */
export type WriteReply =
  | { readonly outcome: 'answered'; readonly data: unknown }
  | { readonly outcome: 'conflict' | 'lost'; readonly detail: string };

/** Requests to the Contents API of one repository, and what their failures mean. */
export class ContentsClient {
  readonly #rest: RestClient;
  readonly #target: GitOpsTarget;

  constructor(target: GitOpsTarget) {
    this.#target = target;
    this.#rest = new RestClient(target);
  }

  /** GET of a file or directory at the branch. The root directory has an empty path. */
  async getContents(path: string): Promise<unknown> {
    return this.#get(contentsOf(path), path, { ref: this.#target.branch });
  }

  /** GET of the branch's newest commits, or of those that changed a file. */
  async getCommits(count: number, path?: string): Promise<unknown> {
    return this.#get('commits', 'the newest commits', {
      sha: this.#target.branch,
      path,
      per_page: count,
    });
  }

  /** PUT of a file: a commit of its own. */
  async putFile(path: string, body: JsonObject): Promise<WriteReply> {
    const answer = await this.#rest.request('PUT', contentsOf(path), body);
    if (answer.kind === 'ok') return { outcome: 'answered', data: answer.data };
    if (answer.kind === 'unanswered') {
      return { outcome: 'lost', detail: `the write got no answer (${answer.detail}).` };
    }
    const { status, message } = answer;
    if (status >= 500) {
      return { outcome: 'lost', detail: `the write was answered ${status} (${message}).` };
    }
    if (isConflict(answer)) {
      return { outcome: 'conflict', detail: `somebody else wrote first (${message}).` };
    }
    throw this.#explain(answer, 'write', path);
  }

  /** The error for a repository of which not even the root can be read. */
  explainInvisible(cause: PromoteError): PromoteError {
    const { repository, branch, tokenInput } = this.#target;
    const where = branch === undefined ? repository : `${repository} or its branch ${branch}`;
    return new PromoteError(
      'repository-not-found',
      `gitops-repository: ${where} does not exist, is empty, or the token in ${tokenInput} cannot see it. Correct the name, or give the token "Contents: Read and write" there (a GitHub App has to be installed on it).`,
      { cause },
    );
  }

  async #get(url: string, path: string, query: JsonObject): Promise<unknown> {
    const answer = await this.#rest.request('GET', url, query);
    if (answer.kind === 'ok') return answer.data;
    throw this.#explain(answer, 'read', path);
  }

  #explain(
    answer: Exclude<Answer, { kind: 'ok' }>,
    action: Refusal['action'],
    path: string,
  ): PromoteError {
    const { apiUrl, repository, branch, tokenInput } = this.#target;
    const { cause } = answer;
    if (answer.kind === 'unanswered') {
      const message = `${apiUrl} did not answer (${answer.detail}).`;
      return new PromoteError('unavailable', message, { cause });
    }
    const refusal = { ...answer, action, repository, branch, path, tokenInput };
    const { code, message } = explainRefusal(refusal);
    return new PromoteError(code, message, { cause });
  }
}

/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function contentsOf(path: string): string {
  return `contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}
