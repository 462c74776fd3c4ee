import { ReportError } from '../model/report-error.js';

/**
 * Decodes the bytes of a text file piece by piece: UTF-8, or UTF-16 when a byte order mark says so,
 * as PowerShell's `>` writes it. The mark itself is left out.
 */
export class TextFileDecoder {
  #start: Uint8Array | undefined = new Uint8Array(0);
  #decoder: PieceDecoder = new Utf8Decoder();

  /** @throws ReportError when the bytes are not text in that encoding. */
  decode(bytes: Uint8Array): string {
    if (this.#start === undefined) return this.#decoder.decode(bytes);
    const start = Buffer.concat([this.#start, bytes]);
    // The longest mark has three bytes.
    if (start.length < 3) {
      this.#start = start;
      return '';
    }
    return this.#begin(start);
  }

  /** The rest. @throws ReportError when the bytes end inside a character. */
  end(): string {
    const begun = this.#start === undefined ? '' : this.#begin(this.#start);
    return begun + this.#decoder.end();
  }

  #begin(start: Uint8Array): string {
    this.#start = undefined;
    const [first, second, third] = start;
    if (first === 0xff && second === 0xfe) this.#decoder = new Utf16Decoder('utf-16le');
    if (first === 0xfe && second === 0xff) this.#decoder = new Utf16Decoder('utf-16be');
    const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
    return this.#decoder.decode(isMarked ? start.subarray(3) : start);
  }
}

/** UTF-8: a byte from here up to the next starts no character, or one of so many bytes. */
const FOLLOWER = 0x80;

const LEAD_OF_TWO = 0xc0;

const LEAD_OF_THREE = 0xe0;

const LEAD_OF_FOUR = 0xf0;

interface PieceDecoder {
  decode(bytes: Uint8Array): string;
  end(): string;
}

class Utf16Decoder implements PieceDecoder {
  readonly #decoder;

  constructor(encoding: 'utf-16le' | 'utf-16be') {
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  decode(bytes: Uint8Array): string {
    return refuseInvalid('UTF-16', () => this.#decoder.decode(bytes, { stream: true }));
  }

  end(): string {
    return refuseInvalid('UTF-16', () => this.#decoder.decode());
  }
}

/**
 * Gives whole characters to a decoder that does not stream: Node decodes that way several times
 * faster, and to strings of half the size where all is ASCII.
 */
class Utf8Decoder implements PieceDecoder {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #rest: Uint8Array = new Uint8Array(0);

  decode(bytes: Uint8Array): string {
    const known = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const length = findIncomplete(known);
    this.#rest = known.slice(length);
    return refuseInvalid('UTF-8', () => this.#decoder.decode(known.subarray(0, length)));
  }

  end(): string {
    return refuseInvalid('UTF-8', () => this.#decoder.decode(this.#rest));
  }
}

/** Where a character starts that goes on behind the bytes; their length when there is none. */
function findIncomplete(bytes: Uint8Array): number {
  const tail = [...bytes.subarray(-3)].reverse();
  const back = tail.findIndex((byte) => byte < FOLLOWER || byte >= LEAD_OF_TWO) + 1;
  const missing = tail.slice(back - 1, back).some((lead) => back < lengthOf(lead));
  return missing ? bytes.length - back : bytes.length;
}

/** Bytes of the character that starts with this one. */
function lengthOf(first: number): number {
  if (first >= LEAD_OF_FOUR) return 4;
  if (first >= LEAD_OF_THREE) return 3;
  return first >= LEAD_OF_TWO ? 2 : 1;
}

function refuseInvalid(encoding: string, decode: () => string): string {
  try {
    return decode();
  } catch (cause) {
    throw new ReportError(`is not valid ${encoding} text`, { cause });
  }
}
