import type { FileCoverage } from '../model/file-coverage.js';
import { COST, type ReportMemory } from '../model/limits.js';
import { parseCount } from '../read/number.js';

interface Method {
  readonly line: number;
  readonly isHit: boolean;
}

/**
 * The methods of a file in PHPUnit's Clover. It writes the line on which a method starts as the
 * method, whether or not there is code on it, and counts the code among the statements of the file.
 */
export class PhpUnitMethods {
  readonly #memory: ReportMemory;
  readonly #methods: Method[] = [];
  #statements: number | undefined;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  add(line: number, isHit: boolean): void {
    this.#memory.charge(COST.unit);
    this.#methods.push({ line, isHit });
  }

  /** The statements of the file: its own metrics come after those of its classes. */
  addMetrics(statements: string | undefined): void {
    this.#statements = parseCount(statements, 'statements');
  }

  /**
   * Adds the methods whose first line is code. Those are as many as the file has more statements
   * than it lists: the methods without a statement of their own below, or all. Where neither fits,
   * it cannot be told which: then none that ran counts, and each that did not.
   */
  addLinesTo(file: FileCoverage): void {
    const code = new Set([...file.lines.entries()].map(([line]) => line));
    const methods = this.#methods.filter(({ line }) => !code.has(line));
    const missing = (this.#statements ?? 0) - code.size;
    if (missing <= 0) return;
    const short = findShort(methods, code);
    const fitting = [short, methods].find(({ length }) => length === missing);
    const chosen = fitting ?? methods.filter(({ isHit }) => !isHit);
    for (const { line, isHit } of chosen) file.lines.add(line, isHit);
  }
}

/** The methods behind which no statement stands before the next method. */
function findShort(methods: readonly Method[], code: ReadonlySet<number>): readonly Method[] {
  const ordered = [...methods].sort((a, b) => a.line - b.line);
  const lines = [...code].sort((a, b) => a - b);
  let index = 0;
  return ordered.filter(({ line }, place) => {
    while ((lines[index] ?? Infinity) < line) index += 1;
    return (
      (lines[index] ?? Infinity) > (ordered[place + 1]?.line ?? Infinity) ||
      lines[index] === undefined
    );
  });
}
