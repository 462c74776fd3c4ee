import { findCollisions, isSameCode } from './collisions.js';
import { linkFloating } from './floating.js';
import { groupBy } from './group-by.js';
import {
  type Claim,
  type ClaimGroup,
  floatingKey,
  type Identities,
  type Options,
  isFloating,
  pathOf,
  type SettledFile,
} from '../combine/claim.js';
import { listMeasured } from '../model/counts.js';

/**
 * Puts claims of one file together: those that are certain are united, and those that may be of one
 * file or of several come into groups. What was passed in must not be used afterwards.
 */
export function settleClaims(given: readonly Claim[]): Identities {
  // A file without code, as `__init__.py` often is, counts nothing whichever file it is.
  const empty = given.filter(isEmpty);
  const full = empty.length === 0 ? given : given.filter((claim) => !isEmpty(claim));
  const claims = linkFloating(separateUnlike(findCollisions(full)));
  const settled = new Map<string, SettledFile>();
  for (const claim of claims) {
    const [key, ...others] = claim.options;
    if (others.length === 0) settle(settled, key, claim);
  }
  const doubtful: Claim[] = [];
  for (const claim of claims) {
    if (claim.options.length > 1) doubtful.push(dropOwnFiles(claim, settled));
  }
  const groups = groupClaims(doubtful, settled);
  for (const claim of empty) {
    const [key] = claim.options;
    if (!settled.has(key)) settle(settled, key, claim);
  }
  const unplaced = claims.filter(({ isUnplaced }) => isUnplaced === true);
  return { settled, groups, doubtful: [...doubtful, ...unplaced] };
}

function isEmpty({ file }: Claim): boolean {
  return listMeasured(file.count()).length === 0;
}

/** Without the files that the same report has beside it: a tool lists a file once. */
function dropOwnFiles(claim: Claim, settled: ReadonlyMap<string, SettledFile>): Claim {
  const isOwn = (key: string): boolean => settled.get(key)?.report === claim.report;
  const [first, ...others] = claim.options.filter((key) => !isOwn(key));
  return first === undefined ? claim : { ...claim, options: [first, ...others] };
}

function settle(settled: Map<string, SettledFile>, key: string, claim: Claim): void {
  const { report, file } = claim;
  const known = settled.get(key);
  if (known === undefined) {
    settled.set(key, { path: showPath(key, claim), file, report });
    return;
  }
  known.file.addAll(file);
  if (known.report !== report) settled.set(key, { ...known, report: undefined });
}

/** Settles a claim that counts the same whichever file it is of; a selection may tell them apart. */
function settleOpen(settled: Map<string, SettledFile>, claim: Claim): void {
  const [key] = claim.options;
  const { report, file } = claim;
  settled.set(key, { path: showPath(key, claim), file, report, open: claim });
}

function showPath(key: string, { path }: Claim): string {
  return isFloating(key) ? path : key;
}

/**
 * Claims of an unknown file with one path are of one run, as shards, when their lines are equal and
 * their reports do not lie in the directories of several packages.
 */
function separateUnlike(claims: readonly Claim[]): readonly Claim[] {
  const byKey = groupBy(claims, ({ options }) =>
    options.length === 1 && isFloating(options[0]) ? options : [],
  );
  const unlike = new Map<Claim, Options>();
  for (const [key, same] of byKey) {
    const [first, ...others] = same;
    if (first === undefined || others.every((other) => isSameRun(first, other))) continue;
    for (const [index, claim] of same.entries()) {
      // Four and more can also be two and two.
      const second = same.length > 3 ? [floatingKey(pathOf(key), `${key}\0second`)] : [];
      unlike.set(claim, [key, ...second, floatingKey(pathOf(key), `${key}\0${index}`)]);
    }
  }
  return claims.map((claim) => ({ ...claim, options: unlike.get(claim) ?? claim.options }));
}

function isSameRun(a: Claim, b: Claim): boolean {
  return a.home === b.home && isSameCode(a.file, b.file);
}

/**
 * Takes claims that share an option, and the settled files among their options, into groups. A claim
 * that shares none counts as it is, whichever file it is of.
 */
function groupClaims(
  doubtful: readonly Claim[],
  settled: Map<string, SettledFile>,
): readonly ClaimGroup[] {
  const byKey = findShared(doubtful, settled);
  const groups: ClaimGroup[] = [];
  const seen = new Set<Claim>();
  for (const start of doubtful) {
    if (seen.has(start)) continue;
    const members = collectLinked(start, byKey, seen);
    const files = takeSettled(members, settled);
    if (members.length === 1 && files.size === 0) settleOpen(settled, start);
    else groups.push({ claims: members, settled: files });
  }
  return groups;
}

/** The claims of each option that claims of several reports have, or that is a known file. */
function findShared(
  doubtful: readonly Claim[],
  settled: ReadonlyMap<string, SettledFile>,
): ReadonlyMap<string, readonly Claim[]> {
  const byKey = groupBy(doubtful, ({ options }) => options);
  const shared = [...byKey].filter(
    ([key, claims]) =>
      settled.has(key) || claims.some(({ report }) => report !== claims[0]?.report),
  );
  return new Map(shared);
}

function collectLinked(
  start: Claim,
  byKey: ReadonlyMap<string, readonly Claim[]>,
  seen: Set<Claim>,
): readonly Claim[] {
  const members = [start];
  const keys = new Set<string>();
  seen.add(start);
  for (const member of members) {
    for (const key of member.options) {
      if (keys.has(key)) continue;
      keys.add(key);
      for (const linked of byKey.get(key) ?? []) {
        if (seen.has(linked)) continue;
        seen.add(linked);
        members.push(linked);
      }
    }
  }
  return members;
}

function takeSettled(
  members: readonly Claim[],
  settled: Map<string, SettledFile>,
): ReadonlyMap<string, SettledFile> {
  const taken = new Map<string, SettledFile>();
  for (const key of members.flatMap(({ options }) => options)) {
    const file = settled.get(key);
    if (file !== undefined) taken.set(key, file);
    settled.delete(key);
  }
  return taken;
}
