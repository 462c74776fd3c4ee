import { type Count, type CountedMetric, countOf, type Totals } from '../model/counts.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import { copyString, type ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report, ReportFormat, ReportParser } from '../model/report.js';
import type { Tally } from '../model/tally-table.js';
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

/** Different texts that are remembered; real reports have a few hundred. */
const MAX_REMEMBERED = 4096;

/**
 * Reads the branches of a line from `condition-coverage`, such as `50% (1/2)`, and coverage.py's
 * `missing-branches`, such as `7,exit`. The percentage is rounded by each tool in its own way; only
 * the pair counts. Few texts fill a report, so results are shared: without that, 200 MB take 1.3
 * times the time and twice the memory (319 MB instead of 164 MB).
 */
class ConditionParser {
  readonly #remembered = new Map<string, Tally | undefined>();

  /**
   * The branches, or `undefined` when the text has no pair.
   * @throws ReportError when more are taken than there are.
   */
  parse(condition: string, missing: string | undefined): Tally | undefined {
    const key = missing === undefined ? condition : `${condition} ${missing}`;
    const known = this.#remembered.get(key);
    if (known !== undefined) return known;
    const tally = parseCondition(condition, missing);
    if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(copyString(key), tally);
    return tally;
  }
}

function parseCondition(condition: string, missing: string | undefined): Tally | undefined {
  const pair = /\((\d{1,9})\/(\d{1,9})\)/.exec(condition);
  if (pair === null) return undefined;
  const count = checkCount(
    { covered: Number(pair[1]), total: Number(pair[2]) },
    'branches of a line',
  );
  if (missing === undefined) return count;
  return { ...count, missing: missing.split(',').map((branch) => copyString(branch.trim())) };
}

/**
 * Cobertura's XML, as coverage.py, Istanbul, coverlet, gcovr, tarpaulin, PHPUnit and Cobertura
 * itself write it. The rates in it are rounded, by each tool in its own way, and are never read.
 */
export const cobertura: ReportFormat = {
  name: 'cobertura',
  detect(head) {
    const xml = readXmlHead(head);
    if (xml?.root !== 'coverage') return false;
    // Clover has the same root element.
    return (
      !('generated' in xml.attributes || 'clover' in xml.attributes) && xml.firstChild !== 'project'
    );
  },
  createParser: (memory) => new CoberturaParser(memory),
};

const ISTANBUL_VERSION = '0.1';

/** By the version that they always state. */
const TOOLS: ReadonlyMap<string, string> = new Map([
  [ISTANBUL_VERSION, 'Istanbul'],
  ['0.4', 'PHPUnit'],
]);

/** Files that tools are known to leave out of the body, not of the totals. */
const LOSSES: ReadonlyMap<string, string> = new Map([
  ['coverage.py', 'coverage.py drops a file when two source roots hold the same relative path'],
  ['gcovr', 'gcovr drops a file when two names differ only in punctuation'],
  ['PHPUnit', 'PHPUnit leaves out code that is in no class or function'],
]);

const ISTANBUL_CURE =
  'Istanbul does not escape file names in this format (istanbuljs#857): use its lcov or json-summary reporter';

