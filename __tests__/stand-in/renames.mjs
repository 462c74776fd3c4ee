// Repositories that were renamed: their ids stay, and their old names lead to them.

/** @typedef {import('./operations.mjs').Repository} Repository */

/**
 * @param {ReadonlyMap<string, Repository>} repositories By their present names.
 * @param {string} name One that it had before.
 */
export function findRenamed(repositories, name) {
  // An old name leads nowhere any more when another repository has it.
  if (repositories.has(name)) return undefined;
  return [...repositories.values()].find(({ renamedFrom }) => renamedFrom.includes(name));
}

/**
 * @param {ReadonlyMap<string, Repository>} repositories
 * @param {number} id
 */
export function findById(repositories, id) {
  return [...repositories.values()].find((repository) => repository.id === id);
}

/**
 * Where GitHub leads clients to, in redirects and from page to page.
 * @param {string} apiUrl
 * @param {Pick<Repository, 'id'>} repository
 */
export function addressOf(apiUrl, { id }) {
  return `${apiUrl}/repositories/${id}`;
}
