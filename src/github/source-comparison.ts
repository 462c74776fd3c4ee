import { type PromoteError, settleAll } from '../base/errors.js';
import { isJsonObject, readPayloadString } from '../base/json.js';
import type { Comparison, SourceTarget } from '../ports/runner.js';
import { type Failure, isGitea, type RestClient } from './http/client.js';
import { classifyRefusal, makeSourceError, makeTransient } from './source-failure.js';

const CURE =
  'The token of the workflow sees its own repository with "permissions: contents: read"; for another private one, give token a token that may read it';

/** What a person can do who knows the order. */
const STALE_CURE = ' To promote without knowing which of the two is newer, set stale: allow.';

/** How many commits the head has that the base has not, and the other way round. */
interface CommitCounts {
  readonly ahead: number;
  /** Absent where the server counts one way only. */
  readonly behind?: number;
  /** The commit that the base was taken for; not every server tells it. */
  readonly base?: string;
}

type Unknown = Extract<Comparison, { readonly relation: 'unknown' }>;

type Refused = Extract<Failure, { readonly kind: 'refused' }>;

/** Narrows the reply to a comparison; Gitea and Forgejo tell no more than `total_commits`. */
export function parseComparison(data: unknown): CommitCounts | undefined {
  if (!isJsonObject(data)) return undefined;
  const { ahead_by: ahead, behind_by: behind, total_commits: total } = data;
  const base = readPayloadString(data, 'base_commit.sha');
  if (isCount(ahead) && isCount(behind)) return { ahead, behind, base };
  return isCount(total) ? { ahead: total, base } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}

export function computeRelation(ahead: number, behind: number): Comparison {
  if (ahead > 0) return { relation: behind > 0 ? 'diverged' : 'ahead' };
  return behind > 0 ? { relation: 'behind', commits: behind } : { relation: 'identical' };
}

/**
 * What a refusal tells of two commits by itself; `undefined` where both have to be looked for: a
 * comparison is refused for what ails it, too, with the statuses of a commit that is not there.
 */
export function parseUnknown(
  { status, message }: Pick<Refused, 'status' | 'message'>,
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
  if (status === 404 && /no common ancestor/i.test(message)) {
    const detail = `${base} and ${head} have no commit of ${repository} in common`;
    return { relation: 'unknown', cause: 'unrelated', detail };
  }
  return undefined;
}

/** What a commit's name turned out to be. `hidden`: 404, as also what a token may not see is. */
type Looked =
  | { readonly state: 'there'; readonly sha: string }
  | { readonly state: 'absent' | 'hidden' }
  | { readonly state: 'forbidden'; readonly unknown: Unknown };

/** Compares commits of the source repository, and tells apart why that may fail. */
export class SourceComparison {
  readonly #target: SourceTarget;
  readonly #rest: RestClient;
  /** Names of commits that were found. */
  readonly #found = new Set<string>();
  /** Whether the repository has answered as one that the token may read. */
  #isVisible = false;

  constructor(target: SourceTarget, rest: RestClient) {
    this.#target = target;
    this.#rest = rest;
  }

  /**
   * @param base A commit, in full or abbreviated.
   * @param head A commit, in full.
   * @throws PromoteError `order-unknown` that may pass where both commits are there and are not
   *   compared, and where the server fails; `unavailable` for limits, and where no answer comes.
   */
  async compare(base: string, head: string): Promise<Comparison> {
    const there = await this.#ask(base, head);
    if ('relation' in there) return there;
    const { ahead, base: compared } = there;
    if (!isMeant(base, compared)) {
      if (!isFullName(base)) return this.#another(base);
      // No branch or tag can have the name of a commit in full.
      throw this.#unordered(base, head, `the reply is about ${String(compared)}`);
    }
    if (there.behind !== undefined) return this.#relate(base, head, ahead, there.behind);
    // Gitea and Forgejo count one way only.
    const back = await this.#ask(head, base);
    return 'relation' in back ? back : this.#relate(base, head, ahead, back.ahead);
  }

