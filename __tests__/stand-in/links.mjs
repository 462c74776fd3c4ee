// Addresses in replies. Those of the API point at the stand-in; those for people at github.com, as
// the replies of api.github.com do.

/** @typedef {ReturnType<typeof makeLinks>} Links */

const PAGES = 'https://github.com';
const RAW = 'https://raw.githubusercontent.com';

/**
 * @param {string} apiUrl Base address of the stand-in.
 * @param {string} repository `owner/name`.
 */
export function makeLinks(apiUrl, repository) {
  const api = `${apiUrl}/repos/${repository}`;
  const page = `${PAGES}/${repository}`;
  return {
    apiUrl,
    api,
    page,
    raw: (/** @type {string} */ ref, /** @type {string} */ path) =>
      `${RAW}/${repository}/${encodePath(ref)}/${encodePath(path)}`,
    contents: (/** @type {string} */ ref, /** @type {string} */ path) =>
      `${api}/contents/${encodePath(path)}?ref=${encodeURIComponent(ref)}`,
    file: (/** @type {string} */ ref, /** @type {string} */ path) =>
      `${page}/blob/${encodePath(ref)}/${encodePath(path)}`,
    /** Of a comparison, whose addresses have the slashes of a path encoded. */
    changed: (/** @type {string} */ commit, /** @type {string} */ path) => {
      const encoded = encodeURIComponent(path);
      return {
        blob_url: `${page}/blob/${commit}/${encoded}`,
        raw_url: `${page}/raw/${commit}/${encoded}`,
        contents_url: `${api}/contents/${encoded}?ref=${commit}`,
      };
    },
    directory: (/** @type {string} */ ref, /** @type {string} */ path) =>
      `${page}/tree/${encodePath(ref)}/${encodePath(path)}`,
  };
}

/** @param {string} path */
function encodePath(path) {
  return path.split('/').map(encodeURIComponent).join('/');
}
