import { MAX_LINES, ROOM } from './limits.js';
import { ReportError } from './report-error.js';

/** Bytes that are taken from the system at once. */
const SLAB = 1 << 20;

/** What all reports of a run share: the bound of what they may hold, and the names in them. */
export class ReportMemory {
  #room: number;
  readonly #ids = new Map<string, number>();
  /** Blocks that are not used any more, by their size. */
  readonly #free = new Map<number, Uint8Array<ArrayBuffer>[]>();
  #slab = new ArrayBuffer(0);
  #slabUsed = 0;

  /** @param room What the reports may take together, as `ROOM` counts it. */
  constructor(room: number = MAX_LINES * ROOM.line) {
    this.#room = room;
  }

  /** @throws ReportError when there is not so much left. */
  spend(room: number): void {
    this.#room -= room;
    if (this.#room < 0) {
      throw new ReportError(
        `takes the reports beyond ${MAX_LINES} lines of code, which is the limit for all together`,
      );
    }
  }

  /**
   * A block with the content of a smaller one, then zeros. The old one must not be used any more.
   * Blocks are cut from large buffers and used again, since reports have files by the ten thousand
   * and a buffer for each is slow to make.
   */
  grow(old: Uint8Array<ArrayBuffer>, size: number): Uint8Array<ArrayBuffer> {
    const block = this.#free.get(size)?.pop() ?? this.#cut(size);
    block.fill(0);
    block.set(old);
    if (old.length > 0) this.#release(old);
    return block;
  }

  #release(block: Uint8Array<ArrayBuffer>): void {
    const free = this.#free.get(block.length) ?? [];
    this.#free.set(block.length, free);
    free.push(block);
  }

  #cut(bytes: number): Uint8Array<ArrayBuffer> {
    if (this.#slabUsed + bytes > this.#slab.byteLength) {
      this.#slab = new ArrayBuffer(Math.max(SLAB, bytes));
      this.#slabUsed = 0;
    }
    const block = new Uint8Array(this.#slab, this.#slabUsed, bytes);
    this.#slabUsed += bytes;
    return block;
  }

  /** A small number for a name; the same for the same name, in every report. */
  idOf(name: string): number {
    const known = this.#ids.get(name);
    if (known !== undefined) return known;
    this.spend(ROOM.name);
    const id = this.#ids.size;
    this.#ids.set(detach(name), id);
    return id;
  }
}

/**
 * A copy of a string. V8 keeps a slice as a reference into the whole text that it was cut from, so
 * that one name would hold a piece of the report in memory.
 */
export function detach(text: string): string {
  return structuredClone(text);
}
