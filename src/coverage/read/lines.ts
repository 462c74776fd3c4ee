import { MAX_TOKEN_CHARACTERS } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';

const CARRIAGE_RETURN = 13;

/**
 * Takes a line that is not empty: `text` from `start` up to `end`, without its line end. It is not
 * cut out, since reports have lines by the million, most of which can be read where they are.
 */
type LineHandler = (text: string, start: number, end: number) => void;

/** Cuts text that comes in pieces into lines. */
export class LineSplitter {
  readonly #take: LineHandler;
  #rest = '';
  #number = 0;

  constructor(take: LineHandler) {
    this.#take = take;
  }

  /** @throws ReportError when a line is too long, or from the handler, with the line's number. */
  write(text: string): void {
    const first = text.indexOf('\n');
    if (first === -1) this.#rest += text;
    else {
      this.#giveAll(`${this.#rest}${text.slice(0, first + 1)}`);
      this.#giveAll(text, first + 1);
    }
    if (this.#rest.length > MAX_TOKEN_CHARACTERS) {
      throw new ReportError(`has a line of more than ${MAX_TOKEN_CHARACTERS} characters`);
    }
  }

  end(): void {
    this.#giveAll(`${this.#rest}\n`);
  }

  /** Gives the lines of `text` from `from`, and keeps what has no end yet. */
  #giveAll(text: string, from = 0): void {
    let start = from;
    try {
      for (let end = text.indexOf('\n', start); end !== -1; end = text.indexOf('\n', start)) {
        this.#number += 1;
        const last = text.charCodeAt(end - 1) === CARRIAGE_RETURN ? end - 1 : end;
        if (last > start) this.#take(text, start, last);
        start = end + 1;
      }
    } catch (cause) {
      if (!(cause instanceof ReportError)) throw cause;
      throw new ReportError(`${cause.message} (line ${this.#number})`, { cause });
    }
    this.#rest = text.slice(start);
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
