import { detach } from './memory.js';
import { checkCount } from './number.js';
import type { Tally } from './tally-table.js';

/** Different texts that are remembered; real reports have a few hundred. */
const MAX_REMEMBERED = 4096;

/**
 * Reads the branches of a line from `condition-coverage`, such as `50% (1/2)`, and coverage.py's
 * `missing-branches`, such as `7,exit`. The percentage is rounded by each tool in its own way; only
 * the pair counts. Few texts fill a report, so results are shared.
 */
export class ConditionParser {
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
    if (this.#remembered.size < MAX_REMEMBERED) this.#remembered.set(detach(key), tally);
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
  return { ...count, missing: missing.split(',').map((branch) => detach(branch.trim())) };
}
