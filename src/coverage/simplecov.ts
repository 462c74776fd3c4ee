import type { JsonObject } from '../json.js';
import type { Count, CountedMetric } from './counts.js';
import { FileSet } from './file-set.js';
import { type JsonReport, jsonFormat } from './json.js';
import { asObject } from './json-value.js';
import type { ReportMemory } from './memory.js';
import { checkCount, checkWhole } from './number.js';
import { normalisePath } from './paths.js';
import type { Report } from './report.js';
import { addBranchList, addBranchTable, addLines } from './simplecov-file.js';

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
      headline: 'lines',
      declared: this.#declared,
      files: this.#files.resolve(normalisePath),
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
      headline: 'lines',
      declared: new Map(),
      files: this.#files.resolve(normalisePath),
    };
  }
}
