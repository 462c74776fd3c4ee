// Reads commits and trees of a bare repository.

import { GitError, readGit, runGit } from './git.mjs';

/**
 * @typedef {object} Entry An entry of a tree.
 * @property {string} mode Six octal digits: 100644, 100755, 120000 (link), 160000 (submodule), 040000.
 * @property {string} oid
 * @property {number} size In bytes; 0 for what is no blob.
 * @property {string} path From the root of the repository.
 */

/**
 * @typedef {object} Commit
 * @property {string} sha
 * @property {string} tree
 * @property {readonly string[]} parents
 * @property {Signature} author
 * @property {Signature} committer
 * @property {string} message Without line breaks at its end, as GitHub shows it.
 */

/**
 * @typedef {object} Signature
 * @property {string} name
 * @property {string} email
 * @property {string} date ISO 8601, in UTC.
 */

/** What would make git read a name as an expression, such as `main~1`. */
const REVISION_SYNTAX = /[\s~^:?*[\\]|\.\.|@\{/;

const LOG_FIELDS = ['%H', '%T', '%P', '%an', '%ae', '%aI', '%cn', '%ce', '%cI', '%B'];

/**
 * The commit that a branch, a tag, a full ref or a commit's (shortened) name stands for.
 * @param {string} gitDir
 * @param {string} ref
 * @returns {Promise<string | undefined>}
 */
export async function resolveCommit(gitDir, ref) {
  if (ref === '' || REVISION_SYNTAX.test(ref)) return undefined;
  const candidates = [`refs/heads/${ref}`, `refs/tags/${ref}`];
  if (/^(?:refs\/.+|[0-9a-f]{4,40})$/.test(ref)) candidates.push(ref);
  for (const candidate of candidates) {
    const commit = await revParse(gitDir, `${candidate}^{commit}`);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

/**
 * @param {string} gitDir
 * @param {string} branch
 * @returns {Promise<string | undefined>} The commit at its head.
 */
export async function readHead(gitDir, branch) {
  if (REVISION_SYNTAX.test(branch)) return undefined;
  return revParse(gitDir, `refs/heads/${branch}^{commit}`);
}

/**
 * @param {string} gitDir
 * @returns {Promise<Map<string, string>>} The commits at the heads of all branches, by their names.
 */
export async function readHeads(gitDir) {
  const format = '--format=%(objectname) %(refname:lstrip=2)';
  const lines = (await readGit(gitDir, ['for-each-ref', format, 'refs/heads/'])).split('\n');
  return new Map(lines.map((line) => [line.slice(41), line.slice(0, 40)]));
}

/**
 * @param {string} gitDir
 * @param {string} ref Its full name: `refs/heads/main`.
 * @returns {Promise<string | undefined>} The object that it names.
 */
export async function readRef(gitDir, ref) {
  if (!ref.startsWith('refs/') || REVISION_SYNTAX.test(ref)) return undefined;
  return revParse(gitDir, ref);
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {Promise<string | undefined>} `commit`, `tag`, `tree`, `blob`, or nothing for no object.
 */
export async function readType(gitDir, oid) {
  if (!/^[0-9a-f]{40}$/.test(oid)) return undefined;
  try {
    return await readGit(gitDir, ['cat-file', '-t', oid]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/**
 * @param {string} gitDir
 * @param {string} ancestor
 * @param {string} descendant
 * @returns {Promise<boolean>} Also of a commit and itself.
 */
export async function isAncestor(gitDir, ancestor, descendant) {
  try {
    await runGit(gitDir, ['merge-base', '--is-ancestor', ancestor, descendant]);
    return true;
  } catch (error) {
    if (error instanceof GitError && error.exitCode === 1) return false;
    throw error;
  }
}

/**
 * @param {string} gitDir
 * @returns {Promise<boolean>} Whether it has no branch yet.
 */
export async function isEmpty(gitDir) {
  return (await readGit(gitDir, ['for-each-ref', '--count=1'])) === '';
}

/**
 * @param {string} gitDir
 * @returns {Promise<string>} The name of the default branch.
 */
export async function readDefaultBranch(gitDir) {
  return readGit(gitDir, ['symbolic-ref', '--short', 'HEAD']);
}

/**
 * @param {string} gitDir
 * @param {string} expression
 */
async function revParse(gitDir, expression) {
  try {
    return await readGit(gitDir, ['rev-parse', '--verify', '--quiet', expression]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/**
 * @param {string} gitDir
 * @param {string} commit
 * @param {string} path Empty for the root.
 * @returns {Promise<Entry | undefined>}
 */
export async function readEntry(gitDir, commit, path) {
  if (path === '') {
    const oid = await readGit(gitDir, ['rev-parse', `${commit}^{tree}`]);
    return { mode: '040000', oid, size: 0, path };
  }
  const output = await runGit(gitDir, ['ls-tree', '-z', '--long', '--full-tree', commit, path]);
  return parseEntries(output.toString(), '').find((entry) => entry.path === path);
}

/**
 * @param {string} gitDir
 * @param {Entry} directory
 * @returns {Promise<Entry[]>}
 */
export async function readEntries(gitDir, directory) {
  const output = await runGit(gitDir, ['ls-tree', '-z', '--long', directory.oid]);
  return parseEntries(output.toString(), directory.path === '' ? '' : `${directory.path}/`);
}

/**
 * @param {string} output
 * @param {string} prefix
 * @returns {Entry[]}
 */
function parseEntries(output, prefix) {
  const pattern = /(?<mode>\d{6}) \w+ (?<oid>[0-9a-f]+) +(?<size>\d+|-)\t(?<path>[^\0]+)\0/g;
  return [...output.matchAll(pattern)].map(({ groups = {} }) => ({
    mode: groups['mode'] ?? '',
    oid: groups['oid'] ?? '',
    size: Number(groups['size']) || 0,
    path: `${prefix}${groups['path']}`,
  }));
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @returns {Promise<Buffer>}
 */
export async function readBlob(gitDir, oid) {
  return runGit(gitDir, ['cat-file', 'blob', oid]);
}

/**
 * Commits that are reachable from `range`, newest first.
 * @param {string} gitDir
 * @param {string} range A commit, or `a..b`.
 * @param {{ path?: string | undefined, skip?: number, count?: number }} [selection]
 * @returns {Promise<Commit[]>}
 */
export async function readCommits(gitDir, range, { path, skip = 0, count = -1 } = {}) {
  const args = ['log', '-z', `--format=${LOG_FIELDS.join('%x00')}`];
  args.push(`--skip=${skip}`, `--max-count=${count}`, range, '--');
  const output = (await runGit(gitDir, path ? [...args, path] : args)).toString();
  const fields = output.split('\0');
  const commits = [];
  for (let at = 0; at + LOG_FIELDS.length <= fields.length; at += LOG_FIELDS.length) {
    commits.push(parseCommit(fields.slice(at, at + LOG_FIELDS.length)));
  }
  return commits;
}

/**
 * @param {readonly string[]} fields In the order of `LOG_FIELDS`.
 * @returns {Commit}
 */
function parseCommit([sha = '', tree = '', parents = '', ...fields]) {
  const [authorName, authorEmail, authorDate, name, email, date, message = ''] = fields;
  return {
    sha,
    tree,
    parents: parents.split(' ').filter((parent) => parent !== ''),
    author: parseSignature(authorName, authorEmail, authorDate),
    committer: parseSignature(name, email, date),
    message: message.replace(/\n+$/, ''),
  };
}

/**
 * @param {string} [name]
 * @param {string} [email]
 * @param {string} [date] ISO 8601 in any time zone.
 * @returns {Signature}
 */
function parseSignature(name = '', email = '', date = '') {
  return { name, email, date: new Date(date).toISOString().replace('.000Z', 'Z') };
}
