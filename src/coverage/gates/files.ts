import { type Minimum, renderNames, renderRounded, unknownGate } from './minimum.js';
import { reaches, reachesRounded, renderPercent, renderPercentBeside } from './percent.js';
import type { FileResult, GateResult } from './result.js';
import { countOf } from '../model/counts.js';
import type { Coverage, DoubtfulFiles, ReadFile } from '../model/file-coverage.js';

/** How many files a message or a table of the worst names. */
const NAMED_FILES = 10;

/** The files of a reading that have lines, with the least covered first. */
type Ranked = readonly FileResult[];

/**
 * The files that have lines, with the least covered first. Of files that may be one or several these
 * are those of the reading that has the least covered one.
 */
export function rankFiles({ files, groups }: Pick<Coverage, 'files' | 'groups'>): Ranked {
  const known = [...files].map(([path, file]) => ({ path, totals: file.count() }));
  const doubtful = groups.flatMap((group) => rankReadings(group).slice(0, 1).flat());
  return [...rank(known), ...doubtful].sort(compareFiles);
}

/** The files of each reading of a group, the worst reading first. */
function rankReadings({ readings }: DoubtfulFiles): readonly Ranked[] {
  const ranked = readings.map(({ files }) => rank(files));
  return ranked.sort(([a], [b]) => {
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return compareFiles(a, b);
  });
}

function rank(files: readonly ReadFile[]): Ranked {
  const ranked: FileResult[] = [];
  for (const { path, totals } of files) {
    const count = countOf(totals, 'lines');
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
export function evaluateFiles(
  required: Minimum,
  ranked: Ranked,
  coverage: Pick<Coverage, 'files' | 'groups'>,
): GateResult {
  const { groups } = coverage;
  const certain = rankFiles({ ...coverage, groups: [] });
  const isFailed =
    listBelow(required, certain).length > 0 || groups.some((group) => failsAlways(required, group));
  const open = isFailed ? [] : groups.filter((group) => mayFail(required, group));
  const unread = [...coverage.files].filter(([, { fileTotals, knowsLines }]) => {
    return fileTotals === undefined && !knowsLines;
  });
  if (!isFailed && unread.length > 0) {
    const names = renderNames(unread.map(([path]) => path));
    return unknownGate(required, `the reports do not tell the lines of ${names}`);
  }
  if (open.length === 0) return evaluateRanked(required, ranked);
  const names = renderNames(open.flatMap((group) => group.names));
  return unknownGate(
    required,
    `whether each file reaches ${required.minimum.text}% of its lines depends on whether these are one file or several: ${names}`,
  );
}

/** Whether a file is below the minimum in every reading of a group. */
function failsAlways(required: Minimum, group: DoubtfulFiles): boolean {
  return (
    group.isComplete &&
    rankReadings(group).every((ranked) => listBelow(required, ranked).length > 0)
  );
}

/** Whether a file is below the minimum in some reading; of bounds nobody knows. */
function mayFail(required: Minimum, group: DoubtfulFiles): boolean {
  if (!group.isComplete) return true;
  return rankReadings(group).some((ranked) => listBelow(required, ranked).length > 0);
}

function evaluateRanked(required: Minimum, ranked: Ranked): GateResult {
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
