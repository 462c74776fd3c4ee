import { MAX_TOKEN_CHARACTERS } from './limits.js';
import { ReportError } from './report-error.js';

/** Cuts text that comes in pieces into lines. */
export class LineSplitter {
  readonly #take: (line: string) => void;
  #rest = '';
  #number = 0;

  /** @param take Gets every line that is not empty, without its end. */
  constructor(take: (line: string) => void) {
    this.#take = take;
  }

  /** @throws ReportError when a line is too long. */
  write(text: string): void {
    const end = text.lastIndexOf('\n');
    if (end === -1) this.#rest += text;
    else {
      const lines = this.#rest + text.slice(0, end);
      this.#rest = text.slice(end + 1);
      this.#giveAll(lines.split('\n'));
    }
    if (this.#rest.length > MAX_TOKEN_CHARACTERS) {
      throw new ReportError(`has a line of more than ${MAX_TOKEN_CHARACTERS} characters`);
    }
  }

  end(): void {
    this.#giveAll([this.#rest]);
  }

  #giveAll(lines: readonly string[]): void {
    try {
      for (const line of lines) {
        this.#number += 1;
        const content = line.endsWith('\r') ? line.slice(0, -1) : line;
        if (content !== '') this.#take(content);
      }
    } catch (cause) {
      if (!(cause instanceof ReportError)) throw cause;
      throw new ReportError(`${cause.message} (line ${this.#number})`, { cause });
    }
  }
}

/** The text before the first `separator`, and that after it; all and nothing where there is none. */
export function cutFirst(
  text: string,
  separator: string,
): readonly [before: string, after: string] {
  return cutAt(text, text.indexOf(separator));
}

/** The text before the last `separator`, and that after it; all and nothing where there is none. */
export function cutLast(text: string, separator: string): readonly [before: string, after: string] {
  return cutAt(text, text.lastIndexOf(separator));
}

function cutAt(text: string, index: number): readonly [before: string, after: string] {
  return index === -1 ? [text, ''] : [text.slice(0, index), text.slice(index + 1)];
}
