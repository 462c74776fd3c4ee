// GET /repos/{owner}/{repo}/commits/{ref}

import { readChangedFiles } from './compare-files.mjs';
import { describeCommit } from './commits.mjs';
import { readCommits } from './history.mjs';
import { isEmpty, resolveCommit } from './objects.mjs';
import { readPage } from './pages.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getCommit({ repository, parameters, query, page, links }) {
  const { gitDir } = repository;
  const { ref = '' } = parameters;
  if (await isEmpty(gitDir)) return replies.refuse(409, 'Git Repository is empty.', page);
  const sha = await resolveCommit(gitDir, ref);
  if (sha === undefined) return replies.refuse(422, `No commit found for SHA: ${ref}`, page);
  const [commit] = await readCommits(gitDir, sha, { count: 1 });
  if (commit === undefined) throw new Error(`There is no commit ${sha}.`);
  const [parent] = commit.parents;
  // Of a first commit the stand-in shows no files.
  const all = parent === undefined ? [] : await readChangedFiles(gitDir, links, parent, sha);
  const { skip, count } = readPage(query);
  const sum = (/** @type {'additions' | 'deletions'} */ key) =>
    all.reduce((total, file) => total + file[key], 0);
  const [additions, deletions] = [sum('additions'), sum('deletions')];
  const stats = { additions, deletions, total: additions + deletions };
  const files = all.slice(skip, skip + count);
  return { status: 200, body: { ...describeCommit(links, commit), stats, files } };
}
