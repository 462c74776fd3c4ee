import { parseDate } from '../base/date.js';
import { isJsonObject, readPayloadValue } from '../base/json.js';
import type { Trace } from '../base/trace.js';
import type { CommitRange, Comparison, SourceRepository, SourceTarget } from '../ports/runner.js';
import { RestClient } from './http/client.js';
import { readCommitRange } from './source-commits.js';
import { SourceComparison } from './source-comparison.js';
import { makeSourceError, makeTransient, type Question } from './source-failure.js';

/** Reads of the source repository through GitHub's REST API. */
export class GitHubSourceRepository implements SourceRepository {
  readonly #target: SourceTarget;
  readonly #rest: RestClient;
  readonly #comparison: SourceComparison;

  /** @param trace Is told of every request. */
  constructor(target: SourceTarget, trace?: Trace) {
    this.#target = target;
    this.#rest = new RestClient(target, trace, 'follow');
    this.#comparison = new SourceComparison(target, this.#rest);
  }

  async readDefaultBranch(): Promise<string> {
    const question = { what: 'the default branch', need: 'a rule of tags needs' };
    const branch = await this.#readValue('', 'default_branch', question);
    if (typeof branch === 'string') return branch;
    throw makeTransient(question, 'the reply has none', this.#target);
  }

  async readCommitDate(sha: string): Promise<number> {
    const question = { what: `the date of commit ${sha}`, need: 'a rule of tags needs' };
    const value = await this.#readValue(`commits/${sha}`, 'commit.committer.date', question);
    const date = parseDate(value);
    if (date !== undefined) return date;
    throw makeTransient(question, 'the reply has none', this.#target);
  }

  async compareCommits(base: string, head: string): Promise<Comparison> {
    return this.#comparison.compare(base, head);
  }

  async resolveCommit(abbreviation: string): Promise<string | undefined> {
    return this.#comparison.resolve(abbreviation);
  }

  async listCommits(base: string, head: string, most: number): Promise<CommitRange> {
    return readCommitRange({ base, head, most }, this.#target, this.#rest);
  }

  /** The value at a dotted path in the reply to a GET. */
  async #readValue(url: string, path: string, question: Question): Promise<unknown> {
    const answer = await this.#rest.request('GET', url, {});
    if (answer.kind !== 'ok') throw makeSourceError(answer, question, this.#target);
    return isJsonObject(answer.data) ? readPayloadValue(answer.data, path) : undefined;
  }
}
