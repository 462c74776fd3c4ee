import { SaxesParser } from 'saxes';
import { MAX_DEPTH, MAX_TOKEN_CHARACTERS } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';

export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/** What a format does with the parts of a document. `depth` of the root element is 1. */
export interface XmlHandlers {
  openElement(name: string, attributes: XmlAttributes, depth: number): void;
  closeElement(name: string, depth: number): void;
  text?(text: string): void;
  comment?(text: string): void;
}

/**
 * Reads XML as data only: the first error ends it, no entity of a DTD is expanded and nothing is
 * fetched. What it buffers is bounded, whatever the document says.
 */
export class XmlReader {
  readonly #handlers: XmlHandlers;
  readonly #saxes = new SaxesParser({ xmlns: false });
  #depth = 0;
  #sinceElement = 0;

  constructor(handlers: XmlHandlers) {
    this.#handlers = handlers;
    this.#saxes.on('opentag', (tag) => {
      this.#open(tag.name, tag.attributes);
    });
    this.#saxes.on('closetag', (tag) => {
      this.#close(tag.name);
    });
    if (handlers.text !== undefined) this.#saxes.on('text', handlers.text.bind(handlers));
    if (handlers.comment !== undefined) this.#saxes.on('comment', handlers.comment.bind(handlers));
  }

  /** @throws ReportError when the document is not well-formed or beyond a limit. */
  write(text: string): void {
    this.#sinceElement += text.length;
    rethrowAsReportError(() => this.#saxes.write(text));
    if (this.#sinceElement > MAX_TOKEN_CHARACTERS) {
      throw new ReportError(
        `has more than ${MAX_TOKEN_CHARACTERS} characters in one piece of text or markup`,
      );
    }
  }

  /** Gives no further text: the white space between elements is most of what there is. */
  ignoreText(): void {
    this.#saxes.off('text');
  }

  /** @throws ReportError when the document is not complete. */
  end(): void {
    rethrowAsReportError(() => this.#saxes.close());
  }

  #open(name: string, attributes: XmlAttributes): void {
    this.#sinceElement = 0;
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new ReportError(`has elements nested more than ${MAX_DEPTH} deep`);
    }
    this.#handlers.openElement(name, attributes, this.#depth);
  }

  #close(name: string): void {
    this.#handlers.closeElement(name, this.#depth);
    this.#depth -= 1;
  }
}

function rethrowAsReportError(parse: () => unknown): void {
  try {
    parse();
  } catch (cause) {
    if (!(cause instanceof Error) || cause instanceof ReportError) throw cause;
    throw new ReportError(`is not well-formed XML (${cause.message})`, { cause });
  }
}

/** @throws ReportError when the element does not have it. */
export function requireAttribute(attributes: XmlAttributes, name: string): string {
  const value = attributes[name];
  if (value === undefined) throw new ReportError(`has an element without its attribute ${name}`);
  return value;
}

/** The root element of a document that may still go on, and the first element inside it. */
interface XmlHead {
  readonly root: string;
  readonly attributes: XmlAttributes;
  readonly firstChild: string | undefined;
}

/** What the start of a text says, or `undefined` when no element starts in it. */
export function readXmlHead(head: string): XmlHead | undefined {
  const elements: { readonly name: string; readonly attributes: XmlAttributes }[] = [];
  const saxes = new SaxesParser({ xmlns: false });
  // What can be read tells the format even so; the error is the parser's to report.
  saxes.on('error', () => undefined);
  saxes.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
  saxes.write(head);
  const [root, firstChild] = elements;
  if (root === undefined) return undefined;
  return { root: root.name, attributes: root.attributes, firstChild: firstChild?.name };
}
