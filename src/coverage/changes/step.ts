import { PromoteError } from '../../base/errors.js';
import { type Base, type EventContext, findBase } from './base.js';
import { explainOtherCommit, findTarget } from './checked-out.js';
import { parseChangedLines } from './diff.js';
import { measurePatch, type PatchCoverage, type ReportedFiles } from './measure.js';
import { isFloating } from '../combine/claim.js';
import type { Logger, SourceChanges } from '../../ports/runner.js';

/** GitHub's limit of annotations of one kind a step. */
const MAX_ANNOTATIONS = 10;

/** What the patch gate compares with. */
interface ChangeContext extends EventContext {
  /** The input `coverage-base`. */
  readonly given: string | undefined;
  readonly checkout: {
    /** Paths of the files that git tracks. */
    readonly paths: readonly string[];
    /** Why git does not list them, where it does not. */
    readonly refusal: PromoteError | undefined;
  };
}

/**
 * Looks the lines that changed since the base up in the reports.
 * @returns A reason instead, when there is no base to compare with or the checkout lacks it.
 */
export async function readPatch(
  context: ChangeContext,
  reported: Omit<ReportedFiles, 'tracked'>,
  changes: SourceChanges,
): Promise<PatchCoverage | string> {
  // First, since without a repository no depth of a fetch brings the base.
  const { paths, refusal } = context.checkout;
  if (refusal !== undefined) return `${refusal.message}. Run actions/checkout before this step`;
  const diff = await readDiffSinceBase(context, changes);
  if (typeof diff === 'string') return diff;
  // Paths that do not meet, or reports without lines, must not pass for a change without code.
  if (!listsLines(reported, paths)) {
    const names = [...reported.coverage.files.keys()].slice(0, 3).join(', ');
    return `the reports list no lines of a file that git tracks; their files: ${names}`;
  }
  return measurePatch(parseChangedLines(diff.text), { ...reported, tracked: new Set(paths) });
}

/** Whether the reports have lines of any of the files. */
function listsLines(
  { identities }: Pick<ReportedFiles, 'identities'>,
  paths: readonly string[],
): boolean {
  const { settled, doubtful } = identities;
  const files = paths.flatMap((path) => settled.get(path)?.file ?? []);
  const possible = doubtful.filter(({ options }) => !options.every(isFloating));
  return [...files, ...possible.map(({ file }) => file)].some(
    ({ lines }) => lines.count().total > 0,
  );
}

/** What git says of the changes, or why it cannot: that decides one gate, not the step. */
async function readDiffSinceBase({ given, payload }: ChangeContext, changes: SourceChanges) {
  let base: Base | undefined;
  try {
    const start = given ?? (await findTarget({ payload }, changes));
    base =
      given === undefined ? findBase({ payload }, start) : { commit: given, isReplaced: false };
    if (base === undefined) {
      return 'this event has no commit to compare with: set coverage-base';
    }
    const other = await explainOtherCommit({ payload }, changes, start);
    return other ?? { text: await changes.diff(base.commit, base.branch) };
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'coverage-unknown') throw error;
    return base?.isReplaced === true ? explainReplaced(base.commit) : error.message;
  }
}

/** A forced push leaves its old commit on no branch, and a clone has what is on branches. */
function explainReplaced(commit: string): string {
  return `the push was forced, so that a clone does not have the commit before it (${commit}): set coverage-base, such as to the default branch`;
}

/** Marks the first changed lines that no test ran. */
export function annotateUncovered({ uncovered }: PatchCoverage, logger: Logger): void {
  for (const range of uncovered.slice(0, MAX_ANNOTATIONS)) {
    logger.annotate('No test runs these changed lines.', range);
  }
  const rest = uncovered.length - MAX_ANNOTATIONS;
  if (rest > 0) logger.info(`${rest} more places of changed lines are not covered`);
}
