import { PromoteError } from '../base/errors.js';
import { isJsonObject, type JsonObject } from '../base/json.js';
import { parseDate } from '../base/date.js';
import { readPayloadValue } from '../base/payload.js';
import { type Failure, RestClient } from './http/client.js';
import { computeRetryAt, explainRefusal } from './refusals/explain.js';
import type { Comparison, SourceRepository, SourceTarget } from '../ports/runner.js';

/** How many commits the head has that the base has not, and the other way round. */
interface CommitCounts {
  readonly ahead: number;
  /** Absent where the server counts one way only. */
  readonly behind?: number;
}

const CURE =
  'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';

type Unknown = Extract<Comparison, { readonly relation: 'unknown' }>;

/** Narrows the reply to a comparison; Gitea and Forgejo tell no more than `total_commits`. */
export function parseComparison(data: unknown): CommitCounts | undefined {
  if (!isJsonObject(data)) return undefined;
  const { ahead_by: ahead, behind_by: behind, total_commits: total } = data;
  if (isCount(ahead) && isCount(behind)) return { ahead, behind };
  return isCount(total) ? { ahead: total } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function computeRelation(ahead: number, behind: number): Comparison {
  if (ahead > 0) return { relation: behind > 0 ? 'diverged' : 'ahead' };
  return behind > 0 ? { relation: 'behind', commits: behind } : { relation: 'identical' };
}

/** Why two commits cannot be compared; `undefined` for what says nothing about them. */
export function parseUnknown(
  { status, message }: Pick<Extract<Failure, { readonly kind: 'refused' }>, 'status' | 'message'>,
  asked: { readonly repository: string; readonly base: string; readonly head: string },
): Unknown | undefined {
  const { repository, base, head } = asked;
  if (status === 401) {
    const detail = 'token: the server does not accept this token';
    return { relation: 'unknown', cause: 'forbidden', detail };
  }
  if (status === 403) {
    const detail = `token: the token may not read ${repository} (${message}). ${CURE}`;
    return { relation: 'unknown', cause: 'forbidden', detail };
  }
  if (status !== 404 && status !== 422) return undefined;
  if (/no common ancestor/i.test(message)) {
    const detail = `${base} and ${head} have no commit of ${repository} in common`;
    return { relation: 'unknown', cause: 'unrelated', detail };
  }
  const detail = `${repository} has no commit ${base} or ${head}, or the token in token cannot see it (${status}: ${message}). ${CURE}`;
  return { relation: 'unknown', cause: 'absent', detail };
}

/** What is asked for, as it reads after "does not tell". */
interface Question {
  readonly what: string;
  /** Who needs it, as it reads after "which". */
  readonly need?: string;
}

/** Reads of the source repository through GitHub's REST API. */
export class GitHubSourceRepository implements SourceRepository {
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

  async resolveCommit(abbreviation: string): Promise<string | undefined> {
    const question = { what: `the commit ${abbreviation}` };
    const answer = await this.#rest.request('GET', `commits/${abbreviation}`, {});
    if (answer.kind === 'ok') {
      const sha = isJsonObject(answer.data) ? answer.data['sha'] : undefined;
      return typeof sha === 'string' && sha.startsWith(abbreviation) ? sha : undefined;
    }
    if (answer.kind === 'refused' && !this.#isFailing(answer)) return undefined;
    throw this.#explain(answer, question);
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
    return isJsonObject(answer.data) ? readPayloadValue(answer.data, path) : undefined;
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
      { cause, retryAt },
    );
  }
}
