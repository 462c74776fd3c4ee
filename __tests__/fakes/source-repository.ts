import type { CommitRange, Comparison, SourceRepository } from '../../src/ports/runner.js';

/** A history in one line: every commit is newer than those before it. */
export class FakeSource implements SourceRepository {
  /** `base...head` of every comparison that was asked for. */
  readonly compared: string[] = [];
  /** Abbreviations that were asked for. */
  readonly resolved: string[] = [];
  /** What a comparison with that base gives instead. */
  readonly answers = new Map<string, Comparison | Error>();
  readonly #history: readonly string[];

  /** @param history Oldest first. */
  constructor(history: readonly string[] = []) {
    this.#history = history;
  }

  readDefaultBranch(): Promise<string> {
    return Promise.resolve('main');
  }

  readCommitDate(): Promise<number> {
    return Promise.resolve(0);
  }

  compareCommits(base: string, head: string): Promise<Comparison> {
    this.compared.push(`${base}...${head}`);
    const answer = this.answers.get(base) ?? this.#compare(base, head);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  }

  resolveCommit(abbreviation: string): Promise<string | undefined> {
    this.resolved.push(abbreviation);
    return Promise.resolve(this.#history.find((sha) => sha.startsWith(abbreviation)));
  }

  listCommits(base: string, head: string, most: number): Promise<CommitRange> {
    const [from, to] = [base, head].map((sha) => this.#history.indexOf(sha));
    const newest = this.#history.slice((from ?? 0) + 1, (to ?? 0) + 1).toReversed();
    const commits = newest.slice(0, most).map((sha) => ({ sha, subject: `Subject of ${sha}` }));
    return Promise.resolve({ commits, count: newest.length });
  }

  #compare(base: string, head: string): Comparison {
    const [from, to] = [base, head].map((name) =>
      this.#history.findIndex((sha) => sha.startsWith(name)),
    );
    if (from === undefined || to === undefined || from < 0 || to < 0) {
      return { relation: 'unknown', cause: 'absent', detail: '404: Not Found' };
    }
    if (from > to) return { relation: 'behind', commits: from - to };
    return { relation: from === to ? 'identical' : 'ahead' };
  }
}
