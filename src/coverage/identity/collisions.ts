import { groupBy } from './group-by.js';
import { type Claim, floatingKey, isFloating } from '../model/claim.js';
import { countOf } from '../model/counts.js';
import type { FileCoverage } from '../model/file-coverage.js';

/**
 * Looks again at files that several reports have. What is the likeliest for one report can be wrong
 * where two meet: reports that name different projects, or that can be of another place as well.
 */
export function findCollisions(claims: readonly Claim[]): readonly Claim[] {
  const changed = new Map<Claim, readonly string[]>();
  const byKey = groupBy(claims, ({ options }) =>
    options.length === 1 && !isFloating(options[0] ?? '') ? options : [],
  );
  for (const [key, same] of byKey) {
    if (same.every(({ report }) => report === same[0]?.report)) continue;
    const isOfOneProject = new Set(same.map(({ project }) => project)).size === 1;
    for (const claim of same) {
      const rivals = claim.listRivals?.() ?? [];
      const isForeign = !isOfOneProject && !isWithin(key, claim.project);
      const own = isForeign ? [floatingKey(claim.path, claim.project)] : [];
      if (rivals.length + own.length > 0) changed.set(claim, [key, ...rivals, ...own]);
    }
  }
  if (changed.size === 0) return claims;
  return claims.map((claim) => ({ ...claim, options: changed.get(claim) ?? claim.options }));
}

/** Whether a path goes through the directory of a project; true where no project is named. */
function isWithin(path: string, project: string | undefined): boolean {
  if (project === undefined) return true;
  const name = project.slice(project.lastIndexOf('/') + 1);
  return `/${path}`.includes(`/${name}/`);
}

/** Whether two runs can be of the same code: the same lines, and as much of all else as both have. */
export function isSameCode(a: FileCoverage, b: FileCoverage): boolean {
  const [of, other] = [a.count(), b.count()];
  for (const metric of of.keys()) {
    const [one, two] = [countOf(of, metric).total, countOf(other, metric).total];
    if (one !== two && one > 0 && two > 0) return false;
  }
  const lines = [...a.lines.entries()];
  const others = [...b.lines.entries()];
  return (
    lines.length === others.length && lines.every(([line], index) => others[index]?.[0] === line)
  );
}
