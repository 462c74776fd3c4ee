import type { JsonObject } from '../../base/json.js';
import type { Count, CountedMetric, Totals } from '../model/counts.js';
import { FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';
import { asArray, asObject, jsonFormat, type JsonReport } from '../read/json.js';
import { checkCount, checkLineNumber, checkWhole } from '../read/number.js';

/** coverage.py's own JSON report (`coverage json`), in every version of its layout. */
export const coveragePyJson = jsonFormat({
  name: 'coverage-py-json',
  detect: (keys) =>
    keys.some(([first, second]) => first === 'meta' && second === 'branch_coverage'),
  createReport: (memory) => new CoveragePyReport(memory),
});

class CoveragePyReport implements JsonReport {
  readonly #files: FileSet;
  #version = '';
  #hasBranches = false;
  #totals: Totals | undefined;

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  isContainer(path: readonly string[]): boolean {
    return path.length === 0 || (path.length === 1 && path[0] === 'files');
  }

  takePart(key: string, value: unknown, around: readonly string[]): void {
    if (around.length > 0) this.#addFile(key, asObject(value, key));
    else if (key === 'totals') this.#totals = parseTotals(asObject(value, key));
    else if (key === 'meta') this.#addMeta(asObject(value, key));
  }

  finish(): Report {
    if (this.#totals === undefined) throw new ReportError('has no totals');
    return {
      tool: `coverage.py ${this.#version}`,
      mainMetric: this.#hasBranches ? 'combined' : 'lines',
      declaredTotals: this.#totals,
      unmeasured: this.#hasBranches ? [] : ['branches'],
      files: this.#files.byPath(),
    };
  }

  #addMeta(meta: JsonObject): void {
    this.#version = String(meta['version']);
    this.#hasBranches = meta['branch_coverage'] === true;
  }

  #addFile(path: string, report: JsonObject): void {
    const file = this.#files.open(path);
    for (const covered of [true, false]) {
      const [lines, branches] = covered
        ? ['executed_lines', 'executed_branches']
        : ['missing_lines', 'missing_branches'];
      for (const line of asArray(report[lines], lines)) {
        // coverage.py 6.5 lists a line 0 of an empty file, which it does not count.
        if (line !== 0) file.lines.add(checkLineNumber(line), covered);
      }
      // Absent when branches were not measured.
      for (const arc of asArray(report[branches] ?? [], branches)) {
        const [from, to] = asArray(arc, 'branch');
        file.branches.named.add(checkLineNumber(from), String(to), covered);
      }
    }
  }
}

function parseTotals(totals: JsonObject): Totals {
  const counts = new Map<CountedMetric, Count>();
  const lines = { covered: totals['covered_lines'], total: totals['num_statements'] };
  counts.set('lines', parseTotal(lines, 'lines'));
  // Absent when branches were not measured.
  const branches = { covered: totals['covered_branches'], total: totals['num_branches'] };
  if (branches.total !== undefined) counts.set('branches', parseTotal(branches, 'branches'));
  return counts;
}

function parseTotal(count: { covered: unknown; total: unknown }, what: string): Count {
  const covered = checkWhole(count.covered, `covered ${what}`);
  return checkCount({ covered, total: checkWhole(count.total, `number of ${what}`) }, what);
}
