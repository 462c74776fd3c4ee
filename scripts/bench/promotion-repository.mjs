/** The repositories of the promotion bench: a GitOps repository of a size, and the source's history. */
import { createBareRepository } from '../../__tests__/stand-in/bare-repository.mjs';
import { readGit } from '../../__tests__/stand-in/git.mjs';
import { renderManifests } from './promotion-manifests.mjs';

/** @typedef {import('../../__tests__/stand-in/bare-repository.mjs').BareRepository} BareRepository */

/**
 * The source repository: every commit has the one before it as its parent. The tags of all name them
 * beyond doubt: where the first seven digits of a commit are decimal (one of 27), they may be a date
 * as well, and a promotion over it makes one request more, for what the file's last commits tell.
 * @param {string} gitDir
 * @param {number} length
 * @returns {Promise<string[]>} The commits, oldest first.
 */
export async function createSourceRepository(gitDir, length) {
  const { git } = await createBareRepository(gitDir, { 'README.md': 'The application\n' });
  /** @type {string[]} */
  const commits = [];
  let parent = await git('rev-parse', 'main');
  for (let number = 1; commits.length < length; number += 1) {
    parent = await git('commit-tree', 'main^{tree}', '-p', parent, '-m', `Change ${number}`);
    if (/[a-f]/.test(parent.slice(0, 7))) commits.push(parent);
  }
  await git('update-ref', 'refs/heads/main', parent);
  return commits;
}

/**
 * The GitOps repository, packed as a server's maintenance leaves it, and open for pushes.
 * @param {string} gitDir
 * @param {number} size Number of files, a multiple of ten.
 * @param {string} tag What is deployed.
 * @returns {Promise<{ repository: BareRepository, bytes: number, packedBytes: number }>} `bytes` are
 *   those of all files.
 */
export async function createGitopsRepository(gitDir, size, tag) {
  const files = renderManifests(size, tag);
  const repository = await createBareRepository(gitDir, files);
  await repository.git('config', 'http.receivepack', 'true');
  await repository.git('repack', '-a', '-d', '--quiet', '--write-bitmap-index');
  const bytes = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const counts = await readGit(gitDir, ['count-objects', '-v']);
  const kibibytes = /^size-pack: (?<size>\d+)$/m.exec(counts)?.groups?.['size'] ?? '0';
  return { repository, bytes, packedBytes: Number(kibibytes) * 1024 };
}
