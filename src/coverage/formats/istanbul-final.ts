import { isJsonObject, type JsonObject } from '../../base/json.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';
import { asArray, asObject, jsonFormat, type JsonReport } from '../read/json.js';
import { checkLineNumber, checkWhole, UnusableMetrics } from '../read/number.js';

/** Istanbul's `coverage-final.json` (reporter `json`), also of Jest, Vitest, nyc and c8. */
export const istanbulFinal = jsonFormat({
  name: 'istanbul-final',
  // Some versions put all of a file below `data`.
  detect: (keys) =>
    keys.some(([, second, third]) => isMarker(second) || (second === 'data' && isMarker(third))),
  createReport: (memory) => new IstanbulFinal(memory),
});

function isMarker(key: string | undefined): boolean {
  return key === 'statementMap' || key === 'fnMap';
}

class IstanbulFinal implements JsonReport {
  readonly #files: FileSet;
  readonly #unusable = new UnusableMetrics();

  constructor(memory: ReportMemory) {
    this.#files = new FileSet(memory);
  }

  isContainer(path: readonly string[]): boolean {
    return path.length === 0;
  }

  takePart(name: string, value: unknown): void {
    const outer = asObject(value, name);
    const report = isJsonObject(outer['data']) ? outer['data'] : outer;
    const file = this.#files.open(name);
    addStatements(file, report);
    addFunctions(file, report, this.#unusable);
    addBranches(file, report, this.#unusable);
  }

  finish(): Report {
    return {
      tool: 'Istanbul',
      mainMetric: 'lines',
      declaredTotals: new Map(),
      unusable: this.#unusable.reasons,
      files: this.#files.byPath(),
    };
  }
}

/** Where something stands. The name is unique among things of its kind on that line. */
interface Place {
  readonly line: number;
  readonly name: string;
}

/** Tells things in one place apart: code that was made by a tool has several there. */
class Places {
  readonly #met = new Map<string, number>();

  /** The name of the next thing in a place. */
  name({ line, name }: Place): string {
    const place = `${line}.${name}`;
    const before = this.#met.get(place) ?? 0;
    this.#met.set(place, before + 1);
    return before === 0 ? name : `${name} ${before}`;
  }
}

/** A line is that on which a statement starts, as Istanbul has it. */
function addStatements(file: FileCoverage, report: JsonObject): void {
  const statements = asObject(report['statementMap'], 'statementMap');
  const hits = asObject(report['s'], 's');
  const lost = findLost(statements, hits);
  if (lost !== undefined) throw new ReportError(lost);
  const places = new Places();
  for (const [id, value] of Object.entries(hits)) {
    const place = parsePlace(statements[id]);
    const isHit = checkWhole(value, 'the hits of a statement') > 0;
    file.lines.add(place.line, isHit);
    file.statements.add(place.line, places.name(place), isHit);
  }
}

function addFunctions(file: FileCoverage, report: JsonObject, unusable: UnusableMetrics): void {
  const functions = asObject(report['fnMap'], 'fnMap');
  const hits = asObject(report['f'], 'f');
  const lost = findLost(functions, hits);
  if (lost !== undefined) unusable.note('functions', lost);
  const places = new Places();
  for (const [id, value] of Object.entries(hits)) {
    const what = 'the hits of a function';
    if (!unusable.accept('functions', [value], what)) continue;
    const place = findEntryPlace(functions[id], id);
    file.functions.named.add(place.line, places.name(place), checkWhole(value, what) > 0);
  }
}

/** Each branch has several ways out, told by their order: some have no place of their own. */
function addBranches(file: FileCoverage, report: JsonObject, unusable: UnusableMetrics): void {
  const branches = asObject(report['branchMap'], 'branchMap');
  const hits = asObject(report['b'], 'b');
  const lost = findLost(branches, hits);
  if (lost !== undefined) unusable.note('branches', lost);
  const places = new Places();
  for (const [id, value] of Object.entries(hits)) {
    const ways = asArray(value, 'ways of a branch');
    const what = 'the hits of a branch';
    if (!unusable.accept('branches', ways, what)) continue;
    const branch = branches[id];
    const { line, name } = findEntryPlace(branch, id);
    const type = isJsonObject(branch) ? String(branch['type']) : '';
    const place = places.name({ line, name: `${name} ${type}` });
    for (const [index, way] of ways.entries()) {
      file.branches.named.add(line, `${place} ${index}`, checkWhole(way, what) > 0);
    }
  }
}

/** What a map lists that has no hits: what it would count is not known. */
function findLost(map: JsonObject, hits: JsonObject): string | undefined {
  const id = Object.keys(map).find((key) => !Object.hasOwn(hits, key));
  return id === undefined ? undefined : `has no hits of what a map lists as ${id.slice(0, 40)}`;
}

/**
 * The place of a function or branch. Istanbul counts what has hits, also where its map has no entry
 * or one without a place; the id tells it apart then.
 */
function findEntryPlace(entry: unknown, id: string): Place {
  const loc = isJsonObject(entry) ? entry['loc'] : undefined;
  return isJsonObject(loc) ? parsePlace(loc) : { line: 0, name: `id ${id}` };
}

function parsePlace(value: unknown): Place {
  const { start, end } = asObject(value, 'place in a map');
  const from = asObject(start, 'start');
  const to = asObject(end, 'end');
  const name = `${String(from['column'])}-${String(to['line'])}.${String(to['column'])}`;
  return { line: checkLineNumber(from['line']), name };
}
