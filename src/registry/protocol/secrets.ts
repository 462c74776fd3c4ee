import { renderOneLine } from '../../base/markdown.js';

/** What must not be told to anybody, even where a server says it again in an error. */
export class Secrets {
  readonly #words = new Set<string>();

  /** @param text A password, a token, or the value of an `Authorization` header. */
  keep(text: string): void {
    // What a server says is told on one line.
    const line = renderOneLine(text);
    for (const word of [text, line, text.replace(/^(?:Basic|Bearer) /, '')]) {
      if (word !== '') this.#words.add(word).add(encodeURIComponent(word));
    }
  }

  /** The text without them. The longest go first, since one may be part of another. */
  redact(text: string): string {
    const words = [...this.#words].sort((one, other) => other.length - one.length);
    return words.reduce((rest, word) => rest.replaceAll(word, '***'), text);
  }
}
