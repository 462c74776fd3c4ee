import type { FileCoverage } from '../../model/file-coverage.js';
import { type ReportMemory, COST } from '../../model/limits.js';
import { cutFirst } from '../../read/lines.js';
import { parseHits, parseLineNumber } from '../../read/number.js';

/** What a record says of the functions of one name: where they start, and how often each ran. */
interface Namesakes {
  readonly lines: number[];
  readonly hits: boolean[];
}

/** A function that lcov 2 numbers, since it can have several names. */
interface NumberedFunction {
  readonly line: number;
  isHit: boolean;
}

/**
 * The functions of one LCOV record. A name is no identity: overloads, class fields and anonymous
 * functions share one. Writers list the starts (`FN`) and the hits (`FNDA`) of namesakes in the same
 * order, so the first hits are those of the first start.
 */
export class LcovFunctions {
  readonly #memory: ReportMemory;
  readonly #byName = new Map<string, Namesakes>();
  readonly #byIndex = new Map<string, NumberedFunction>();
  /** What is held until the record ends. */
  #charged = 0;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
  }

  get isEmpty(): boolean {
    return this.#byName.size + this.#byIndex.size === 0;
  }

  /** `FN:<line>,[<last line>,]<name>`: newer writers add the last line. */
  addStart(line: string, rest: string): void {
    this.#open(rest.replace(/^\d+,(?=.)/, '')).lines.push(parseLineNumber(line));
  }

  /** `FNDA:<hits>,<name>` */
  addHits(hits: string, name: string): void {
    this.#open(name).hits.push(isHit(hits));
  }

  /** `FNL:<index>,<line>[,<last line>]` */
  addNumbered(index: string, rest: string): void {
    const [line] = cutFirst(rest, ',');
    this.#charge(COST.name);
    this.#byIndex.set(index, { line: parseLineNumber(line), isHit: false });
  }

  /** `FNA:<index>,<hits>,<name>` */
  addAlias(index: string, rest: string): void {
    const [hits] = cutFirst(rest, ',');
    const numbered = this.#byIndex.get(index);
    // The error is that of a line that nobody states.
    if (numbered === undefined) parseLineNumber(undefined);
    else numbered.isHit ||= isHit(hits);
  }

  /**
   * Puts the functions into their file.
   * @param found How many the record says there are (`FNF`).
   */
  close(file: FileCoverage, found: number | undefined): void {
    // What the file keeps of them is charged there.
    this.#memory.charge(-this.#charged);
    for (const [name, namesakes] of this.#byName) {
      // geninfo before lcov 2 counts a name once, however often it stands there.
      const isOne = countNamesakes(namesakes) === 1 || found === this.#byName.size;
      if (isOne) addOne(file, name, namesakes);
      else addEach(file, name, namesakes);
    }
    const order = new Map<number, number>();
    for (const { line, isHit: ran } of this.#byIndex.values()) {
      const before = order.get(line) ?? 0;
      order.set(line, before + 1);
      file.functions.named.add(line, before === 0 ? '' : `#${before}`, ran);
    }
  }

  #open(name: string): Namesakes {
    const known = this.#byName.get(name);
    this.#charge(COST.unit);
    if (known !== undefined) return known;
    this.#charge(COST.name);
    const namesakes = { lines: [], hits: [] };
    this.#byName.set(name, namesakes);
    return namesakes;
  }

  #charge(cost: number): void {
    this.#charged += cost;
    this.#memory.charge(cost);
  }
}

/** How many functions there are of a name: as many as starts, or as hits where there are no starts. */
function countNamesakes({ lines, hits }: Namesakes): number {
  return lines.length === 0 ? hits.length : lines.length;
}

function addOne(file: FileCoverage, name: string, { lines, hits }: Namesakes): void {
  file.functions.named.add(lines[0] ?? 0, name, hits.includes(true));
}

/** Of more hits than starts the rest belongs to the last; a start without hits did not run. */
function addEach(file: FileCoverage, name: string, { lines, hits }: Namesakes): void {
  const order = new Map<number, number>();
  const starts = lines.length === 0 ? hits.map(() => 0) : lines;
  for (const [index, line] of starts.entries()) {
    const before = order.get(line) ?? 0;
    order.set(line, before + 1);
    const ran = index < starts.length - 1 ? [hits[index]] : hits.slice(index);
    file.functions.named.add(line, before === 0 ? name : `${name} #${before}`, ran.includes(true));
  }
}

function isHit(hits: string): boolean {
  return parseHits(hits, 'the hits of a function') > 0;
}
