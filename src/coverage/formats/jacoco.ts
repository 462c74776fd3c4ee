import type { Count, CountedMetric } from '../model/counts.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { normalisePath } from '../model/paths.js';
import { ReportError } from '../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import { parseCount, parseLineNumber } from '../read/number.js';
import {
  readXmlHead,
  requireAttribute,
  type XmlAttributes,
  type XmlHandlers,
  XmlReader,
} from '../read/xml.js';

/** JaCoCo's XML report, of one module or of groups of modules. */
export const jacoco: ReportFormat = {
  name: 'jacoco',
  detect: (head) => readXmlHead(head)?.root === 'report',
  createParser: (memory) => new JacocoParser(memory),
};

const METRICS: ReadonlyMap<string | undefined, CountedMetric> = new Map([
  ['INSTRUCTION', 'instructions'],
  ['BRANCH', 'branches'],
  ['LINE', 'lines'],
  ['METHOD', 'functions'],
]);

class JacocoParser implements ReportParser, XmlHandlers {
  readonly #xml = new XmlReader(this);
  readonly #files: FileSet;
  readonly #declared = new Map<CountedMetric, Count>();
  #project: string | undefined;
  /** Names of the groups around the current element. */
  readonly #groups: string[] = [];
  /** The directory of the files, from a source root that the report does not tell. */
  #package = '';
  #file: FileCoverage | undefined;
  /** The counters of the file itself, and whether they are all that there is of it. */
  #fileCounters = new Map<CountedMetric, Count>();
  #isCountsOnly = false;
  #class: XmlAttributes = {};
  #method: XmlAttributes | undefined;

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): Report {
    this.#xml.end();
    const isOfGcovr = this.#project === 'GCOVR report';
    return {
      tool: isOfGcovr ? 'gcovr' : 'JaCoCo',
      mainMetric: isOfGcovr ? 'lines' : 'instructions',
      declaredTotals: this.#declared,
      project: isOfGcovr ? undefined : this.#project,
      pathsFrom: 'package',
      files: this.#files.byPath(),
    };
  }

  openElement(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'line') this.#addLine(attributes);
    else if (name === 'counter') this.#addCounter(attributes, depth);
    else if (name === 'method') this.#method = attributes;
    else if (name === 'class') this.#class = attributes;
    else if (name === 'sourcefile')
      this.#file = this.#openFile(requireAttribute(attributes, 'name'));
    else if (depth === 1) this.#project = attributes['name'];
    else if (name === 'package') this.#package = requireAttribute(attributes, 'name');
    else if (name === 'group') this.#groups.push(requireAttribute(attributes, 'name'));
  }

  closeElement(name: string): void {
    if (name === 'method') this.#method = undefined;
    else if (name === 'sourcefile') this.#closeFile();
    else if (name === 'group') this.#groups.pop();
  }

  #openFile(name: string): FileCoverage {
    // Modules can have files of the same name, which the groups tell apart.
    const sourceName = normalisePath(this.#package === '' ? name : `${this.#package}/${name}`);
    const file = this.#files.open([...this.#groups, sourceName].join('/'));
    file.sourceName = sourceName;
    return file;
  }

  #addLine(attributes: XmlAttributes): void {
    if (this.#file === undefined) return;
    const line = parseLineNumber(attributes['nr']);
    const { ci, mi, cb, mb } = attributes;
    if (ci === undefined && mi === undefined) {
      this.#isCountsOnly = true;
      return;
    }
    const instructions = parseTally(ci, mi);
    const branches = parseTally(cb, mb);
    this.#file.lines.add(line, instructions.covered > 0);
    this.#file.instructions.add(line, instructions);
    if (branches.total > 0) this.#file.branches.tallies.add(line, branches);
  }

  /** gcovr does not say of a line whether it ran: then a file has only its counters. */
  #closeFile(): void {
    if (this.#file !== undefined && this.#isCountsOnly) {
      if (this.#file.fileTotals !== undefined) {
        throw new ReportError('counts a file twice without what was covered of its lines');
      }
      if (this.#fileCounters.size === 0) {
        throw new ReportError('has lines of a file without what was covered of them');
      }
      this.#file.fileTotals = this.#fileCounters;
    }
    this.#file = undefined;
    this.#isCountsOnly = false;
    this.#fileCounters = new Map();
  }

  /**
   * The same instructions are counted at every level, from method to report. Only the report's own
   * counters are totals; those of a method tell whether it ran.
   */
  #addCounter(attributes: XmlAttributes, depth: number): void {
    const metric = METRICS.get(attributes['type']);
    if (metric === undefined) return;
    const count = parseTally(attributes['covered'], attributes['missed']);
    if (depth === 2) this.#declare(metric, count);
    if (this.#file !== undefined) this.#fileCounters.set(metric, count);
    if (metric === 'functions' && this.#method !== undefined) this.#addMethod(this.#method, count);
  }

  #declare(metric: CountedMetric, count: Count): void {
    if (this.#declared.has(metric)) throw new ReportError(`has its total of ${metric} twice`);
    this.#declared.set(metric, count);
  }

  #addMethod(method: XmlAttributes, count: Count): void {
    const source = this.#class['sourcefilename'];
    if (source === undefined) return;
    const name = ['name', 'desc'].map((part) => requireAttribute(method, part)).join('');
    const qualified = `${requireAttribute(this.#class, 'name')}.${name}`;
    this.#openFile(source).functions.named.add(0, qualified, count.covered > 0);
  }
}

function parseTally(covered: string | undefined, missed: string | undefined): Count {
  const count = parseCount(covered, 'a covered counter');
  return { covered: count, total: count + parseCount(missed, 'a missed counter') };
}
