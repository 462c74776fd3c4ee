import { PromoteError } from '../errors.js';
import { isJsonObject, type JsonObject } from '../json.js';
import type { Comparison, SourceRepository, SourceTarget } from '../ports.js';
import { parseDate } from '../tag/facts.js';
import { readValue } from '../tag/payload.js';
import { computeRelation, parseComparison, parseUnknown } from './comparison.js';
import { explainRefusal } from './refusals.js';
import { RestClient, type Failure } from './rest-client.js';
import { computeRetryAt } from './retry-at.js';

/** What is asked for, as it reads after "does not tell". */
interface Question {
  readonly what: string;
  /** Who needs it, as it reads after "which". */
  readonly need?: string;
}

/** Reads of the source repository through GitHub's REST API. */
export class RestSourceRepository implements SourceRepository {
  readonly #target: SourceTarget;
  readonly #rest: RestClient;

  constructor(target: SourceTarget) {
    this.#target = target;
    this.#rest = new RestClient(target, 'follow');
  }

  async readDefaultBranch(): Promise<string> {
    const question = { what: 'the default branch', need: 'a rule of tags needs' };
    const branch = await this.#readValue('', 'default_branch', question);
    if (typeof branch === 'string') return branch;
    throw this.#unavailable(question, 'the reply has none');
  }

  async readCommitDate(sha: string): Promise<number> {
    const question = { what: `the date of commit ${sha}`, need: 'a rule of tags needs' };
    const value = await this.#readValue(`commits/${sha}`, 'commit.committer.date', question);
    const date = parseDate(value);
    if (date !== undefined) return date;
    throw this.#unavailable(question, 'the reply has none');
  }

  async compareCommits(base: string, head: string): Promise<Comparison> {
    const there = await this.#compare(base, head);
    if ('relation' in there) return there;
    const { ahead } = there;
    if (there.behind !== undefined) return computeRelation(ahead, there.behind);
    // Gitea and Forgejo count one way only.
    const back = await this.#compare(head, base);
    return 'relation' in back ? back : computeRelation(ahead, back.ahead);
  }

  /** How many commits each of two has that the other has not; or why that cannot be told. */
  async #compare(base: string, head: string) {
    const question = { what: `how ${head} stands to ${base}` };
    const url = `compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
    const answer = await this.#rest.request('GET', url, { per_page: 1 });
    if (answer.kind === 'ok') {
      const counts = parseComparison(answer.data);
      if (counts !== undefined) return counts;
      throw this.#unavailable(question, 'the reply has no comparison');
    }
    if (answer.kind === 'refused' && !this.#isFailing(answer)) {
      const unknown = parseUnknown(answer, { repository: this.#target.repository, base, head });
      if (unknown !== undefined) return unknown;
    }
    throw this.#explain(answer, question);
  }

  /** The value at a dotted path in the reply to a GET. */
  async #readValue(url: string, path: string, question: Question): Promise<unknown> {
    const answer = await this.#rest.request('GET', url, {});
    if (answer.kind !== 'ok') throw this.#explain(answer, question);
    return isJsonObject(answer.data) ? readValue(answer.data, path) : undefined;
  }

  #explain(failure: Failure, question: Question): PromoteError {
    const { cause } = failure;
    if (failure.kind === 'unanswered')
      return this.#unavailable(question, failure.detail, { cause });
    const { status, message, headers } = failure;
    const forbidden = !this.#isFailing(failure) && (status === 403 || status === 404);
    if (status === 401) {
      return new PromoteError(
        'token-invalid',
        'token: the server does not accept this token. Leave the input out, and the job has its own.',
        { cause },
      );
    }
    if (forbidden) {
      return new PromoteError(
        'token-forbidden',
        `token: cannot read ${question.what} of ${this.#target.repository} (${status}: ${message}). Give the job "permissions: contents: read".`,
        { cause },
      );
    }
    return this.#unavailable(question, `${status}: ${message}`, { cause, headers, message });
  }

  /** Whether the server only cannot answer now: a limit, or a failure of its own. */
  #isFailing(failure: Extract<Failure, { readonly kind: 'refused' }>): boolean {
    const { repository } = this.#target;
    const place = { repository, branch: undefined, path: '', tokenInput: 'token' };
    return explainRefusal({ ...failure, ...place, action: 'read' }).code === 'unavailable';
  }

  #unavailable(
    { what, need }: Question,
    detail: string,
    reply: {
      readonly cause?: unknown;
      readonly headers?: JsonObject;
      readonly message?: string;
    } = {},
  ): PromoteError {
    const { apiUrl, repository } = this.#target;
    const { cause, headers = {}, message = '' } = reply;
    const retryAt = computeRetryAt(headers, message, Date.now());
    return new PromoteError(
      'unavailable',
      `${apiUrl} does not tell ${what} of ${repository} (${detail})${need === undefined ? '' : `, which ${need}`}.`,
      { cause, ...(retryAt !== undefined && { retryAt }) },
    );
  }
}