class CoberturaParser implements ReportParser, XmlHandlers {
  readonly #xml = new XmlReader(this);
  readonly #files: FileSet;
  readonly #conditions = new ConditionParser();
  readonly #sources: string[] = [];
  readonly #unusable = new UnusableMetrics();
  readonly #repeats = new RepeatedLines();
  #root: XmlAttributes = {};
  #isCoveragePy = false;
  #source: string | undefined;
  #file: FileCoverage | undefined;
  #isInMethods = false;

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  write(text: string): void {
    this.#explain(() => {
      this.#xml.write(text);
    });
  }

  end(): Report {
    this.#explain(() => {
      this.#xml.end();
    });
    const declared = parseRootTotals(this.#root, this.#unusable);
    const [lost] = this.#unusable.reasons.values();
    // Its headline is of lines and branches together, of which nothing is left then.
    if (this.#isCoveragePy && lost !== undefined) throw new ReportError(lost);
    const hasBranches = countOf(declared, 'branches').total > 0 || hasBranchRate(this.#root);
    const isCombined = this.#isCoveragePy && hasBranches;
    const tool = nameTool(this.#root, this.#isCoveragePy);
    const knownLoss = this.#repeats.explain(declared) ?? LOSSES.get(tool.replace(/ .*/, ''));
    return {
      tool,
      mainMetric: isCombined ? 'combined' : 'lines',
      declaredTotals: declared,
      unmeasured: this.#isCoveragePy && !hasBranches ? ['branches'] : [],
      unusable: this.#unusable.reasons,
      knownLoss,
      sources: this.#sources,
      files: this.#files.byPath(),
    };
  }

  openElement(name: string, attributes: XmlAttributes, depth: number): void {
    if (name === 'line') this.#addLine(attributes);
    else if (depth === 1) this.#root = attributes;
    else if (name === 'class') this.#openClass(attributes);
    else if (name === 'methods') this.#isInMethods = true;
    else if (name === 'source') this.#source = '';
  }

  closeElement(name: string): void {
    if (name === 'class') this.#file = undefined;
    else if (name === 'methods') this.#isInMethods = false;
    else if (name === 'source') this.#closeSource();
    else if (name === 'sources') this.#xml.ignoreText();
  }

  text(text: string): void {
    if (this.#source !== undefined) this.#source += text;
  }

  comment(text: string): void {
    if (text.includes('Generated by coverage.py')) this.#isCoveragePy = true;
  }

  #openClass(attributes: XmlAttributes): void {
    this.#file = this.#files.open(requireAttribute(attributes, 'filename'));
  }

  /** Lines of methods are left out: some tools repeat the lines of the class in them. */
  #addLine(attributes: XmlAttributes): void {
    if (this.#file === undefined || this.#isInMethods) return;
    const line = parseLineNumber(attributes['number']);
    const isHit = parseHits(attributes['hits'], 'the hits of a line') > 0;
    this.#repeats.add(isHit);
    this.#file.lines.add(line, isHit);
    const condition = attributes['condition-coverage'];
    if (condition === undefined) return;
    const tally = this.#conditions.parse(condition, attributes['missing-branches']);
    if (tally !== undefined) this.#file.branches.tallies.add(line, tally);
    else if (/\((?:.*NaN|-|.*\/-)/.test(condition))
      this.#unusable.note('branches', `states ${condition.slice(0, 40)} of the branches of a line`);
  }

  #closeSource(): void {
    const source = this.#source?.trim();
    if (source !== undefined && source !== '') this.#sources.push(source);
    this.#source = undefined;
  }

  /** Adds the cure where it is known why a tool writes XML that is not well-formed. */
  #explain(read: () => void): void {
    try {
      read();
    } catch (cause) {
      if (!(cause instanceof ReportError) || this.#root['version'] !== ISTANBUL_VERSION)
        throw cause;
      throw new ReportError(`${cause.message}; ${ISTANBUL_CURE}`, { cause });
    }
  }
}

/** The lines of all classes as they are listed: gcovr lists one for each function that it is in. */
class RepeatedLines {
  #covered = 0;
  #total = 0;

  add(isHit: boolean): void {
    this.#total += 1;
    if (isHit) this.#covered += 1;
  }

  /** The cause, where the declared total is that of the lines with their repetitions. */
  explain(declared: Totals): string | undefined {
    const { covered, total } = countOf(declared, 'lines');
    if (total === 0 || covered !== this.#covered || total !== this.#total) return undefined;
    return 'the total has a line once for each function that it is in, such as the instantiations of a template, and the files have it once';
  }
}

/** coverage.py states a rate of 1 where it measured branches and there are none, and else of 0. */
function hasBranchRate({ 'branch-rate': rate = '0' }: XmlAttributes): boolean {
  return Number(rate) > 0;
}

/** The version is the DTD's, or a constant that tells the tool. */
function nameTool(root: XmlAttributes, isCoveragePy: boolean): string {
  const { version = '' } = root;
  if (isCoveragePy) return `coverage.py ${version}`.trim();
  if (version.startsWith('gcovr')) return version;
  // Others state coverlet's version too, and a complexity, which coverlet does not.
  if (version === '1.9') return 'complexity' in root ? 'Cobertura' : 'coverlet';
  return TOOLS.get(version) ?? 'Cobertura';
}

/** The root's totals. Cobertura's first DTD has none; some tools still write it. */
function parseRootTotals(root: XmlAttributes, unusable: UnusableMetrics): Totals {
  const totals = new Map<CountedMetric, Count>();
  for (const metric of ['lines', 'branches'] as const) {
    const covered = root[`${metric}-covered`];
    const total = root[`${metric}-valid`];
    if (covered === undefined || total === undefined) continue;
    if (metric === 'branches' && !unusable.accept(metric, [covered, total], 'branches')) continue;
    const count = {
      covered: parseCount(covered, `${metric}-covered`),
      total: parseCount(total, `${metric}-valid`),
    };
    totals.set(metric, checkCount(count, metric));
  }
  return totals;
}
