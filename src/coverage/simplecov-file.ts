import type { FileCoverage } from './file-coverage.js';
import { asArray, asObject } from './json-value.js';
import { checkLineNumber, checkWhole, parseLineNumber } from './number.js';

/** Lines of a file in order; `null` is not code, `"ignored"` is left out by a comment. */
export function addLines(file: FileCoverage, lines: unknown): void {
  for (const [index, hits] of asArray(lines, 'lines').entries()) {
    if (hits === null || hits === 'ignored') continue;
    file.lines.add(index + 1, checkWhole(hits, 'the hits of a line') > 0);
  }
}

/** Branches as objects with a type and lines. Those of one line are told apart by their order. */
export function addBranchList(file: FileCoverage, branches: unknown): void {
  for (const [index, branch] of asArray(branches, 'branches').entries()) {
    const { type, start_line: line, coverage } = asObject(branch, 'branch');
    if (coverage === 'ignored') continue;
    const isTaken = checkWhole(coverage, 'how often a branch was taken') > 0;
    file.branches.named.add(checkLineNumber(line), `${String(type)} ${index}`, isTaken);
  }
}

/** Ruby's own keys: `[:if, 0, 3, 4, 9, 7]` is a condition with its number and its place. */
const PLACE = /^\[:?"?\w+"?, \d+, (?<line>\d+),/;

/** Conditions, each with its ways and how often they were taken. */
export function addBranchTable(file: FileCoverage, branches: unknown): void {
  for (const [condition, ways] of Object.entries(asObject(branches, 'branches'))) {
    const line = parseLineNumber(PLACE.exec(condition)?.groups?.['line']);
    for (const [way, hits] of Object.entries(asObject(ways, 'branches of a condition'))) {
      const isTaken = checkWhole(hits, 'how often a branch was taken') > 0;
      file.branches.named.add(line, `${condition} ${way}`, isTaken);
    }
  }
}
