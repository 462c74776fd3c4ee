// Walks through the history of a repository: what comes before a commit, and what two have in common.

import { readStoredCommit } from './commit-objects.mjs';
import { findInTree } from './trees.mjs';

/** @typedef {import('./commit-objects.mjs').StoredCommit} StoredCommit */

/**
 * Which of the parents of a commit the walk goes to.
 * @typedef {(commit: StoredCommit) => { isShown: boolean, parents: readonly string[] }} Selection
 */

/**
 * Commits that are reachable, newest first as `git log` has them: a commit comes after one of its
 * children, and of those that could come next it is the one of the newest date.
 * @param {string} gitDir
 * @param {string} start
 * @param {{ without?: ReadonlySet<string>, path?: string | undefined }} [limits] `without` is left
 *   out with all that comes before it; `path` leaves the commits that changed it.
 * @returns {Generator<StoredCommit, void, void>}
 */
export function* walkHistory(gitDir, start, { without = new Set(), path } = {}) {
  const select = path === undefined ? selectAll : selectByPath(gitDir, path);
  const seen = new Set(without);
  /** @type {StoredCommit[]} */
  const queue = [];
  enqueue(gitDir, [start], seen, queue);
  for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
    const { isShown, parents } = select(commit);
    enqueue(gitDir, parents, seen, queue);
    if (isShown) yield commit;
  }
}

/**
 * @param {string} gitDir
 * @param {readonly string[]} oids
 * @param {Set<string>} seen
 * @param {StoredCommit[]} queue By date, the newest first; of the same date in the order of arrival.
 */
function enqueue(gitDir, oids, seen, queue) {
  for (const oid of oids) {
    if (seen.has(oid)) continue;
    seen.add(oid);
    const commit = readStoredCommit(gitDir, oid);
    const { seconds } = commit.committer;
    const older = queue.findIndex(({ committer }) => committer.seconds < seconds);
    queue.splice(older === -1 ? queue.length : older, 0, commit);
  }
}

/** @type {Selection} */
function selectAll({ parents }) {
  return { isShown: true, parents };
}

/**
 * As `git log -- path` simplifies: where a parent has the same at the path, that parent alone tells
 * how it came about.
 * @param {string} gitDir
 * @param {string} path
 * @returns {Selection}
 */
function selectByPath(gitDir, path) {
  return ({ tree, parents }) => {
    const content = describeContent(gitDir, tree, path);
    if (parents.length === 0) return { isShown: content !== undefined, parents };
    const same = parents.find((parent) => {
      const before = readStoredCommit(gitDir, parent).tree;
      return describeContent(gitDir, before, path) === content;
    });
    return same === undefined ? { isShown: true, parents } : { isShown: false, parents: [same] };
  };
}

/**
 * @param {string} gitDir
 * @param {string} tree
 * @param {string} path A slash at its end asks for a directory.
 * @returns {string | undefined}
 */
function describeContent(gitDir, tree, path) {
  const entry = findInTree(gitDir, tree, path.replace(/\/$/, ''));
  if (entry === undefined || (path.endsWith('/') && entry.mode !== '040000')) return undefined;
  return `${entry.mode} ${entry.oid}`;
}

/**
 * @param {string} gitDir
 * @param {string} start
 * @returns {Set<string>} All that is reachable, with the start.
 */
export function readReachable(gitDir, start) {
  const reachable = new Set([start]);
  // A set goes on through what is added to it meanwhile.
  for (const oid of reachable) {
    for (const parent of readStoredCommit(gitDir, oid).parents) reachable.add(parent);
  }
  return reachable;
}

/**
 * @param {string} gitDir
 * @param {string} a
 * @param {string} b
 * @returns {string[]} Common ancestors that are no ancestors of others. Where branches were merged
 *   crosswise there are several.
 */
export function readMergeBases(gitDir, a, b) {
  const ofB = readReachable(gitDir, b);
  const common = [...readReachable(gitDir, a)].filter((oid) => ofB.has(oid));
  // With a commit its parents are common too, so that to be one's ancestor is to be one's parent here.
  const parents = new Set(common.flatMap((oid) => readStoredCommit(gitDir, oid).parents));
  return common.filter((oid) => !parents.has(oid));
}
