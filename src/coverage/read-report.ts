import { TextFileDecoder } from './decode.js';
import { detectFormat, FORMATS, HEAD_CHARACTERS } from './formats.js';
import { type LineBudget, MAX_REPORT_BYTES } from './limits.js';
import { ReportError } from './report-error.js';
import type { Report, ReportParser } from './report.js';

/**
 * Reads a report piece by piece, as whatever format its content is.
 * @param chunks The bytes of the file, in order.
 * @param budget What all reports of the run may hold together.
 * @throws ReportError when it is no report, or not one that can be trusted.
 */
export async function readReport(
  chunks: AsyncIterable<Uint8Array>,
  budget: LineBudget,
  maxBytes = MAX_REPORT_BYTES,
): Promise<Report> {
  const decoder = new TextFileDecoder();
  const parser = new DetectingParser(budget);
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
  readonly #budget: LineBudget;
  #head = '';
  #parser: ReportParser | undefined;

  constructor(budget: LineBudget) {
    this.#budget = budget;
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
    return (this.#parser ?? this.#start()).end();
  }

  #start(): ReportParser {
    if (this.#head.trim() === '') throw new ReportError('is empty');
    const format = detectFormat(this.#head);
    if (format === undefined) {
      const known = FORMATS.map(({ name }) => name).join(', ');
      throw new ReportError(`is not a coverage report of a known format (${known})`);
    }
    this.#parser = format.createParser(this.#budget);
    this.#parser.write(this.#head);
    this.#head = '';
    return this.#parser;
  }
}
