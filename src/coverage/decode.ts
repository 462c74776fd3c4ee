import { ReportError } from './report-error.js';

/**
 * Decodes the bytes of a text file piece by piece: UTF-8, or UTF-16 when a byte order mark says so,
 * as PowerShell's `>` writes it. The mark itself is left out.
 */
export class TextFileDecoder {
  #start: Uint8Array | undefined = new Uint8Array(0);
  #decoder = createDecoder('utf-8');

  /** @throws ReportError when the bytes are not text in that encoding. */
  decode(bytes: Uint8Array): string {
    if (this.#start === undefined) return this.#run(bytes);
    const start = Buffer.concat([this.#start, bytes]);
    // The mark of UTF-16 has two bytes; one alone does not tell yet.
    if (start.length < 2) {
      this.#start = start;
      return '';
    }
    this.#start = undefined;
    this.#decoder = createDecoder(detectEncoding(start));
    return this.#run(start);
  }

  /** The rest. @throws ReportError when the bytes end inside a character. */
  end(): string {
    return this.#run(this.#start ?? new Uint8Array(0), false);
  }

  #run(bytes: Uint8Array, stream = true): string {
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch (cause) {
      throw new ReportError(`is not valid ${this.#decoder.encoding.toUpperCase()} text`, { cause });
    }
  }
}

function createDecoder(encoding: string) {
  return new TextDecoder(encoding, { fatal: true });
}

function detectEncoding(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
