import { groupBy } from './group-by.js';
import { SourceIndex } from './source-index.js';
import { type Claim, isFloating, pathOf } from '../combine/claim.js';
import { isAbsolute } from '../model/paths.js';

/**
 * Gives claims of no known place the others as options that end alike: `/x/src/a.c` of one report and
 * `/y/src/a.c`, or `src/a.c`, of another can be one file, and nothing tells.
 */
export function linkFloating(claims: readonly Claim[]): readonly Claim[] {
  const places = findPlaces(claims.filter(isOfNoPlace));
  const floating = claims.filter(isOfNoPlace).map((claim) => placeClaim(claim, places));
  const byPath = groupBy(floating, ({ path }) => [path]);
  if (byPath.size < 2) return claims;
  const index = new SourceIndex(byPath.keys());
  const linked: Claim[] = [];
  for (const one of floating) {
    const alike = index.listEndingIn(one.end, Infinity).filter((path) => path !== one.path);
    const others = alike.map((path) => byPath.get(path)).filter((each) => each !== undefined);
    const linkedTo = others.flat().filter((other) => canBeOne(one, other));
    const [first, ...more] = one.claim.options;
    linked.push({
      ...one.claim,
      options: [first, ...new Set([...more, ...linkedTo.map(({ key }) => key)])],
    });
  }
  return [...claims.filter((claim) => !isOfNoPlace(claim)), ...linked];
}

function isOfNoPlace({ options }: Claim): boolean {
  return isFloating(options[0]);
}

/** A claim of no known place. */
interface FloatingClaim {
  readonly claim: Claim;
  readonly key: string;
  readonly path: string;
  /** The path without what all full paths of the report have in common. */
  readonly end: string;
  /** What the full paths of the report have in common, as far as it tells a machine's tree. */
  readonly tree: string;
}

function placeClaim(claim: Claim, places: Places): FloatingClaim {
  const [key] = claim.options;
  const path = pathOf(key);
  const place = isAbsolute(path) ? places.get(claim.report) : undefined;
  if (place === undefined) return { claim, key, path, end: path, tree: '' };
  const end = path.split('/').slice(place.length).join('/');
  return { claim, key, path, end, tree: place.slice(0, SAME_TREE).join('/') };
}

/** Directories from the root that all full paths of a report have in common, by report. */
type Places = ReadonlyMap<string, readonly string[]>;

/** Parts from the root, the first of which is empty, that tell one machine's tree. */
const SAME_TREE = 3;

/** Full paths below one directory are of one tree, where other paths are other files. */
function canBeOne(a: FloatingClaim, b: FloatingClaim): boolean {
  if (a.claim.report === b.claim.report || a.claim.project !== b.claim.project) return false;
  return a.tree === '' || a.tree !== b.tree;
}

/** Where each report may have run. */
function findPlaces(claims: readonly Claim[]): Places {
  const places = new Map<string, readonly string[]>();
  for (const claim of claims) {
    const path = pathOf(claim.options[0]);
    if (!isAbsolute(path)) continue;
    const parts = path.split('/').slice(0, -1);
    const known = places.get(claim.report) ?? parts;
    const end = known.findIndex((part, index) => part !== parts[index]);
    places.set(claim.report, end === -1 ? known : known.slice(0, end));
  }
  return places;
}
