import { PhpUnitMethods } from './phpunit-methods.js';
import type { Count, CountedMetric } from '../model/counts.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import {
  checkCount,
  parseCount,
  parseHits,
  parseLineNumber,
  UnusableMetrics,
} from '../read/number.js';
import {
  readXmlHead,
  requireAttribute,
  type XmlAttributes,
  type XmlHandlers,
  XmlReader,
} from '../read/xml.js';

/** Clover's XML, as PHPUnit, Istanbul and OpenClover write it. */
export const clover: ReportFormat = {
  name: 'clover',
  detect(head) {
    const xml = readXmlHead(head);
    if (xml?.root !== 'coverage') return false;
    // Cobertura has the same root element; PHPUnit leaves out the attribute `clover`.
    return (
      'clover' in xml.attributes || 'generated' in xml.attributes || xml.firstChild === 'project'
    );
  },
  createParser: (memory) => new CloverParser(memory),
};

/** Our names, and those in `metrics`. Istanbul writes its lines as statements. */
const METRICS: readonly (readonly [CountedMetric, string])[] = [
  ['lines', 'statements'],
  ['branches', 'conditionals'],
  ['functions', 'methods'],
];

class CloverParser implements ReportParser, XmlHandlers {
  readonly #xml = new XmlReader(this);
  readonly #memory: ReportMemory;
  readonly #files: FileSet;
  readonly #unusable = new UnusableMetrics();
  readonly #declared = new Map<CountedMetric, Count>();
  #hasProject = false;
  #isIstanbul = false;
  #isTestCode = false;
  #isPhpUnit = true;
  #file: FileCoverage | undefined;
  #methods: PhpUnitMethods;

  constructor(memory: ReportMemory) {
    this.#memory = memory;
    this.#files = new FileSet(memory);
    this.#methods = new PhpUnitMethods(memory);
  }

  write(text: string): void {
    this.#xml.write(text);
  }

  end(): Report {
    this.#xml.end();
    return {
      tool: this.#nameTool(),
      mainMetric: 'lines',
      declaredTotals: this.#declared,
      unusable: this.#unusable.reasons,
      files: this.#files.byPath(),
    };
  }

  openElement(name: string, attributes: XmlAttributes, depth: number): void {
    if (depth === 1) this.#isPhpUnit = !('clover' in attributes);
    else if (name === 'testproject') this.#isTestCode = true;
    else if (this.#isTestCode) return;
    else if (name === 'line') this.#addLine(attributes);
    else if (name === 'file') this.#openFile(attributes);
    else if (name === 'metrics' && depth === 3) this.#addTotals(attributes);
    else if (name === 'metrics' && this.#isPhpUnit)
      this.#methods.addMetrics(attributes['statements']);
    else if (name === 'project') this.#openProject(attributes);
  }

  closeElement(name: string): void {
    if (name === 'testproject') this.#isTestCode = false;
    else if (name === 'file') this.#closeFile();
  }

  #openProject(attributes: XmlAttributes): void {
    if (this.#hasProject) throw new ReportError('has the element project twice');
    this.#hasProject = true;
    this.#isIstanbul = attributes['name'] === 'All files';
  }

  #openFile(attributes: XmlAttributes): void {
    // The name alone is a path in PHPUnit's reports; Istanbul has the path beside it.
    this.#file = this.#files.open(attributes['path'] ?? requireAttribute(attributes, 'name'));
    this.#methods = new PhpUnitMethods(this.#memory);
  }

  #closeFile(): void {
    if (this.#file !== undefined) this.#methods.addLinesTo(this.#file);
    this.#file = undefined;
  }

  #addTotals(attributes: XmlAttributes): void {
    if (this.#declared.size > 0) throw new ReportError('has the metrics of the project twice');
    for (const [metric, name] of METRICS) {
      const texts = [attributes[`covered${name}`], attributes[name]] as const;
      if (metric !== 'lines' && !this.#unusable.accept(metric, texts, name)) continue;
      const covered = parseCount(texts[0], `covered${name}`);
      const count = { covered, total: parseCount(texts[1], name) };
      this.#declared.set(metric, checkCount(count, name));
    }
  }

  #addLine(attributes: XmlAttributes): void {
    if (this.#file === undefined) return;
    const line = parseLineNumber(attributes['num']);
    const { type, count } = attributes;
    if (type === 'method') {
      this.#addMethod(this.#file, line, attributes);
      return;
    }
    // OpenClover's conditions have no count of their own; the statement of the line has it.
    if (count !== undefined) this.#file.lines.add(line, isLineHit(count));
    if (type !== 'cond') return;
    const { truecount, falsecount } = attributes;
    if (!this.#unusable.accept('branches', [truecount, falsecount], 'ways of a condition')) return;
    this.#file.branches.tallies.add(line, this.#parseCondition(attributes));
  }

  #addMethod(file: FileCoverage, line: number, { name = '', count }: XmlAttributes): void {
    const isHit = isLineHit(count);
    file.functions.named.add(line, name, isHit);
    if (this.#isPhpUnit) this.#methods.add(line, isHit);
  }

  /** Istanbul writes how many branches were taken and how many not; OpenClover how often each. */
  #parseCondition({ truecount, falsecount }: XmlAttributes): Count {
    const yes = parseHits(truecount, 'truecount');
    const no = parseHits(falsecount, 'falsecount');
    if (this.#isIstanbul) return { covered: yes, total: yes + no };
    return { covered: Number(yes > 0) + Number(no > 0), total: 2 };
  }

  #nameTool(): string {
    if (this.#isIstanbul) return 'Istanbul';
    return this.#isPhpUnit ? 'PHPUnit' : 'Clover';
  }
}

function isLineHit(count: string | undefined): boolean {
  return parseHits(count, 'the count of a line') > 0;
}
