import { clover } from './clover.js';
import { cobertura } from './cobertura.js';
import { coveragePyJson } from './coverage-py-json.js';
import { go } from './go.js';
import { istanbulFinal } from './istanbul-final.js';
import { istanbulSummary } from './istanbul-summary.js';
import { jacoco } from './jacoco.js';
import { lcov } from './lcov/lcov.js';
import { opencover } from './opencover.js';
import { simplecovJson, simplecovResultset } from './simplecov.js';
import type { CountedMetric } from '../model/counts.js';
import { MAX_REPORT_BYTES, type ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import {
  FORMAT_METRICS,
  type FormatName,
  type Report,
  type ReportFormat,
  type ReportParser,
} from '../model/report.js';
import { TextFileDecoder } from '../read/decode.js';

/** Every format, in the order in which they are tried. */
export const FORMATS: readonly ReportFormat[] = [
  cobertura,
  jacoco,
  clover,
  opencover,
  lcov,
  go,
  coveragePyJson,
  istanbulSummary,
  istanbulFinal,
  simplecovJson,
  simplecovResultset,
];

/** Characters of a report that are enough to tell its format. */
const HEAD_CHARACTERS = 64 * 1024;

export function detectFormat(head: string): ReportFormat | undefined {
  return FORMATS.find((format) => format.detect(head));
}

interface ReadOptions {
  /** What all reports of the run share. */
  readonly memory: ReportMemory;
  /** The name of the format that the report must have, or `auto` for any. */
  readonly format: FormatName | 'auto';
  readonly maxBytes?: number;
}

/**
 * Reads a report piece by piece.
 * @param chunks The bytes of the file, in order.
 * @throws ReportError when it is no report, or not one that can be trusted.
 */
export async function readReport(
  chunks: AsyncIterable<Uint8Array>,
  { memory, format, maxBytes = MAX_REPORT_BYTES }: ReadOptions,
): Promise<Report> {
  const decoder = new TextFileDecoder();
  const parser = new DetectingParser(memory, format);
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new ReportError(`is larger than ${maxBytes} bytes`);
    parser.write(decoder.decode(chunk));
  }
  parser.write(decoder.end());
  return parser.end();
}

/** Collects the head of a text, and goes on with the parser of the format that it shows. */
class DetectingParser implements ReportParser {
  readonly #memory: ReportMemory;
  readonly #format: FormatName | 'auto';
  #head = '';
  #parser: ReportParser | undefined;
  #carries: readonly CountedMetric[] = [];

  constructor(memory: ReportMemory, format: FormatName | 'auto') {
    this.#memory = memory;
    this.#format = format;
  }

  write(text: string): void {
    if (this.#parser !== undefined) {
      this.#parser.write(text);
      return;
    }
    this.#head += text;
    if (this.#head.length >= HEAD_CHARACTERS) this.#start();
  }

  end(): Report {
    const report = (this.#parser ?? this.#start()).end();
    const { unmeasured = [] } = report;
    return {
      ...report,
      formatMetrics: this.#carries.filter((metric) => !unmeasured.includes(metric)),
    };
  }

  #start(): ReportParser {
    if (this.#head.trim() === '') throw new ReportError('is empty');
    const format = detectFormat(this.#head);
    if (format === undefined) {
      const known = FORMATS.map(({ name }) => name).join(', ');
      throw new ReportError(`is not a coverage report of a known format (${known})`);
    }
    if (this.#format !== 'auto' && this.#format !== format.name) {
      throw new ReportError(`is ${format.name}, while coverage-format is ${this.#format}`);
    }
    this.#carries = FORMAT_METRICS[format.name];
    this.#parser = format.createParser(this.#memory);
    this.#parser.write(this.#head);
    this.#head = '';
    return this.#parser;
  }
}
