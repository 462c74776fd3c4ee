// A file, directory, link or submodule as the Contents API describes it.

import { posix } from 'node:path';

/** @typedef {import('./links.mjs').Links} Links */
/** @typedef {import('./objects.mjs').Entry} Entry */

/**
 * The type that a directory's listing shows.
 * @param {Entry} entry
 */
export function listedType({ mode }) {
  if (mode === '040000') return 'dir';
  // A submodule is listed as a file, for the sake of clients older than submodules in this API.
  return mode === '120000' ? 'symlink' : 'file';
}

/**
 * What every kind of content has.
 * @param {Links} links
 * @param {string} ref As it was asked for.
 * @param {Entry} entry
 * @param {string} type
 */
export function describeEntry(links, ref, entry, type) {
  const self = links.contents(ref, entry.path);
  const { git, html, download } = describeAddresses(links, ref, entry);
  return {
    name: posix.basename(entry.path),
    path: entry.path,
    sha: entry.oid,
    size: entry.size,
    url: self,
    html_url: html,
    git_url: git,
    download_url: download,
    type,
    _links: { self, git, html },
  };
}

/**
 * @param {Links} links
 * @param {string} ref
 * @param {Entry} entry
 */
function describeAddresses(links, ref, { mode, oid, path }) {
  if (mode === '160000') return { git: null, html: null, download: null };
  if (mode === '040000') {
    return {
      git: `${links.api}/git/trees/${oid}`,
      html: links.directory(ref, path),
      download: null,
    };
  }
  const git = `${links.api}/git/blobs/${oid}`;
  return { git, html: links.file(ref, path), download: links.raw(ref, path) };
}
