import type { JsonObject } from '../../base/json.js';
import type { Count, CountedMetric } from '../model/counts.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import type { Report } from '../model/report.js';
import { asArray, asObject, jsonFormat, type JsonReport } from '../read/json.js';
import { checkCount, checkLineNumber, checkWhole, parseLineNumber } from '../read/number.js';

/** Lines of a file in order; `null` is not code, `"ignored"` is left out by a comment. */
function addLines(file: FileCoverage, lines: unknown): void {
  for (const [index, hits] of asArray(lines, 'lines').entries()) {
    if (hits === null || hits === 'ignored') continue;
    file.lines.add(index + 1, checkWhole(hits, 'the hits of a line') > 0);
  }
}

/** Branches as objects with a type and lines. Those of one line are told apart by their order. */
function addBranchList(file: FileCoverage, branches: unknown): void {
  for (const [index, branch] of asArray(branches, 'branches').entries()) {
    const { type, start_line: line, coverage } = asObject(branch, 'branch');
    if (coverage === 'ignored') continue;
    const isTaken = checkWhole(coverage, 'how often a branch was taken') > 0;
    file.branches.named.add(checkLineNumber(line), `${String(type)} ${index}`, isTaken);
  }
}

/** Ruby's own keys: `[:if, 0, 3, 4, 9, 7]` is a condition with its number and its place. */
const PLACE = /^\[:?"?\w+"?, \d+, (?<line>\d+),/;

/** Conditions, each with its ways and how often they were taken. */
function addBranchTable(file: FileCoverage, branches: unknown): void {
  for (const [condition, ways] of Object.entries(asObject(branches, 'branches'))) {
    const line = parseLineNumber(PLACE.exec(condition)?.groups?.['line']);
    for (const [way, hits] of Object.entries(asObject(ways, 'branches of a condition'))) {
      const isTaken = checkWhole(hits, 'how often a branch was taken') > 0;
      file.branches.named.add(line, `${condition} ${way}`, isTaken);
    }
  }
}

/** SimpleCov's `coverage.json`, of its JSON formatter. */
export const simplecovJson = jsonFormat({
  name: 'simplecov-json',
  detect: (keys) =>
    keys.some(([first, second]) => first === 'meta' && second === 'simplecov_version'),
  createReport: (memory) => new SimpleCovReport(memory),
});

class SimpleCovReport implements JsonReport {
  readonly #files: FileSet;
  readonly #declared = new Map<CountedMetric, Count>();
  #version = '';

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  isContainer([section, ...inside]: readonly string[]): boolean {
    return section === undefined || (section === 'coverage' && inside.length === 0);
  }

  takePart(key: string, value: unknown, around: readonly string[]): void {
    if (around.length > 0) this.#addFile(key, asObject(value, key));
    else if (key === 'total') this.#addTotals(asObject(value, key));
    else if (key === 'meta') this.#version = String(asObject(value, key)['simplecov_version']);
  }

  finish(): Report {
    return {
      tool: `SimpleCov ${this.#version}`,
      mainMetric: 'lines',
      declaredTotals: this.#declared,
      files: this.#files.byPath(),
    };
  }

  #addFile(path: string, report: JsonObject): void {
    const file = this.#files.open(path);
    addLines(file, report['lines'] ?? []);
    addBranchList(file, report['branches'] ?? []);
  }

  /** Since schema 1.1; older reports state no totals. */
  #addTotals(totals: JsonObject): void {
    for (const metric of ['lines', 'branches'] as const) {
      if (totals[metric] === undefined) continue;
      const { covered, total } = asObject(totals[metric], metric);
      const count = { covered: checkWhole(covered, metric), total: checkWhole(total, metric) };
      this.#declared.set(metric, checkCount(count, metric));
    }
  }
}

/** SimpleCov's `.resultset.json`: what each command covered, which is united. */
export const simplecovResultset = jsonFormat({
  name: 'simplecov-resultset',
  detect: ([first, second]) => first?.length === 1 && second?.[1] === 'coverage',
  createReport: (memory) => new SimpleCovResultset(memory),
});

class SimpleCovResultset implements JsonReport {
  readonly #files: FileSet;

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  isContainer([command, section, ...inside]: readonly string[]): boolean {
    if (command === undefined || section === undefined) return true;
    return section === 'coverage' && inside.length === 0;
  }

  takePart(path: string, value: unknown, around: readonly string[]): void {
    // Beside `coverage` there is the time of the run.
    if (around.length < 2) return;
    const file = this.#files.open(path);
    // Lines are null when only branches were measured. Before version 0.18 a file was the list of its lines.
    const report = Array.isArray(value) ? { lines: value as unknown[] } : asObject(value, path);
    addLines(file, report['lines'] ?? []);
    addBranchTable(file, report['branches'] ?? {});
  }

  finish(): Report {
    return {
      tool: 'SimpleCov',
      mainMetric: 'lines',
      declaredTotals: new Map(),
      files: this.#files.byPath(),
    };
  }
}
