import { groupBy } from './group-by.js';
import { type Claim, floatingKey, isFloating } from '../combine/claim.js';
import { countOf } from '../model/counts.js';
import type { FileCoverage } from '../model/file-coverage.js';

/** Certain claims by the file of the repository that they are of. */
type Claimed = ReadonlyMap<string, readonly Claim[]>;

/**
 * Looks again at files that several reports have. What is the likeliest for one report can be wrong
 * where two meet: reports that name different projects, or that can be of another place as well.
 */
export function findCollisions(claims: readonly Claim[]): readonly Claim[] {
  const claimed = groupBy(claims, ({ options }) =>
    options.length === 1 && !isFloating(options[0]) ? options : [],
  );
  return claims.map((claim) => {
    const [key] = claim.options;
    const same = claim.options.length === 1 ? claimed.get(key) : undefined;
    if (same === undefined) return claim;
    const doubts = [...findRivals(claim, key, claimed), ...findForeign(claim, key, same)];
    return doubts.length === 0 ? claim : { ...claim, options: [key, ...doubts] };
  });
}

/**
 * Other files that a claim can be of, where that matters since another report has one of them, or the
 * same file. A file whose own package has reported it is nobody else's.
 */
function findRivals(claim: Claim, key: string, claimed: Claimed): readonly string[] {
  const rivals = (claim.listRivals?.() ?? []).filter(
    (rival) => !(claimed.get(rival) ?? []).some((other) => isInPlace(other, rival)),
  );
  const meets = [key, ...rivals].some((path) =>
    (claimed.get(path) ?? []).some(({ report }) => report !== claim.report),
  );
  return meets ? rivals : [];
}

/** Whether the report lies in the directory from which its path leads to the file. */
function isInPlace({ report, path }: Claim, key: string): boolean {
  return key.endsWith(`/${path}`) && report.startsWith(key.slice(0, -path.length));
}

/** A claim's own file, where a report of another project has the same one with better reason. */
function findForeign(
  { path, project }: Claim,
  key: string,
  same: readonly Claim[],
): readonly string[] {
  const projects = new Set(same.flatMap((each) => each.project ?? []));
  if (project === undefined || projects.size < 2 || isInProject(key, project)) return [];
  return [floatingKey(path, project)];
}

/** Whether a path goes through the directory of a project. */
function isInProject(path: string, project: string): boolean {
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
