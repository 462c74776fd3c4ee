import { type Minimum, renderRounded, unknownGate } from './minimum.js';
import { reaches, reachesRounded, renderPercent, renderPercentBeside } from './percent.js';
import type { FileResult, GateResult } from './result.js';
import { countOf } from '../model/counts.js';
import type { FileCoverage } from '../model/file-coverage.js';

/** How many files a message or a table of the worst names. */
const NAMED_FILES = 10;

/** The files that have lines, with the least covered first. */
export function rankFiles(files: ReadonlyMap<string, FileCoverage>): readonly FileResult[] {
  const ranked: FileResult[] = [];
  for (const [path, file] of files) {
    const count = countOf(file.count(), 'lines');
    if (count.total > 0) ranked.push({ path, ...count, percent: renderPercent(count, 2) });
  }
  return ranked.sort(compareFiles);
}

/** The worst of the files that are not complete. */
export function listWorst(ranked: readonly FileResult[]): readonly FileResult[] {
  return ranked.filter(({ covered, total }) => covered < total).slice(0, NAMED_FILES);
}

/** The files that do not reach a minimum. */
export function listBelow(
  { minimum, precision }: Minimum,
  ranked: readonly FileResult[],
): readonly FileResult[] {
  return ranked.filter((file) =>
    precision === undefined ? !reaches(file, minimum) : !reachesRounded(file, minimum, precision),
  );
}

/** Holds every file against a minimum. */
export function evaluateFiles(required: Minimum, ranked: readonly FileResult[]): GateResult {
  const [worst] = ranked;
  if (worst === undefined) return unknownGate(required, 'the reports list no lines of files');
  const below = listBelow(required, ranked);
  const { covered, total, percent } = worst;
  const isReached = below.length === 0;
  return {
    gate: required.gate,
    verdict: isReached ? 'pass' : 'fail',
    message: isReached
      ? renderReached(required, ranked.length)
      : renderBelow(required, below, ranked.length),
    required: required.minimum.text,
    measured: { metric: 'lines', covered, total, percent },
  };
}

function renderReached({ minimum }: Minimum, files: number): string {
  const each = files === 1 ? 'the only file' : `each of the ${files} files`;
  return `${each} reaches ${minimum.text}% of its lines`;
}

function renderBelow(required: Minimum, below: readonly FileResult[], files: number): string {
  const { minimum } = required;
  const names = below.slice(0, NAMED_FILES).map((file) => {
    const percent = `${renderPercentBeside(file, minimum)}% (${file.covered}/${file.total})`;
    return `${file.path} ${percent}${renderRounded(required, file)}`;
  });
  const rest = below.length - names.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  const [are, their] = below.length === 1 ? ['is', 'its'] : ['are', 'their'];
  const of = files === 1 ? 'the only file' : `${below.length} of ${files} files`;
  return `${of} ${are} below ${minimum.text}% of ${their} lines: ${names.join('; ')}${more}`;
}

/** By percentage, exactly; then the larger file first; then by path. */
function compareFiles(a: FileResult, b: FileResult): number {
  return (
    a.covered * b.total - b.covered * a.total || b.total - a.total || (a.path < b.path ? -1 : 1)
  );
}
