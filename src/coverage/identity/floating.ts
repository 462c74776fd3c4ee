import { groupBy } from './group-by.js';
import { SourceIndex } from './source-index.js';
import { type Claim, isFloating, pathOf } from '../model/claim.js';
import { isAbsolute } from '../model/paths.js';

/**
 * Gives claims of no known place the others as options that end alike: `/x/src/a.c` of one report and
 * `/y/src/a.c`, or `src/a.c`, of another can be one file, and nothing tells.
 */
export function linkFloating(claims: readonly Claim[]): readonly Claim[] {
  const byPath = groupBy(claims, (claim) => {
    const path = floatingPath(claim);
    return path === undefined ? [] : [path];
  });
  if (byPath.size < 2) return claims;
  const index = new SourceIndex(byPath.keys());
  const places = findPlaces(claims);
  return claims.map((claim) => {
    const path = floatingPath(claim);
    if (path === undefined) return claim;
    const place = places.get(claim.report) ?? [];
    const end = isAbsolute(path) ? path.split('/').slice(place.length).join('/') : path;
    const alike = index.listEndingIn(end, Infinity).filter((other) => other !== path);
    const linked = alike.flatMap((other) =>
      (byPath.get(other) ?? []).filter((each) => canBeOne(claim, each, places)),
    );
    const keys = linked.flatMap(({ options }) => options.slice(0, 1));
    return { ...claim, options: [...new Set([...claim.options, ...keys])] };
  });
}

function floatingPath({ options }: Claim): string | undefined {
  const [key] = options;
  return key !== undefined && isFloating(key) ? pathOf(key) : undefined;
}

/** Directories from the root that all full paths of a report have in common, by report. */
type Places = ReadonlyMap<string, readonly string[]>;

/** Parts from the root, the first of which is empty, that tell one machine's tree. */
const SAME_TREE = 3;

function canBeOne(a: Claim, b: Claim, places: Places): boolean {
  if (a.report === b.report || a.project !== b.project) return false;
  const [one, other] = [floatingPath(a) ?? '', floatingPath(b) ?? ''];
  if (!isAbsolute(one) || !isAbsolute(other)) return true;
  const [from, to] = [places.get(a.report) ?? [], places.get(b.report) ?? []];
  // Full paths below one directory are of one tree, where other paths are other files.
  return from.slice(0, SAME_TREE).join('/') !== to.slice(0, SAME_TREE).join('/');
}

/** Where each report may have run. */
function findPlaces(claims: readonly Claim[]): Places {
  const places = new Map<string, readonly string[]>();
  for (const claim of claims) {
    const path = floatingPath(claim);
    if (path === undefined || !isAbsolute(path)) continue;
    const parts = path.split('/').slice(0, -1);
    const known = places.get(claim.report) ?? parts;
    const end = known.findIndex((part, index) => part !== parts[index]);
    places.set(claim.report, end === -1 ? known : known.slice(0, end));
  }
  return places;
}
