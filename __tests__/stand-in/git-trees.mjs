// GET /repos/{owner}/{repo}/git/trees/{tree_sha}

import { isEmpty, readEntries, readEntry, readType, resolveCommit } from './objects.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./objects.mjs').Entry} Entry */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

const DIRECTORY = '040000';
const SUBMODULE = '160000';

/**
 * A tree by its name, or that of the commit of a branch or tag.
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getTree({ repository, parameters, query, links, page }) {
  const { gitDir } = repository;
  if (await isEmpty(gitDir)) return replies.refuse(409, 'Git Repository is empty.', page);
  const root = await findRoot(gitDir, parameters['tree_sha'] ?? '');
  if (root === undefined) return replies.refuseAbsent(page);
  // Whatever the value is, it asks for all below.
  const entries = await listTree(gitDir, root, query.has('recursive'));
  const body = {
    sha: root.oid,
    url: `${links.api}/git/trees/${root.oid}`,
    tree: entries.map((entry) => describe(entry, links.api)),
    truncated: false,
  };
  return { status: 200, body };
}

/**
 * @param {string} gitDir
 * @param {string} name
 * @returns {Promise<Entry | undefined>}
 */
async function findRoot(gitDir, name) {
  if ((await readType(gitDir, name)) === 'tree') {
    return { mode: DIRECTORY, oid: name, size: 0, path: '' };
  }
  const commit = await resolveCommit(gitDir, name);
  return commit === undefined ? undefined : readEntry(gitDir, commit, '');
}

/**
 * @param {string} gitDir
 * @param {Entry} directory
 * @param {boolean} isRecursive
 * @returns {Promise<Entry[]>}
 */
async function listTree(gitDir, directory, isRecursive) {
  const entries = await readEntries(gitDir, directory);
  if (!isRecursive) return entries;
  const all = [];
  for (const entry of entries) {
    all.push(entry);
    if (entry.mode === DIRECTORY) all.push(...(await listTree(gitDir, entry, true)));
  }
  return all;
}

/**
 * @param {Entry} entry
 * @param {string} api
 */
function describe({ path, mode, oid, size }, api) {
  const entry = { path, mode, sha: oid };
  if (mode === SUBMODULE) return { ...entry, type: 'commit' };
  if (mode === DIRECTORY) return { ...entry, type: 'tree', url: `${api}/git/trees/${oid}` };
  return { ...entry, type: 'blob', size, url: `${api}/git/blobs/${oid}` };
}
