import { FileSet } from './file-set.js';
import { LcovRecord } from './lcov-record.js';
import type { ReportMemory } from './memory.js';
import { normalisePath } from './paths.js';
import { ReportError } from './report-error.js';
import type { Report, ReportFormat, ReportParser } from './report.js';
import { LineSplitter } from './text-lines.js';

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
  readonly #splitter = new LineSplitter((text, start, end) => {
    this.#addLine(text, start, end);
  });
  #record: LcovRecord | undefined;

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
      headline: 'lines',
      declared: new Map(),
      files: this.#files.resolve(normalisePath),
    };
  }

  #addLine(text: string, start: number, end: number): void {
    if (this.#record === undefined) this.#addOutside(text.slice(start, end));
    else if (!this.#record.add(text, start, end)) this.#record = undefined;
  }

  #addOutside(line: string): void {
    if (line.startsWith('SF:')) {
      this.#record = new LcovRecord(this.#files.open(line.slice(3)), this.#memory);
    } else if (!/^(?:TN:|VER:|#|\s*$)/.test(line)) {
      throw new ReportError(`has ${JSON.stringify(line.slice(0, 40))} outside of a record`);
    }
  }
}
