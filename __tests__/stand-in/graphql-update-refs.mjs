// updateRefs: moves refs, each only if it still is where it was read, when that is told.

import { GraphqlRefusal, refuseMutation } from './graphql-errors.mjs';
import { checkSso } from './graphql-repository.mjs';
import { moveRef, RefUpdateError } from './git/ref-updates.mjs';
import { isAncestor } from './history.mjs';
import { readRef, readType } from './objects.mjs';
import { PROTECTIONS, UnknownBehaviourError } from './replies.mjs';
import { computeAccess } from './tokens.mjs';

/** @typedef {import('./graphql.mjs').Session} Session */
/** @typedef {import('./operations.mjs').Repository} Repository */

/**
 * @typedef {object} RefUpdate
 * @property {string} name In full: `refs/heads/main`.
 * @property {string | null} [beforeOid]
 * @property {string} afterOid
 * @property {boolean} [force]
 */

const BRANCHES = 'refs/heads/';

/**
 * @param {{ input: { repositoryId: string, refUpdates: readonly RefUpdate[], clientMutationId?: string | null } }} args
 * @param {Session} session
 */
export async function updateRefs({ input }, session) {
  const repository = findRepository(session, input.repositoryId);
  const [update, second] = input.refUpdates;
  if (update === undefined || second !== undefined) {
    throw new UnknownBehaviourError('an update of no ref, or of several');
  }
  const protection = repository.protectedBranches[update.name.slice(BRANCHES.length)];
  if (protection !== undefined) throw new GraphqlRefusal('UNPROCESSABLE', PROTECTIONS[protection]);
  const old = await readRef(repository.gitDir, update.name);
  const isCommit = (await readType(repository.gitDir, update.afterOid)) === 'commit';
  if (old === undefined && update.beforeOid) throw refuseElsewhere();
  if (old === undefined || !isCommit)
    throw new UnknownBehaviourError('a ref or a commit not there');
  if (update.force !== true && !(await isAncestor(repository.gitDir, old, update.afterOid))) {
    throw new UnknownBehaviourError('an update that is no fast forward and not forced');
  }
  await session.beforeRefUpdate();
  await move(repository, update, old);
  return { clientMutationId: input.clientMutationId };
}

/**
 * @param {Session} session
 * @param {string} id
 */
function findRepository(session, id) {
  const found = [...session.repositories.values()].find(
    (repository) => `R_${repository.id}` === id,
  );
  if (found === undefined || computeAccess(session.caller, found) === 'none') {
    const message = `Could not resolve to a node with the global id of '${id}'.`;
    throw new GraphqlRefusal('NOT_FOUND', message);
  }
  checkSso(session.caller, found);
  if (computeAccess(session.caller, found) !== 'write') {
    throw refuseMutation(session.caller, 'UpdateRefs');
  }
  return found;
}

/** How GitHub words a ref that is elsewhere is not known, and no client may depend on this wording. */
function refuseElsewhere() {
  return new GraphqlRefusal('UNPROCESSABLE', 'The ref is not where it was expected.');
}

/**
 * @param {Repository} repository
 * @param {RefUpdate} update
 * @param {string} old Where the ref was read.
 */
async function move({ gitDir, refLockTimeoutMs }, { name, beforeOid, afterOid }, old) {
  try {
    await moveRef(gitDir, { name, to: afterOid, from: beforeOid ?? old }, refLockTimeoutMs);
  } catch (error) {
    if (!(error instanceof RefUpdateError)) throw error;
    throw refuseElsewhere();
  }
}
