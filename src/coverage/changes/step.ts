import type { Context } from '../../base/context.js';
import { PromoteError } from '../../base/errors.js';
import { isJsonObject } from '../../base/json.js';
import { parseChangedLines } from './diff.js';
import { measurePatch, type PatchCoverage } from './measure.js';
import { resolveTracked } from './tracked-files.js';
import type { FileCoverage } from '../model/file-coverage.js';
import type { Logger, SourceChanges } from '../../ports/runner.js';

/** GitHub's limit of annotations of one kind a step. */
const MAX_ANNOTATIONS = 10;

/** Where the changed lines start from, and whether that is the commit that a push replaced. */
interface Base {
  readonly commit: string;
  readonly isReplaced: boolean;
}

/**
 * Looks the lines that changed since the base up in the reports.
 * @returns A reason instead, when there is no base to compare with or the checkout lacks it.
 */
export async function readPatch(
  given: string | undefined,
  context: Pick<Context, 'payload'>,
  files: ReadonlyMap<string, FileCoverage>,
  changes: SourceChanges,
): Promise<PatchCoverage | string> {
  const base = given === undefined ? findBase(context) : { commit: given, isReplaced: false };
  if (base === undefined) {
    return 'this event has no commit to compare with: set coverage-base';
  }
  const read = await readChanges(base, changes);
  if (typeof read === 'string') return read;
  const tracked = resolveTracked(files, read.paths);
  // Paths that do not meet, or reports without lines, must not pass for a change without code.
  if (![...tracked.values()].some((file) => file.lines.count().total > 0)) {
    const names = [...files.keys()].slice(0, 3).join(', ');
    return `the reports list no lines of a file that git tracks; their files: ${names}`;
  }
  return measurePatch(parseChangedLines(read.diff), tracked);
}

/** What git says of the checkout, or why it cannot: that decides one gate, not the step. */
async function readChanges({ commit, isReplaced }: Base, changes: SourceChanges) {
  let isRepository = false;
  try {
    // First, since without a repository no depth of a fetch brings the base.
    const paths = await changes.listFiles();
    isRepository = true;
    return { paths, diff: await changes.diff(commit) };
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code !== 'coverage-unknown') throw error;
    if (!isRepository) return `${error.message}. Run actions/checkout before this step`;
    return isReplaced ? explainReplaced(commit) : error.message;
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

/** What the event says that its commits are based on. */
function findBase({ payload }: Pick<Context, 'payload'>): Base | undefined {
  const { pull_request: pullRequest, merge_group: mergeGroup, before } = payload;
  const base = isJsonObject(pullRequest) ? pullRequest['base'] : undefined;
  const candidates = [
    isJsonObject(base) ? base['sha'] : undefined,
    isJsonObject(mergeGroup) ? mergeGroup['base_sha'] : undefined,
    before,
  ];
  // A new branch has zeros as the commit before.
  const commit = candidates.find(
    (sha): sha is string => typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha),
  );
  if (commit === undefined) return undefined;
  return { commit, isReplaced: commit === before && payload['forced'] === true };
}
