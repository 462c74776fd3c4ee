import type { Context } from '../context.js';
import { parseChangedLines } from '../coverage/changed-lines.js';
import type { FileCoverage } from '../coverage/file-coverage.js';
import { measurePatch, type PatchCoverage, resolveTracked } from '../coverage/patch.js';
import { isJsonObject } from '../json.js';
import type { SourceChanges, Logger } from '../ports.js';

/** GitHub's limit of annotations of one kind a step. */
const MAX_ANNOTATIONS = 10;

/**
 * Looks the lines that changed since the base up in the reports.
 * @returns A reason instead, when there is no base to compare with.
 * @throws PromoteError `coverage-unknown` when the checkout does not have the base.
 */
export async function readPatch(
  given: string | undefined,
  context: Pick<Context, 'payload'>,
  files: ReadonlyMap<string, FileCoverage>,
  changes: SourceChanges,
): Promise<PatchCoverage | string> {
  const base = given ?? findBase(context);
  if (base === undefined) {
    return 'this event has no commit to compare with: set coverage-base';
  }
  const changed = parseChangedLines(await changes.diff(base));
  return measurePatch(changed, resolveTracked(files, await changes.listFiles()));
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
function findBase({ payload }: Pick<Context, 'payload'>): string | undefined {
  const { pull_request: pullRequest, merge_group: mergeGroup, before } = payload;
  const base = isJsonObject(pullRequest) ? pullRequest['base'] : undefined;
  const candidates = [
    isJsonObject(base) ? base['sha'] : undefined,
    isJsonObject(mergeGroup) ? mergeGroup['base_sha'] : undefined,
    before,
  ];
  // A new branch has zeros as the commit before.
  return candidates.find(
    (sha): sha is string => typeof sha === 'string' && /^(?!0+$)[0-9a-f]{40,64}$/.test(sha),
  );
}