  /** Two commits have something between them, so a reply that counts nothing is not believed. */
  #relate(base: string, head: string, ahead: number, behind: number): Comparison {
    const comparison = computeRelation(ahead, behind);
    if (comparison.relation !== 'identical' || head.startsWith(base)) return comparison;
    throw this.#unordered(base, head, 'the reply says that they are the same');
  }

  #unordered(base: string, head: string, failure: Refused | string): PromoteError {
    const question = { what: `how ${head} stands to ${base}` };
    const further = { code: 'order-unknown', cure: STALE_CURE } as const;
    return makeTransient(question, failure, this.#target, further);
  }

  /** The commit that an abbreviation stands for, in full; a branch or tag of that name is none. */
  async resolve(abbreviation: string): Promise<string | undefined> {
    const looked = await this.#look(abbreviation);
    if (looked.state !== 'there' || !looked.sha.startsWith(abbreviation)) return undefined;
    return looked.sha;
  }

  async #ask(base: string, head: string): Promise<CommitCounts | Comparison> {
    const question = { what: `how ${head} stands to ${base}` };
    const url = `compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
    // GitHub makes the diff for the first page alone, and that is what takes long or is too large.
    const query = isGitea(this.#target.apiUrl) ? {} : { per_page: 1, page: 2 };
    const answer = await this.#rest.request('GET', url, query);
    if (answer.kind === 'ok') {
      const counts = parseComparison(answer.data);
      if (counts === undefined) {
        throw this.#unordered(base, head, 'the reply has no comparison');
      }
      this.#isVisible = true;
      return counts;
    }
    if (answer.kind === 'unanswered') throw makeSourceError(answer, question, this.#target);
    return this.#explain(answer, base, head);
  }

  async #explain(refused: Refused, base: string, head: string): Promise<Comparison> {
    const question = { what: `how ${head} stands to ${base}` };
    const kind = classifyRefusal(refused, this.#target);
    if (kind === 'limit') throw makeSourceError(refused, question, this.#target);
    if (kind === 'refusal') {
      const { repository } = this.#target;
      const unknown = parseUnknown(refused, { repository, base, head });
      if (unknown !== undefined) return unknown;
      if ([404, 422].includes(refused.status)) {
        const found = await this.#lookForBoth(refused, base, head);
        if (found !== undefined) return found;
      }
    }
    throw this.#unordered(base, head, refused);
  }

  /** Why two commits cannot be compared; `undefined` when both are there, or it is contradictory. */
  async #lookForBoth(refused: Refused, base: string, head: string): Promise<Unknown | undefined> {
    if (this.#found.has(base) && this.#found.has(head)) return undefined;
    const [older, ours] = await settleAll([this.#look(base), this.#look(head)]);
    const { repository, apiUrl } = this.#target;
    for (const looked of [older, ours]) if (looked.state === 'forbidden') return looked.unknown;
    if (older.state === 'there' && !older.sha.startsWith(base)) {
      return isFullName(base) ? undefined : this.#another(base);
    }
    const isAbsent = ({ state }: Looked) =>
      state === 'absent' || (state === 'hidden' && isGitea(apiUrl));
    const absent = [isAbsent(older) ? base : '', isAbsent(ours) ? head : ''].filter(Boolean);
    if (absent.length > 0) {
      const detail = `${repository} has no commit ${absent.join(' and no commit ')}`;
      return { relation: 'unknown', cause: 'absent', detail };
    }
    const areHidden = older.state === 'hidden' && ours.state === 'hidden';
    if (!areHidden || this.#isVisible) return undefined;
    const { status, message } = refused;
    const detail = `token: the token cannot see ${repository} (${status}: ${message}). ${CURE}`;
    return { relation: 'unknown', cause: 'forbidden', detail };
  }

  async #look(name: string): Promise<Looked> {
    // Gitea and Forgejo have it at the address of git's own objects alone.
    const folder = isGitea(this.#target.apiUrl) ? 'git/commits' : 'commits';
    const query = isGitea(this.#target.apiUrl)
      ? { stat: false, files: false, verification: false }
      : { per_page: 1 };
    const url = `${folder}/${encodeURIComponent(name)}`;
    const answer = await this.#rest.request('GET', url, query);
    const question = { what: `whether there is a commit ${name}` };
    if (answer.kind === 'ok') {
      const sha = isJsonObject(answer.data) ? readPayloadString(answer.data, 'sha') : undefined;
      if (sha === undefined) throw makeTransient(question, 'the reply has none', this.#target);
      this.#isVisible = true;
      this.#found.add(name);
      return { state: 'there', sha };
    }
    if (answer.kind === 'unanswered') throw makeSourceError(answer, question, this.#target);
    if (classifyRefusal(answer, this.#target) !== 'refusal') {
      throw makeTransient(question, answer, this.#target);
    }
    if (answer.status === 404) return { state: 'hidden' };
    if (answer.status === 422) {
      this.#isVisible = true;
      return { state: 'absent' };
    }
    const asked = { repository: this.#target.repository, base: name, head: name };
    const unknown = parseUnknown(answer, asked);
    if (unknown === undefined) throw makeTransient(question, answer, this.#target);
    return { state: 'forbidden', unknown };
  }

  #another(base: string): Unknown {
    const detail = `what ${this.#target.repository} calls ${base} may be a branch or tag`;
    return { relation: 'unknown', cause: 'another', detail };
  }
}

/** A server that does not tell what it compared is believed about a name in full alone. */
function isMeant(base: string, compared: string | undefined): boolean {
  return compared === undefined ? isFullName(base) : compared.startsWith(base);
}

function isFullName(commit: string): boolean {
  return commit.length >= 40;
}
