// The fields of a repository and its branches, read from the bare repository when they are asked for.

import { readCommit } from './graphql-objects.mjs';
import { refuseRepository, SsoRefusal } from './graphql-errors.mjs';
import { isEmpty, readDefaultBranch, readRef, readType } from './objects.mjs';
import { findRenamed } from './renames.mjs';
import { UnknownBehaviourError } from './replies.mjs';
import { computeAccess, findUnauthorizedOrganization } from './tokens.mjs';

/** @typedef {import('./graphql.mjs').Session} Session */
/** @typedef {import('./operations.mjs').Repository} Repository */

/** @typedef {{ gitDir: string, links: import('./links.mjs').Links }} Place Where objects are read. */

/**
 * @param {Session} session
 * @param {string} name `owner/name`, also one that it had before.
 * @returns {Repository}
 * @throws {import('./graphql-errors.mjs').GraphqlRefusal} Also for one that the caller may not see.
 */
export function findRepository({ repositories, caller }, name) {
  const repository = repositories.get(name) ?? findRenamed(repositories, name);
  if (repository === undefined) throw refuseRepository(name);
  checkSso(caller, repository);
  if (computeAccess(caller, repository) === 'none') throw refuseRepository(name);
  return repository;
}

/**
 * @param {Session['caller']} caller
 * @param {Repository} repository
 * @throws {SsoRefusal}
 */
export function checkSso(caller, repository) {
  const organization = findUnauthorizedOrganization(caller, repository);
  if (organization !== undefined) throw new SsoRefusal(organization);
}

/**
 * @param {{ owner: string, name: string, followRenames?: boolean | null }} args
 * @param {Session} session
 */
export async function readRepository({ owner, name, followRenames }, session) {
  const asked = `${owner}/${name}`;
  const repository = findRepository(session, asked);
  if (followRenames !== true && repository.name !== asked) throw refuseRepository(asked);
  const { gitDir } = repository;
  const place = { gitDir, links: session.linksOf(repository.name) };
  return {
    id: `R_${repository.id}`,
    nameWithOwner: repository.name,
    isArchived: repository.archived,
    defaultBranchRef: async () => {
      if (await isEmpty(gitDir)) return null;
      return findRef(place, await readDefaultBranch(gitDir));
    },
    ref: (/** @type {{ qualifiedName: string }} */ args) => findRef(place, args.qualifiedName),
  };
}

/**
 * @param {Place} place
 * @param {string} name Of a branch or a tag, with or without what stands before it.
 */
async function findRef(place, name) {
  for (const ref of [name, `refs/${name}`, `refs/heads/${name}`, `refs/tags/${name}`]) {
    const oid = await readRef(place.gitDir, ref);
    if (oid !== undefined) return describeRef(place, ref, oid);
  }
  return null;
}

/**
 * @param {Place} place
 * @param {string} ref Its full name.
 * @param {string} oid
 */
export async function describeRef(place, ref, oid) {
  const name = /^refs\/(?:heads|tags)\/(?<name>.+)$/.exec(ref)?.groups?.['name'];
  if (name === undefined) throw new UnknownBehaviourError(`the name of ${ref}`);
  if ((await readType(place.gitDir, oid)) !== 'commit') {
    throw new UnknownBehaviourError('a tag that is an object of its own');
  }
  return { name, target: () => readCommit(place, oid) };
}
