import type { Count } from './counts.js';
import type { ReportMemory } from './memory.js';

/** Line numbers stay below this; the bound of all lines together is lower. */
const LINE_RANGE = 2 ** 25;

/**
 * Things of a file that have an identity: branches, statements or functions, each on a line and
 * with a name that is unique there. A unit can stand for several (a Go block for its statements).
 */
export class UnitTable {
  readonly #memory: ReportMemory;
  // Numbers instead of objects, since there are millions: the name's id and the line, and the
  // weight with its lowest bit for "covered".
  readonly #units = new Map<number, number>();

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  get isEmpty(): boolean {
    return this.#units.size === 0;
  }

  /** Notes a unit. One that was met before stays covered. */
  add(line: number, name: string, covered: boolean, weight = 1): void {
    this.#add(this.#memory.idOf(name) * LINE_RANGE + line, weight * 2 + (covered ? 1 : 0));
  }

  /** Takes up the units of another report of the same run. */
  addAll(other: UnitTable): void {
    // The same number would stand for another name: a wrong count that nobody sees.
    if (other.#memory !== this.#memory) throw new Error('units of two runs cannot be united');
    for (const [key, value] of other.#units) this.#add(key, value);
  }

  count(): Count {
    let covered = 0;
    let total = 0;
    for (const value of this.#units.values()) {
      const weight = Math.floor(value / 2);
      total += weight;
      if (value % 2 === 1) covered += weight;
    }
    return { covered, total };
  }

  /** The counts of each line that has units. */
  countByLine(): ReadonlyMap<number, Count> {
    const counts = new Map<number, Count>();
    for (const [key, value] of this.#units) {
      const line = key % LINE_RANGE;
      const known = counts.get(line);
      counts.set(line, {
        covered: (known?.covered ?? 0) + (value % 2) * Math.floor(value / 2),
        total: (known?.total ?? 0) + Math.floor(value / 2),
      });
    }
    return counts;
  }

  #add(key: number, value: number): void {
    const known = this.#units.get(key);
    if (known === value) return;
    if (known === undefined) {
      this.#memory.spend(1);
      this.#units.set(key, value);
      return;
    }
    const weight = Math.max(Math.floor(known / 2), Math.floor(value / 2));
    this.#units.set(key, weight * 2 + Math.max(known % 2, value % 2));
  }
}
