// PUT /repos/{owner}/{repo}/contents/{path}

import { commitFiles, MovedHeadError } from './commit-files.mjs';
import { describeEntry } from './content-entry.mjs';
import { readCommit } from './history.mjs';
import { isEmpty, readDefaultBranch, readEntry, readHead } from './objects.mjs';
import { describeGitCommit } from './commits.mjs';
import * as replies from './replies.mjs';
import { identityOf, WEB_FLOW } from './signers.mjs';

/** @typedef {import('./commit-files.mjs').Identity} Identity */
/** @typedef {import('./objects.mjs').Entry} Entry */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function putContents(call) {
  const { gitDir } = call.repository;
  const branch = readText(call.body['branch']) ?? (await readDefaultBranch(gitDir));
  const head = await readHead(gitDir, branch);
  if (head === undefined) return refuseBranch(call, branch);
  const path = call.parameters['path'] ?? '';
  const entry = await readEntry(gitDir, head, path);
  const refusal =
    checkBody(call) ?? checkEntry(call, path, entry) ?? checkBranch(call, branch, entry);
  return refusal ?? write(call, { branch, head, path, entry });
}

/**
 * @param {Call} call
 * @param {string} branch
 */
async function refuseBranch({ repository, page }, branch) {
  if (await isEmpty(repository.gitDir)) {
    return replies.refuseUnknownBehaviour('a write into an empty repository');
  }
  return replies.refuse(404, `Branch ${branch} not found`, page);
}

/**
 * @param {Call} call
 * @returns {Reply | undefined}
 */
function checkBody({ body, page }) {
  const content = readText(body['content']);
  if (readText(body['message']) === undefined) return replies.refuseMissingField('message', page);
  if (content === undefined) return replies.refuseMissingField('content', page);
  return isBase64(content) ? undefined : replies.refuse(422, 'content is not valid Base64', page);
}

/**
 * Standard Base64 with padding, line breaks allowed.
 * @param {string} text
 */
function isBase64(text) {
  return Buffer.from(text, 'base64').toString('base64') === text.replace(/\s/g, '');
}

/**
 * A `sha` guards the one blob that it names; on a path where nothing is, it is ignored.
 * @param {Call} call
 * @param {string} path
 * @param {Entry | undefined} entry
 * @returns {Reply | undefined}
 */
function checkEntry({ body, page }, path, entry) {
  if (entry === undefined) return undefined;
  if (!/^(?:100|120)/.test(entry.mode)) {
    return replies.refuseUnknownBehaviour('a write where a directory or a submodule is');
  }
  const sha = readText(body['sha']);
  if (sha === undefined) return replies.refuseMissingField('sha', page);
  return sha === entry.oid ? undefined : replies.refuse(409, `${path} does not match ${sha}`, page);
}

/**
 * @param {Call} call
 * @param {string} branch
 * @param {Entry | undefined} entry
 * @returns {Reply | undefined}
 */
function checkBranch({ repository, caller, body, page }, branch, entry) {
  const protection = repository.protectedBranches[branch];
  if (protection === undefined) return undefined;
  if (protection === 'ruleset-signatures' && isSigned(caller, body)) return undefined;
  const message = replies.PROTECTIONS[protection];
  if (replies.isRuleset(protection)) return replies.refuse(409, message, page);
  const write = entry === undefined ? 'create' : 'update';
  return replies.refuse(409, `Could not ${write} file: ${message}`, page);
}

/**
 * GitHub signs what an App writes in its own name.
 * @param {Call['caller']} caller
 * @param {Call['body']} body
 */
function isSigned(caller, body) {
  const isApp = caller !== 'anonymous' && caller.kind === 'app';
  return isApp && body['author'] === undefined && body['committer'] === undefined;
}

/**
 * @param {Call} call
 * @param {{ branch: string, head: string, path: string, entry: Entry | undefined }} place
 * @returns {Promise<Reply>}
 */
async function write(call, { branch, head, path, entry }) {
  const { repository, body, page, beforeRefUpdate } = call;
  const bytes = Buffer.from(String(body['content']), 'base64');
  const mode = entry?.mode ?? '100644';
  const message = String(body['message']);
  const change = {
    branch,
    head,
    files: [{ path, mode, bytes }],
    message,
    beforeRefUpdate,
    lockTimeoutMs: repository.refLockTimeoutMs,
    ...readSigners(call),
  };
  try {
    const commit = await commitFiles(repository.gitDir, change);
    const reply = await describeWritten(call, branch, commit, path);
    return { status: entry === undefined ? 201 : 200, body: reply };
  } catch (error) {
    if (error instanceof MovedHeadError) return replies.refuse(409, error.message, page);
    throw error;
  }
}

/**
 * @param {Call} call
 * @returns {{ author: Identity, committer: Identity }}
 */
function readSigners({ body, caller }) {
  if (caller === 'anonymous') throw new Error('A write was not refused.');
  const user = identityOf(caller);
  const given = readIdentity(body['committer']);
  const committer = given ?? (caller.kind === 'app' ? WEB_FLOW : user);
  return { author: readIdentity(body['author']) ?? given ?? user, committer };
}

/**
 * @param {Call} call
 * @param {string} branch
 * @param {string} commit
 * @param {string} path
 */
async function describeWritten(call, branch, commit, path) {
  const { repository, links } = call;
  const written = await readCommit(repository.gitDir, commit);
  const entry = await readEntry(repository.gitDir, commit, path);
  if (entry === undefined) throw new Error(`${commit} was not written`);
  return {
    content: describeEntry(links, branch, entry, 'file'),
    commit: {
      sha: commit,
      node_id: `C_${commit}`,
      html_url: `${links.page}/commit/${commit}`,
      ...describeGitCommit(links, written),
      parents: written.parents.map((sha) => ({
        sha,
        url: `${links.api}/git/commits/${sha}`,
        html_url: `${links.page}/commit/${sha}`,
      })),
    },
  };
}

/**
 * @param {unknown} value
 * @returns {string | undefined}
 */
function readText(value) {
  return typeof value === 'string' ? value : undefined;
}

/**
 * @param {unknown} value
 * @returns {Identity | undefined}
 */
function readIdentity(value) {
  if (!isObject(value)) return undefined;
  const date = readText(value['date']);
  const identity = { name: String(value['name']), email: String(value['email']) };
  return date === undefined ? identity : { ...identity, date };
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
function isObject(value) {
  return typeof value === 'object' && value !== null;
}
