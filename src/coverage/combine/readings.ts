import { type ClaimGroup, isFloating } from './claim.js';
import {
  addCounts,
  type Count,
  type CountedMetric,
  countOf,
  NOTHING,
  type Totals,
} from '../model/counts.js';
import { type DoubtfulFiles, FileCoverage, type Reading } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';

/** Readings of one group that are counted one by one; beyond it their bounds are. */
const MAX_READINGS = 256;

/** Members of a group by their number: a bit each. */
const MAX_MEMBERS = 16;

interface Member {
  readonly path: string;
  readonly file: FileCoverage;
  readonly options: readonly string[];
  readonly report: string | undefined;
}

/** The claims that one reading takes for one file: a bit a member, and the key of the file. */
interface Block {
  readonly members: number;
  readonly key: string;
  /** Of the file, for people. */
  readonly path: string;
}

/**
 * Counts a group in every way in which its claims can be files.
 * @param isSelected Whether a file of that path counts.
 */
export function readGroup(
  group: ClaimGroup,
  isSelected: (path: string) => boolean,
  memory: ReportMemory,
): DoubtfulFiles {
  const counter = new GroupCounter(group, isSelected, memory);
  const names = group.claims.map(({ path, report }) => `${path} (${report})`);
  const ways = group.claims.reduce((product, { options }) => product * options.length, 1);
  const isCountable = ways <= MAX_READINGS && counter.size <= MAX_MEMBERS;
  const readings = isCountable ? counter.listAll() : [];
  // Claims of one report that exclude each other leave no reading.
  const isComplete = readings.length > 0;
  return { names, readings: isComplete ? readings : counter.listBounds(), isComplete };
}

class GroupCounter {
  readonly #members: readonly Member[];
  readonly #isSelected: (path: string) => boolean;
  readonly #memory: ReportMemory;
  readonly #counted = new Map<number, Totals>();

  constructor(
    { claims, settled }: ClaimGroup,
    isSelected: (path: string) => boolean,
    memory: ReportMemory,
  ) {
    const files = [...settled].map(([key, { path, file, report }]) => ({
      ...{ path, file, report },
      options: [key],
    }));
    this.#members = [...files, ...claims];
    this.#isSelected = isSelected;
    this.#memory = memory;
  }

  get size(): number {
    return this.#members.length;
  }

  /** Every choice of one option for each member; equal ones once. */
  listAll(): readonly Reading[] {
    let choices: readonly (readonly Block[])[] = [[]];
    for (const [index, { options, report, path }] of this.#members.entries()) {
      choices = choices.flatMap((blocks) =>
        options
          .filter((key) => !this.#isTaken(blocks, key, report))
          .map((key) => put(blocks, key, { bit: 1 << index, path })),
      );
    }
    const readings = new Map<string, Reading>();
    for (const blocks of choices) {
      const counted = blocks.filter((block) => this.#isSelected(block.path));
      const id = counted
        .map(({ members }) => members)
        .sort()
        .join();
      if (!readings.has(id)) readings.set(id, this.#read(counted));
    }
    return [...readings.values()];
  }

  /**
   * The least and the most that any reading can count. What one claim or another covers is covered
   * in at least one file, and in at most as many as there are claims; so is what none covers.
   */
  listBounds(): readonly Reading[] {
    const all = this.#members.map(({ file }) => file);
    const union = unite(all, this.#memory).count();
    const selected = this.#members.map(({ path, options }) =>
      options.map((key) => this.#isSelected(isFloating(key) ? path : key)),
    );
    if (!selected.flat().includes(true)) return [{ totals: new Map(), files: [] }];
    const isWhole = !selected.flat().includes(false);
    const least = new Map<CountedMetric, Count>();
    const most = new Map<CountedMetric, Count>();
    for (const [metric, one] of union) {
      const several = all.map((file) => countOf(file.count(), metric)).reduce(addCounts, NOTHING);
      const covered = isWhole ? one.covered : 0;
      const missed = isWhole ? one.total - one.covered : 0;
      least.set(metric, { covered, total: covered + several.total - several.covered });
      most.set(metric, { covered: several.covered, total: several.covered + missed });
    }
    return [
      { totals: least, files: [] },
      { totals: most, files: [] },
    ];
  }

  #read(blocks: readonly Block[]): Reading {
    const files = blocks.map(({ members, path }) => ({ path, totals: this.#count(members) }));
    return { files, totals: addTotals(files.map(({ totals }) => totals)) };
  }

  /** Whether a report has that file already: a tool lists a file once. */
  #isTaken(blocks: readonly Block[], key: string, report: string | undefined): boolean {
    const members = blocks.find((block) => block.key === key)?.members ?? 0;
    return this.#members.some(
      (member, index) => (members & (1 << index)) !== 0 && member.report === report,
    );
  }

  #count(members: number): Totals {
    const known = this.#counted.get(members);
    if (known !== undefined) return known;
    const files = this.#members.filter((_, index) => (members & (1 << index)) !== 0);
    const totals = unite(
      files.map(({ file }) => file),
      this.#memory,
    ).count();
    this.#counted.set(members, totals);
    return totals;
  }
}

/** The blocks with one more member in the file of that key. */
function put(
  blocks: readonly Block[],
  key: string,
  { bit, path }: { readonly bit: number; readonly path: string },
): readonly Block[] {
  const known = blocks.find((block) => block.key === key);
  if (known === undefined) {
    return [...blocks, { key, members: bit, path: isFloating(key) ? path : key }];
  }
  return blocks.map((block) =>
    block === known ? { ...known, members: known.members | bit } : block,
  );
}

/** A union that leaves its parts as they are. */
function unite(files: readonly FileCoverage[], memory: ReportMemory): FileCoverage {
  const [only, ...others] = files;
  if (only !== undefined && others.length === 0) return only;
  const union = new FileCoverage(memory);
  for (const file of files) union.addAll(file);
  return union;
}

function addTotals(all: readonly Totals[]): Totals {
  const sum = new Map<CountedMetric, Count>();
  for (const totals of all) {
    for (const [metric, count] of totals) {
      sum.set(metric, addCounts(sum.get(metric) ?? NOTHING, count));
    }
  }
  return sum;
}
