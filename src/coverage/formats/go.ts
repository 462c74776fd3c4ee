import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import { MAX_WEIGHT } from '../model/unit-table.js';
import { cutFirst, cutLast, LineSplitter } from '../read/lines.js';
import { parseCount, parseHits, parseLineNumber, UnusableMetrics } from '../read/number.js';

/**
 * Go's coverprofile: `file:line.column,line.column statements count`. The same block stands there
 * once for each package that was tested (`-coverpkg`); it counts once.
 */
export const go: ReportFormat = {
  name: 'go',
  detect: (head) => /^\s*mode: (?:set|count|atomic)\s/.test(`${head}\n`),
  createParser: (memory) => new GoParser(memory),
};

class GoParser implements ReportParser {
  readonly #files: FileSet;
  readonly #unusable = new UnusableMetrics();
  readonly #splitter = new LineSplitter((text, start, end) => {
    this.#addLine(text.slice(start, end));
  });

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#splitter.write(text);
  }

  end(): Report {
    this.#splitter.end();
    return {
      tool: 'Go',
      mainMetric: 'statements',
      declaredTotals: new Map(),
      unusable: this.#unusable.reasons,
      pathsFrom: 'module',
      files: this.#files.byPath(),
    };
  }

  #addLine(text: string): void {
    // Profiles that were put together have the first line of each.
    if (text.startsWith('mode:')) return;
    // Read from the right, since the path may hold colons and spaces.
    const [block, count] = cutLast(text.trimEnd(), ' ');
    const [place, statements] = cutLast(block, ' ');
    const [path, range] = cutLast(place, ':');
    const [start, end] = cutFirst(range, ',');
    const [line, column] = cutFirst(start, '.');
    const [endLine] = cutFirst(end, '.');
    const first = parseLineNumber(line);
    const last = parseLineNumber(endLine);
    const isCovered = parseHits(count, 'the count of a block') > 0;
    const weight = checkWeight(parseCount(statements, 'the statements of a block'));
    const file = this.#files.open(path);
    file.statements.add(first, `${column},${end}`, isCovered, weight);
    if (last < first) this.#leaveOutLines(path, file);
    // The body of a function that is empty is a block, and no code.
    else if (weight > 0) file.addRange(first, last, isCovered);
  }

  /** A `//line` directive gives the lines of another file, so that no line of this one is certain. */
  #leaveOutLines(path: string, file: FileCoverage): void {
    file.forgetLines();
    this.#unusable.note(
      'lines',
      `has blocks of ${path.slice(0, 200)} that end before they start, as //line directives make them`,
    );
  }
}

function checkWeight(statements: number): number {
  if (statements <= MAX_WEIGHT) return statements;
  throw new ReportError(
    `has a block of ${statements} statements, where ${MAX_WEIGHT} is the limit`,
  );
}
