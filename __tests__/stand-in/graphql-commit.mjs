// createCommitOnBranch: any number of files in one commit, if the branch still is where it was read.

import { commitFiles, MovedHeadError } from './commit-files.mjs';
import { GraphqlRefusal, refuseCrash, refuseMutation } from './graphql-errors.mjs';
import { describeRef, findRepository } from './graphql-repository.mjs';
import { readCommit } from './graphql-objects.mjs';
import { readEntry, readHead, readType } from './objects.mjs';
import { isRuleset, PROTECTIONS, UnknownBehaviourError } from './replies.mjs';
import { identityOf, WEB_FLOW } from './signers.mjs';
import { computeAccess } from './tokens.mjs';

/** @typedef {import('./commit-files.mjs').FileChange} FileChange */
/** @typedef {import('./graphql.mjs').Session} Session */
/** @typedef {import('./operations.mjs').Repository} Repository */

/**
 * @typedef {object} Input
 * @property {{ id?: string | null, repositoryNameWithOwner?: string | null, branchName?: string | null }} branch
 * @property {string | null} [clientMutationId]
 * @property {string} expectedHeadOid
 * @property {{ headline: string, body?: string | null }} message
 * @property {{ additions: readonly Addition[] | null, deletions: readonly Deletion[] | null } | null} [fileChanges]
 */

/** @typedef {{ path: string, contents: string }} Addition */
/** @typedef {{ path: string }} Deletion */

/**
 * @param {{ input: Input }} args
 * @param {Session} session
 */
export async function createCommitOnBranch({ input }, session) {
  const { repositoryNameWithOwner: name, branchName: branch } = input.branch;
  if (typeof name !== 'string' || typeof branch !== 'string') {
    throw new UnknownBehaviourError('a branch that is not given by its name');
  }
  const repository = findRepository(session, name);
  if (repository.name !== name) {
    throw new UnknownBehaviourError('a commit to a repository by the name that it had before');
  }
  checkAccess(session, repository);
  const { additions, deletions } = readChanges(input);
  const head = await checkHead(repository, branch, input.expectedHeadOid);
  checkProtection(repository, branch);
  const files = await readFiles(repository, head, additions, deletions);
  const commit = await write(session, repository, { branch, head, files }, input);
  const place = { gitDir: repository.gitDir, links: session.linksOf(name) };
  return {
    clientMutationId: input.clientMutationId,
    commit: () => readCommit(place, commit),
    ref: () => describeRef(place, `refs/heads/${branch}`, commit),
  };
}

/**
 * @param {Session} session
 * @param {Repository} repository
 */
function checkAccess({ caller }, repository) {
  if (computeAccess(caller, repository) !== 'write') {
    throw refuseMutation(caller, 'CreateCommitOnBranch');
  }
  if (repository.archived) {
    throw new GraphqlRefusal('UNPROCESSABLE', 'Repository was archived so is read-only.');
  }
}

/**
 * @param {Input} input
 * @returns {{ additions: readonly Addition[], deletions: readonly Deletion[] }}
 */
function readChanges({ fileChanges }) {
  const { additions, deletions } = fileChanges ?? { additions: [], deletions: [] };
  // The schema allows it, the server does not.
  if (additions === null || deletions === null) throw refuseCrash();
  return { additions, deletions };
}

/**
 * @param {Repository} repository
 * @param {string} branch
 * @param {string} expected
 */
async function checkHead({ gitDir }, branch, expected) {
  const head = await readHead(gitDir, branch);
  if (head === undefined) throw new GraphqlRefusal('NOT_FOUND', 'Branch not found');
  if (head === expected) return head;
  if ((await readType(gitDir, expected)) !== 'commit') {
    const message = `No commit exists with specified expectedHeadOid '${expected}'.`;
    throw new GraphqlRefusal('NOT_FOUND', message);
  }
  const message = `Expected branch to point to "${expected}" but it did not.  Pull and try again.`;
  throw new GraphqlRefusal('STALE_DATA', message);
}

/**
 * GitHub signs these commits for every kind of token, so a rule on signatures is kept.
 * @param {Repository} repository
 * @param {string} branch
 */
function checkProtection({ protectedBranches }, branch) {
  const protection = protectedBranches[branch];
  if (protection === undefined || protection === 'ruleset-signatures') return;
  const type = isRuleset(protection) ? 'UNPROCESSABLE' : 'BRANCH_PROTECTION_RULE_VIOLATION';
  throw new GraphqlRefusal(type, PROTECTIONS[protection]);
}

/**
 * @param {Repository} repository
 * @param {string} head
 * @param {readonly Addition[]} additions
 * @param {readonly Deletion[]} deletions
 */
async function readFiles({ gitDir }, head, additions, deletions) {
  const paths = [...additions, ...deletions].map(({ path }) => path);
  if (new Set(paths).size < paths.length) throw new UnknownBehaviourError('a path given twice');
  if (paths.some((path) => path === '' || path.startsWith('/'))) {
    throw new UnknownBehaviourError('a path that is empty or starts with a slash');
  }
  /** @type {FileChange[]} */
  const files = [];
  for (const { path, contents } of additions) {
    files.push({ path, mode: await readMode(gitDir, head, path), bytes: decode(contents) });
  }
  for (const { path } of deletions) {
    const entry = await readEntry(gitDir, head, path);
    if (entry === undefined) throw new UnknownBehaviourError('a deletion of what is not there');
    files.push({ path, deleted: true });
  }
  return files;
}

/**
 * A new file is a regular one, since there is no field for another mode; one that is there keeps its
 * mode (observed by toobuntu/repo-foundation on 2026-07-14).
 * @param {string} gitDir
 * @param {string} head
 * @param {string} path
 */
async function readMode(gitDir, head, path) {
  const mode = (await readEntry(gitDir, head, path))?.mode ?? '100644';
  if (!mode.startsWith('100')) throw new UnknownBehaviourError('a write where no file is');
  return mode;
}

/** @param {string} contents Standard Base64 with padding, in one line (RFC 4648). */
function decode(contents) {
  const bytes = Buffer.from(contents, 'base64');
  if (bytes.toString('base64') !== contents) {
    throw new UnknownBehaviourError('contents that are not valid Base64');
  }
  return bytes;
}

/**
 * @param {Session} session
 * @param {Repository} repository
 * @param {{ branch: string, head: string, files: readonly FileChange[] }} change
 * @param {Input} input
 */
async function write({ caller, beforeRefUpdate }, repository, change, { message }) {
  const { headline, body } = message;
  try {
    return await commitFiles(repository.gitDir, {
      ...change,
      message: body ? `${headline}\n\n${body}` : headline,
      author: identityOf(caller),
      committer: WEB_FLOW,
      beforeRefUpdate,
      lockTimeoutMs: repository.refLockTimeoutMs,
    });
  } catch (error) {
    // Observed where the branch moved after GitHub's own check of the head: not STALE_DATA.
    if (error instanceof MovedHeadError) throw new GraphqlRefusal('FORBIDDEN', error.message);
    throw error;
  }
}
