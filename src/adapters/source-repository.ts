import { PromoteError } from '../errors.js';
import { isJsonObject } from '../json.js';
import type { SourceRepository, SourceTarget } from '../ports.js';
import { parseDate } from '../tag/facts.js';
import { readValue } from '../tag/payload.js';
import { RestClient, type Answer } from './rest-client.js';

/** Reads of the source repository through GitHub's REST API. */
export class RestSourceRepository implements SourceRepository {
  readonly #target: SourceTarget;
  readonly #rest: RestClient;

  constructor(target: SourceTarget) {
    this.#target = target;
    this.#rest = new RestClient(target);
  }

  async readDefaultBranch(): Promise<string> {
    const what = 'the default branch';
    const branch = await this.#read('', 'default_branch', what);
    if (typeof branch === 'string') return branch;
    throw this.#unavailable(what, 'the reply has none');
  }

  async readCommitDate(sha: string): Promise<number> {
    const what = `the date of commit ${sha}`;
    const date = parseDate(await this.#read(`commits/${sha}`, 'commit.committer.date', what));
    if (date !== undefined) return date;
    throw this.#unavailable(what, 'the reply has none');
  }

  /** The value at a dotted path in the reply to a GET. */
  async #read(url: string, path: string, what: string): Promise<unknown> {
    const answer = await this.#rest.request('GET', url, {});
    if (answer.kind !== 'ok') throw this.#explain(answer, what);
    return isJsonObject(answer.data) ? readValue(answer.data, path) : undefined;
  }

  #explain(answer: Exclude<Answer, { readonly kind: 'ok' }>, what: string): PromoteError {
    const { cause } = answer;
    if (answer.kind === 'unanswered') return this.#unavailable(what, answer.detail, cause);
    const { status, message } = answer;
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
        `token: cannot read ${what} of ${this.#target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`,
        { cause },
      );
    }
    return this.#unavailable(what, `${status}: ${message}`, cause);
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
