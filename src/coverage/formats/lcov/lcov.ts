import { END_OF_RECORD, LcovRecord, refuseCut, StatedLines } from './record.js';
import { FileSet } from '../../model/file-coverage.js';
import type { ReportMemory } from '../../model/limits.js';
import { ReportError } from '../../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../../model/report.js';
import { LineSplitter } from '../../read/lines.js';
import { UnusableMetrics } from '../../read/number.js';

/**
 * LCOV's tracefile, as lcov, geninfo, Istanbul, coverage.py, cargo-llvm-cov and others write it.
 * Counted from its entries; the totals `LF` and `LH` are absent in some reports and wrong in others.
 */
export const lcov: ReportFormat = {
  name: 'lcov',
  detect: (head) => /^\s*(?:#[^\n]*\n\s*)*(?:TN|SF):/.test(head),
  createParser: (memory) => new LcovParser(memory),
};

class LcovParser implements ReportParser {
  readonly #memory: ReportMemory;
  readonly #files: FileSet;
  readonly #unusable = new UnusableMetrics();
  readonly #statedLines = new StatedLines();
  readonly #splitter = new LineSplitter((text, start, end) => {
    this.#addLine(text, start, end);
  });
  #record: LcovRecord | undefined;
  #isFirst = true;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#splitter.write(text);
  }

  end(): Report {
    this.#splitter.end();
    if (this.#record !== undefined)
      throw new ReportError('ends inside a record (end_of_record is missing)');
    return {
      tool: 'LCOV',
      mainMetric: 'lines',
      declaredTotals: new Map(),
      unusable: this.#unusable.reasons,
      warnings: this.#statedLines.listWarnings(),
      files: this.#files.byPath(),
    };
  }

  #addLine(text: string, start: number, end: number): void {
    if (this.#record === undefined) this.#addOutside(text.slice(start, end));
    else if (!this.#record.add(text, start, end)) {
      this.#closeRecord(this.#record);
      // The next file of a `cat` is joined to an end that had no line end.
      const next = text.slice(start + END_OF_RECORD.length, end).trim();
      if (next !== '') this.#addOutside(next);
    }
  }

  #addOutside(line: string): void {
    if (line.startsWith('SF:')) {
      const name = line.slice(3);
      if (name.includes('SF:')) throw refuseCut(line);
      this.#isFirst = !this.#files.has(name);
      this.#record = new LcovRecord(this.#files.open(name), this.#memory, this.#unusable);
    } else if (!/^(?:TN:|VER:|#|\s*$)/.test(line)) {
      throw new ReportError(`has ${JSON.stringify(line.slice(0, 40))} outside of a record`);
    }
  }

  #closeRecord(record: LcovRecord): void {
    this.#statedLines.add(record, this.#isFirst);
    if (!this.#isFirst) record.noteRepeat();
    this.#record = undefined;
  }
}
