import type { Comparison } from '../../../src/ports/runner.js';

/** A commit of the source, by its number. */
export function shaOf(commit: number): string {
  return `a${commit.toString(16).padStart(6, '0')}${'0'.repeat(33)}`;
}

/** The commits of a source: up to 30, each by its number. */
export class Source {
  /** Of each commit all that it comes from and itself, as bits. */
  readonly #ancestors: readonly number[];

  /** @param parents Of each commit after the first. */
  constructor(parents: readonly number[]) {
    const ancestors = [1];
    for (const [index, parent] of parents.entries()) {
      ancestors.push((ancestors[parent] ?? 0) | (1 << (index + 1)));
    }
    this.#ancestors = ancestors;
  }

  /** Whether one commit is another, or comes before it. */
  isIn(commit: number, other: number): boolean {
    return ((this.#ancestors[other] ?? 0) & (1 << commit)) !== 0;
  }

  find(name: string | undefined): number | undefined {
    if (name === undefined) return undefined;
    const commit = this.#ancestors.findIndex((_, each) => shaOf(each).startsWith(name));
    return commit < 0 ? undefined : commit;
  }

  complete(name: string): string | undefined {
    const commit = this.find(name);
    return commit === undefined ? undefined : shaOf(commit);
  }

  /** How `head` stands to another commit. */
  compare(base: string | undefined, head: number): Comparison | undefined {
    if (base === undefined) return undefined;
    const other = this.find(base);
    if (other === undefined) return { relation: 'unknown', cause: 'absent', detail: '404' };
    if (other === head) return { relation: 'identical' };
    if (this.isIn(head, other)) return { relation: 'behind', commits: 1 };
    return { relation: this.isIn(other, head) ? 'ahead' : 'diverged' };
  }
}
