import type { CountedMetric, Totals } from './counts.js';
import type { FileCoverage } from './file-coverage.js';
import type { FormatName } from './format-names.js';
import type { ReportMemory } from './memory.js';
import type { Metric } from './result.js';

/** A coverage report as counts; percentages that it states are not kept. */
export interface Report {
  /** What wrote it, such as `coverage.py 7.16.2`; the name of the format where it does not say. */
  readonly tool: string;
  /** What `auto` stands for: the number that the tool itself puts first. */
  readonly headline: Metric;
  /** Totals that the producer computed and wrote down; empty when it did not. */
  readonly declared: Totals;
  /**
   * What the format can list files in, so that a union is not taken for one of all reports when some
   * have no say in it. Absent: all metrics.
   */
  readonly carries?: readonly CountedMetric[];
  /** Why files can be absent from the body, where the tool is known to lose some. */
  readonly knownLoss?: string;
  /** By path, as the report has it. */
  readonly files: ReadonlyMap<string, FileCoverage>;
}

/** Reads one report from its text. After an error it must not be used further. */
export interface ReportParser {
  /**
   * Takes the next piece of the text.
   * @throws ReportError when the report cannot be used.
   */
  write(text: string): void;
  /**
   * Says that the text is complete.
   * @throws ReportError when it is not, as a truncated report.
   */
  end(): Report;
}

/** A kind of report. A new one is a new file that exports one of these, listed in `formats.ts`. */
export interface ReportFormat {
  readonly name: FormatName;
  /**
   * Whether a text that starts with `head` (all of it or its first `HEAD_CHARACTERS`) is of this
   * format. Never by the file's name.
   */
  detect(head: string): boolean;
  createParser(memory: ReportMemory): ReportParser;
}
