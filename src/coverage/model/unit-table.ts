import type { Count } from './counts.js';
import { type ReportMemory, COST } from './limits.js';

/** More than there can be names, so that a line and a name make one exact number. */
const NAME_RANGE = 2 ** 27;

/** What a unit can stand for at most: its weight shares 32 bits with "covered". */
export const MAX_WEIGHT = 2 ** 31 - 1;

/** Bytes of a unit: its key as a double, and its value. */
const UNIT_SIZE = COST.unit;

/** The order of the machines that run this, which needs no swapping. */
const LITTLE_ENDIAN = true;

/** Most files have no units of most kinds; a buffer for each would be slow to make. */
const NOTHING = new DataView(new ArrayBuffer(0));

const FIRST_CAPACITY = 32;

/** How much more is taken each time; small files are many. */
const GROWTH = 2;

/**
 * Things of a file that have an identity: branches, statements or functions, each on a line and
 * with a name that is unique there. A unit can stand for several (a Go block for its statements).
 *
 * Reports hold millions of them, mostly in order, so they lie in one block of memory: the line with
 * the name's id as the key, and as the value the weight, with its lowest bit for "covered". They are
 * put in order, and those that were met twice are united, only when that is needed.
 */
export class UnitTable {
  readonly #memory: ReportMemory;
  #units = NOTHING;
  #length = 0;
  #lastKey = -1;
  #isOrdered = true;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Notes a unit of a weight up to `MAX_WEIGHT`. One that was met before stays covered. */
  add(line: number, name: string, covered: boolean, weight = 1): void {
    this.#append(line * NAME_RANGE + this.#memory.idOf(name), weight * 2 + Number(covered));
  }

  /** Takes up the units of another report of the same run. */
  addAll(other: UnitTable): void {
    // The same number would stand for another name: a wrong count that nobody sees.
    if (other.#memory !== this.#memory) throw new Error('units of two runs cannot be united');
    for (let index = 0; index < other.#length; index += 1) {
      this.#append(other.#keyAt(index), other.#valueAt(index));
    }
  }

  count(): Count {
    this.#order();
    let covered = 0;
    let total = 0;
    for (let index = 0; index < this.#length; index += 1) {
      const value = this.#valueAt(index);
      const weight = value >>> 1;
      total += weight;
      covered += weight * (value & 1);
    }
    return { covered, total };
  }

  /** The counts of each line that has units. */
  countByLine(): ReadonlyMap<number, Count> {
    this.#order();
    const counts = new Map<number, Count>();
    for (let index = 0; index < this.#length; index += 1) {
      const line = Math.floor(this.#keyAt(index) / NAME_RANGE);
      const value = this.#valueAt(index);
      const weight = value >>> 1;
      const { covered, total } = counts.get(line) ?? { covered: 0, total: 0 };
      counts.set(line, { covered: covered + weight * (value & 1), total: total + weight });
    }
    return counts;
  }

  #append(key: number, value: number): void {
    if (key === this.#lastKey) {
      this.#unite(key, value);
      return;
    }
    if (this.#length * UNIT_SIZE === this.#units.byteLength) this.#makeRoom();
    this.#isOrdered &&= key > this.#lastKey;
    this.#lastKey = key;
    this.#length += 1;
    this.#write(this.#length - 1, key, value);
  }

  /** Units that are there more than once give room first: Go repeats every block by the package. */
  #makeRoom(): void {
    this.#order();
    const capacity = Math.max(FIRST_CAPACITY, this.#length * GROWTH);
    if (capacity * UNIT_SIZE <= this.#units.byteLength) return;
    this.#memory.charge(capacity * UNIT_SIZE - this.#units.byteLength);
    const { buffer, byteOffset, byteLength } = this.#memory.grow(
      bytesOf(this.#units),
      capacity * UNIT_SIZE,
    );
    this.#units = new DataView(buffer, byteOffset, byteLength);
  }

  /** Sorts by key and unites units with the same key. */
  #order(): void {
    if (this.#isOrdered) return;
    const unordered = new UnitTable(this.#memory);
    unordered.#units = new DataView(bytesOf(this.#units).slice().buffer);
    const places = Uint32Array.from({ length: this.#length }, (_, index) => index);
    places.sort((a, b) => unordered.#keyAt(a) - unordered.#keyAt(b));
    this.#length = 0;
    this.#lastKey = -1;
    for (const place of places) this.#unite(unordered.#keyAt(place), unordered.#valueAt(place));
    this.#isOrdered = true;
  }

  /** Appends a unit in order, or unites it with the last one. */
  #unite(key: number, value: number): void {
    if (key !== this.#lastKey) {
      this.#lastKey = key;
      this.#length += 1;
      this.#write(this.#length - 1, key, value);
      return;
    }
    const known = this.#valueAt(this.#length - 1);
    const weight = Math.max(known >>> 1, value >>> 1);
    this.#write(this.#length - 1, key, weight * 2 + ((known | value) & 1));
  }

  #write(index: number, key: number, value: number): void {
    this.#units.setFloat64(index * UNIT_SIZE, key, LITTLE_ENDIAN);
    this.#units.setUint32(index * UNIT_SIZE + 8, value, LITTLE_ENDIAN);
  }

  #keyAt(index: number): number {
    return this.#units.getFloat64(index * UNIT_SIZE, LITTLE_ENDIAN);
  }

  #valueAt(index: number): number {
    return this.#units.getUint32(index * UNIT_SIZE + 8, LITTLE_ENDIAN);
  }
}

function bytesOf({
  buffer,
  byteOffset,
  byteLength,
}: DataView<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
