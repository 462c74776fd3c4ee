// GET /repos/{owner}/{repo}/git/ref/{ref}, and POST, PATCH and DELETE of …/git/refs

import { moveRef, NOTHING, RefUpdateError, removeRef } from './git/ref-updates.mjs';
import { isAncestor } from './history.mjs';
import { isEmpty, readRef, readType } from './objects.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

const BRANCHES = 'refs/heads/';

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getRef(call) {
  const { gitDir } = call.repository;
  if (await isEmpty(gitDir)) return replies.refuse(409, 'Git Repository is empty.', call.page);
  const ref = nameRef(call);
  const oid = await readRef(gitDir, ref);
  if (oid === undefined) return replies.refuseAbsent(call.page);
  return { status: 200, body: await describeRef(call, ref, oid) };
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function createRef(call) {
  const { repository, body, page } = call;
  const { ref, sha } = body;
  if (typeof ref !== 'string') return replies.refuseMissingField('ref', page);
  if (typeof sha !== 'string') return replies.refuseMissingField('sha', page);
  if (!/^refs\/[^/]+\/./.test(ref)) return refuseName(page);
  if ((await readType(repository.gitDir, sha)) === undefined) return refuseObject(page);
  if ((await readRef(repository.gitDir, ref)) !== undefined) return refuseExisting(page);
  const refusal = checkProtection(call, ref);
  if (refusal !== undefined) return refusal;
  if (await move(call, { name: ref, to: sha, from: NOTHING })) {
    return { status: 201, body: await describeRef(call, ref, sha) };
  }
  const isThere = (await readRef(repository.gitDir, ref)) !== undefined;
  // Also where a branch is called like a directory of it: `a` and `a/b` exclude each other.
  return isThere ? refuseExisting(page) : replies.refuse(422, 'Reference update failed', page);
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function updateRef(call) {
  const { repository, body, page } = call;
  const { gitDir } = repository;
  const { sha, force = false } = body;
  const ref = nameRef(call);
  if (typeof sha !== 'string') return replies.refuseMissingField('sha', page);
  const old = await readRef(gitDir, ref);
  if (old === undefined) return refuseRef(page);
  if ((await readType(gitDir, sha)) !== 'commit') return refuseObject(page);
  const refusal = checkProtection(call, ref);
  if (refusal !== undefined) return refusal;
  if (force !== true && !(await isAncestor(gitDir, old, sha))) {
    return replies.refuse(422, 'Update is not a fast forward', page);
  }
  if (await move(call, { name: ref, to: sha, from: old })) {
    return { status: 200, body: await describeRef(call, ref, sha) };
  }
  return replies.refuse(422, 'Reference cannot be updated', page);
}

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function deleteRef(call) {
  const { repository, page, beforeRefUpdate } = call;
  const ref = nameRef(call);
  if ((await readRef(repository.gitDir, ref)) === undefined) return refuseRef(page);
  if (protectionOf(call, ref) !== undefined) {
    return replies.refuseUnknownBehaviour('the deletion of a protected branch');
  }
  await beforeRefUpdate();
  await removeRef(repository.gitDir, ref, repository.refLockTimeoutMs);
  return { status: 204 };
}

/**
 * Moves a ref from where it was read.
 * @param {Call} call
 * @param {import('./git/ref-updates.mjs').RefUpdate} update
 * @returns {Promise<boolean>} Not when somebody else was first, or holds a lock.
 */
async function move({ repository, beforeRefUpdate }, update) {
  await beforeRefUpdate();
  try {
    await moveRef(repository.gitDir, update, repository.refLockTimeoutMs);
    return true;
  } catch (error) {
    if (error instanceof RefUpdateError) return false;
    throw error;
  }
}

/**
 * The parameter has no `refs/`.
 * @param {Call} call
 */
function nameRef({ parameters }) {
  return `refs/${parameters['ref'] ?? ''}`;
}

/**
 * @param {Call} call
 * @param {string} ref
 */
function protectionOf({ repository }, ref) {
  if (!ref.startsWith(BRANCHES)) return undefined;
  return repository.protectedBranches[ref.slice(BRANCHES.length)];
}

/**
 * @param {Call} call
 * @param {string} ref
 * @returns {Reply | undefined}
 */
function checkProtection(call, ref) {
  const protection = protectionOf(call, ref);
  if (protection === undefined) return undefined;
  return replies.refuse(422, replies.PROTECTIONS[protection], call.page);
}

/** @param {string} page */
function refuseName(page) {
  const message = 'Reference name must contain at least three slash-separated components.';
  return replies.refuse(422, message, page);
}

/** @param {string} page */
function refuseObject(page) {
  return replies.refuse(422, 'Object does not exist', page);
}

/** @param {string} page */
function refuseExisting(page) {
  return replies.refuse(422, 'Reference already exists', page);
}

/** @param {string} page */
function refuseRef(page) {
  return replies.refuse(422, 'Reference does not exist', page);
}

/**
 * @param {Call} call
 * @param {string} ref
 * @param {string} oid
 */
async function describeRef({ repository, links }, ref, oid) {
  const type = (await readType(repository.gitDir, oid)) ?? 'commit';
  return {
    ref,
    node_id: `REF_${Buffer.from(ref).toString('base64url')}`,
    url: `${links.api}/git/${ref}`,
    object: { sha: oid, type, url: `${links.api}/git/${type}s/${oid}` },
  };
}
