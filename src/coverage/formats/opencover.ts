import type { Count, CountedMetric, Totals } from '../model/counts.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import { copyString, type ReportMemory, COST } from '../model/limits.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import { checkCount, parseCount, parseHits, parseLineNumber } from '../read/number.js';
import {
  readXmlHead,
  requireAttribute,
  type XmlAttributes,
  type XmlHandlers,
  XmlReader,
} from '../read/xml.js';

/** OpenCover's XML, as OpenCover, coverlet and AltCover write it. */
export const opencover: ReportFormat = {
  name: 'opencover',
  detect: (head) => readXmlHead(head)?.root === 'CoverageSession',
  createParser: (memory) => new OpenCoverParser(memory),
};

/** Where the compiler put code that has no line of source. */
const HIDDEN_LINE = 0xfeefee;

class OpenCoverParser implements ReportParser, XmlHandlers {
  readonly #xml = new XmlReader(this);
  readonly #memory: ReportMemory;
  readonly #files: FileSet;
  /** Paths by the number that points refer to. */
  readonly #paths = new Map<string, string>();
  readonly #method = new MethodState();
  #summary: XmlAttributes = {};
  /** The depth of an element that OpenCover skipped, with all that is in it. */
  #skippedDepth = Infinity;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): Report {
    this.#xml.end();
    return {
      tool: 'OpenCover',
      mainMetric: 'lines',
      declaredTotals: parseSummaryTotals(this.#summary),
      files: this.#files.byPath(),
    };
  }

  openElement(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth > this.#skippedDepth) return;
    if ('skippedDueTo' in attributes) this.#skippedDepth = depth;
    else if (name === 'SequencePoint') this.#addSequencePoint(attributes);
    else if (name === 'BranchPoint') this.#addBranchPoint(attributes);
    else if (name === 'Method') this.#method.open(attributes);
    else if (name === 'FileRef') this.#addMethod(requireAttribute(attributes, 'uid'));
    else if (name === 'File') this.#addFile(attributes);
    else if (name === 'Summary' && depth === 2) this.#summary = attributes;
  }

  closeElement(name: string, depth: number): void {
    if (depth === this.#skippedDepth) this.#skippedDepth = Infinity;
    this.#method.closeElement(name);
  }

  text(text: string): void {
    this.#method.text = text;
  }

  #addFile(attributes: XmlAttributes): void {
    this.#memory.charge(COST.name);
    const path = copyString(requireAttribute(attributes, 'fullPath'));
    this.#paths.set(copyString(requireAttribute(attributes, 'uid')), path);
  }

  #addMethod(fileId: string): void {
    this.#method.fileId = fileId;
    this.#openFile(fileId).functions.named.add(0, this.#method.name, this.#method.isVisited);
  }

  /** A statement, with the lines that it stands on. */
  #addSequencePoint(attributes: XmlAttributes): void {
    const first = parseLineNumber(attributes['sl']);
    if (first === HIDDEN_LINE) return;
    const last = parseLineNumber(attributes['el'] ?? attributes['sl']);
    const isVisited = parseHits(attributes['vc'], 'the visits of a point') > 0;
    const file = this.#openFile(attributes['fileid'] ?? this.#method.fileId);
    const position = ['sc', 'el', 'ec'].map((part) => attributes[part]).join();
    file.statements.add(first, position, isVisited);
    file.addRange(first, last, isVisited);
  }

  #addBranchPoint(attributes: XmlAttributes): void {
    const isVisited = parseHits(attributes['vc'], 'the visits of a point') > 0;
    const file = this.#openFile(attributes['fileid'] ?? this.#method.fileId);
    // Offsets are those of the method's code.
    const place = ['offset', 'ordinal', 'path'].map((part) => attributes[part]).join();
    const line = parseLineNumber(attributes['sl'] ?? '0');
    file.branches.named.add(line, `${this.#method.name} ${place}`, isVisited);
  }

  /** Code without a file of source is counted all the same. */
  #openFile(id: string): FileCoverage {
    return this.#files.open(this.#paths.get(id) ?? '(no source)');
  }
}

/** The method around the current element. */
class MethodState {
  name = '';
  isVisited = false;
  fileId = '';
  text = '';

  open(attributes: XmlAttributes): void {
    this.name = '';
    this.isVisited = attributes['visited'] === 'true';
    this.fileId = '';
  }

  /** The name comes before the file that the method is in. */
  closeElement(element: string): void {
    if (element === 'Name') this.name = this.text;
  }
}

/** `numBranchPoints` counts every method as one more branch, so it is not taken. */
function parseSummaryTotals(summary: XmlAttributes): Totals {
  const { numSequencePoints, visitedSequencePoints } = summary;
  if (numSequencePoints === undefined || numSequencePoints === '0') return new Map();
  const count: Count = {
    covered: parseCount(visitedSequencePoints, 'visitedSequencePoints'),
    total: parseCount(numSequencePoints, 'numSequencePoints'),
  };
  return new Map<CountedMetric, Count>([['statements', checkCount(count, 'sequence points')]]);
}
