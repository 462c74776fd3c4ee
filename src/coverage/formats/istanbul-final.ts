import { isJsonObject, type JsonObject } from '../../base/json.js';
import { type FileCoverage, FileSet } from '../model/file-coverage.js';
import type { ReportMemory } from '../model/limits.js';
import { normalisePath } from '../model/paths.js';
import { ReportError } from '../model/report-error.js';
import type { Report } from '../model/report.js';
import { asArray, asObject, jsonFormat, type JsonReport } from '../read/json.js';
import { checkLineNumber, checkWhole } from '../read/number.js';

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
    addFunctions(file, report);
    addBranches(file, report);
  }

  finish(): Report {
    return {
      tool: 'Istanbul',
      mainMetric: 'lines',
      declaredTotals: new Map(),
      files: this.#files.resolve(normalisePath),
    };
  }
}

/** How often each thing of a map was hit. @throws ReportError when it is not there for all. */
function readHits(
  value: unknown,
  what: string,
  places: JsonObject,
): readonly (readonly [id: string, hits: unknown])[] {
  const hits = asObject(value, what);
  const unknown = Object.keys(places).find((id) => !Object.hasOwn(hits, id));
  if (unknown === undefined) return Object.entries(hits);
  throw new ReportError(`has no hits in ${what} of what it lists as ${unknown.slice(0, 40)}`);
}

/** A line is that on which a statement starts, as Istanbul has it. */
function addStatements(file: FileCoverage, report: JsonObject): void {
  const places = asObject(report['statementMap'], 'statementMap');
  // Code that was made by a tool can have several statements in one place.
  const met = new Map<string, number>();
  for (const [id, hits] of readHits(report['s'], 's', places)) {
    const { line, name } = parsePlace(places[id]);
    const isHit = checkWhole(hits, 'the hits of a statement') > 0;
    const place = `${line}.${name}`;
    const before = met.get(place) ?? 0;
    met.set(place, before + 1);
    file.lines.add(line, isHit);
    file.statements.add(line, before === 0 ? name : `${name} ${before}`, isHit);
  }
}

function addFunctions(file: FileCoverage, report: JsonObject): void {
  const functions = asObject(report['fnMap'], 'fnMap');
  for (const [id, hits] of readHits(report['f'], 'f', functions)) {
    const { line, name } = parsePlace(asObject(functions[id], 'function')['loc']);
    file.functions.add(line, name, checkWhole(hits, 'the hits of a function') > 0);
  }
}

/** Each branch has several ways out, told by their order: some have no place of their own. */
function addBranches(file: FileCoverage, report: JsonObject): void {
  const branches = asObject(report['branchMap'], 'branchMap');
  for (const [id, ways] of readHits(report['b'], 'b', branches)) {
    const { loc, type } = asObject(branches[id], 'branch');
    const { line, name } = parsePlace(loc);
    for (const [index, hits] of asArray(ways, 'ways of a branch').entries()) {
      const isHit = checkWhole(hits, 'the hits of a branch') > 0;
      file.branches.named.add(line, `${name} ${String(type)} ${index}`, isHit);
    }
  }
}

/** Where something stands. The name is unique among things of its kind on that line. */
function parsePlace(value: unknown): { readonly line: number; readonly name: string } {
  const { start, end } = asObject(value, 'place in a map');
  const from = asObject(start, 'start');
  const to = asObject(end, 'end');
  const name = `${String(from['column'])}-${String(to['line'])}.${String(to['column'])}`;
  return { line: checkLineNumber(from['line']), name };
}
