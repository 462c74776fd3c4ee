// The files of a comparison, each with its blob, its counts of lines and its patch.

import { runGit } from './git.mjs';
import { UnknownBehaviourError } from './replies.mjs';

/** @typedef {import('./links.mjs').Links} Links */

/** The first of them; there are no further pages. */
const MAX_FILES = 300;

/** What a letter of git's says, in GitHub's words. */
const STATUSES = new Map([
  ['A', 'added'],
  ['D', 'removed'],
  ['M', 'modified'],
  ['R', 'renamed'],
]);

const RAW_HEADER =
  /^:(?<oldMode>\d+) (?<newMode>\d+) (?<oldSha>[0-9a-f]+) (?<newSha>[0-9a-f]+) (?<letter>[A-Z])/;

/**
 * @typedef {object} Change
 * @property {string} status GitHub's word.
 * @property {string} path
 * @property {string | undefined} previousPath Of a file that was renamed.
 * @property {string} sha That of a removed file is its last one.
 */

/**
 * @param {string} gitDir
 * @param {Links} links
 * @param {string} base The merge base, since a comparison has three dots.
 * @param {string} head
 */
export async function readChangedFiles(gitDir, links, base, head) {
  if (base === head) return [];
  const args = ['diff-tree', '-r', '-z', '--find-renames', '--raw', '--numstat', '--patch'];
  const output = (await runGit(gitDir, [...args, base, head])).toString();
  // No field is empty before the patches, which an empty one separates.
  const end = output.indexOf('\0\0');
  const fields = output
    .slice(0, end + 1)
    .split('\0')
    .slice(0, -1);
  const changes = parseChanges(fields);
  const counts = changes.map(() => parseCounts(fields));
  const patches = parsePatches(output.slice(end + 2));
  return changes.slice(0, MAX_FILES).map((change, index) => {
    const { status, path, previousPath, sha } = change;
    const { additions, deletions } = counts[index] ?? { additions: 0, deletions: 0 };
    const patch = patches[index];
    return {
      sha,
      filename: path,
      status,
      additions,
      deletions,
      changes: additions + deletions,
      ...links.changed(status === 'removed' ? base : head, path),
      ...(patch !== undefined && { patch }),
      ...(previousPath !== undefined && { previous_filename: previousPath }),
    };
  });
}

/**
 * @param {string[]} fields Of each change a header, which starts with a colon, and one path or two.
 *   They are taken away.
 */
function parseChanges(fields) {
  /** @type {Change[]} */
  const changes = [];
  while (fields[0]?.startsWith(':')) {
    const { letter = '', ...header } = RAW_HEADER.exec(fields.shift() ?? '')?.groups ?? {};
    const paths = fields.splice(0, letter === 'R' ? 2 : 1);
    changes.push(describeChange(letter, header, paths));
  }
  return changes;
}

/**
 * @param {string} letter
 * @param {Partial<Record<string, string>>} header
 * @param {readonly string[]} paths Two when it was renamed.
 * @returns {Change}
 */
function describeChange(letter, { oldMode, newMode, oldSha = '', newSha = '' }, paths) {
  const status = STATUSES.get(letter);
  const path = paths.at(-1) ?? '';
  if (status === undefined || (status === 'modified' && oldSha === newSha)) {
    throw new UnknownBehaviourError(`a change of ${path} from mode ${oldMode} to ${newMode}`);
  }
  const previousPath = paths.length > 1 ? paths[0] : undefined;
  return { status, path, previousPath, sha: status === 'removed' ? oldSha : newSha };
}

/**
 * Of binary files git has no counts, and GitHub counts 0.
 * @param {string[]} fields Counts and a path; of a file that was renamed the paths are in two further
 *   ones. They are taken away.
 */
function parseCounts(fields) {
  const [added, deleted, path] = (fields.shift() ?? '').split('\t');
  if (path === '') fields.splice(0, 2);
  return { additions: Number(added) || 0, deletions: Number(deleted) || 0 };
}

/**
 * From the first hunk on; of binary files and of files without a changed line there is none.
 * @param {string} output Of all files.
 * @returns {(string | undefined)[]}
 */
function parsePatches(output) {
  const parts = output.split(/^diff --git .*\n/m).slice(1);
  return parts.map((part) => /^@@ .*/ms.exec(part)?.[0].replace(/\n$/, ''));
}
