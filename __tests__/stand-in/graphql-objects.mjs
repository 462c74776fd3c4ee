// Commits, trees and blobs as GraphQL has them.

import { posix } from 'node:path';
import { GraphqlRefusal } from './graphql-errors.mjs';
import * as history from './history.mjs';
import { readBlob, readEntries, readEntry } from './objects.mjs';
import { UnknownBehaviourError } from './replies.mjs';
import { isSignedByGitHub } from './signers.mjs';

/** @typedef {import('./graphql-repository.mjs').Place} Place */
/** @typedef {import('./history.mjs').Commit} Commit */
/** @typedef {import('./objects.mjs').Entry} Entry */

/** Where the text of a blob is cut. */
const MAX_TEXT_BYTES = 512_000;

/** How much of a file git looks at to tell whether it is binary. */
const SNIFFED_BYTES = 8000;

const MAX_RECORDS = 100;

/**
 * @param {Place} place
 * @param {string} oid
 */
export async function readCommit(place, oid) {
  return describeCommit(place, await history.readCommit(place.gitDir, oid));
}

/**
 * @param {Place} place
 * @param {Commit} commit
 * @returns {object}
 */
function describeCommit(place, { sha, message, committer, parents }) {
  return {
    __typename: 'Commit',
    oid: sha,
    url: `${place.links.page}/commit/${sha}`,
    message,
    signature: isSignedByGitHub(committer) ? { __typename: 'GpgSignature', isValid: true } : null,
    file: async (/** @type {{ path: string }} */ { path }) => {
      if (path === '') throw new UnknownBehaviourError('a file without a path');
      const entry = await readEntry(place.gitDir, sha, path);
      return entry === undefined ? null : describeEntry(place, entry);
    },
    history: (/** @type {HistoryArguments} */ args) => readHistory(place, sha, args),
    parents: (/** @type {{ first?: number | null }} */ { first }) => ({
      nodes: () => Promise.all(parents.slice(0, first ?? 0).map((oid) => readCommit(place, oid))),
    }),
  };
}

/** @typedef {{ first?: number | null, path?: string | null }} HistoryArguments */

/**
 * @param {Place} place
 * @param {string} start
 * @param {HistoryArguments} args
 */
async function readHistory(place, start, { first, path }) {
  checkBounds(first ?? undefined);
  const count = first ?? 0;
  const commits = await history.readCommits(place.gitDir, start, {
    path: path ?? undefined,
    count,
  });
  return { nodes: commits.map((commit) => describeCommit(place, commit)) };
}

/** @param {number | undefined} first */
function checkBounds(first) {
  if (first === undefined) {
    const message =
      'You must provide a `first` or `last` value to properly paginate the `history` connection.';
    throw new GraphqlRefusal('MISSING_PAGINATION_BOUNDARIES', message);
  }
  if (first > MAX_RECORDS) {
    const message = `Requesting ${first} records on the \`history\` connection exceeds the \`first\` limit of ${MAX_RECORDS} records.`;
    throw new GraphqlRefusal('EXCESSIVE_PAGINATION', message);
  }
  if (first < 1) throw new UnknownBehaviourError('a history of no commits');
}

/**
 * @param {Place} place
 * @param {Entry} entry
 * @returns {object}
 */
function describeEntry(place, entry) {
  const { mode, oid, path } = entry;
  return {
    name: posix.basename(path),
    path,
    type: typeOf(mode),
    mode: parseInt(mode, 8),
    oid,
    object: () => readObject(place, entry),
  };
}

/** @param {string} mode */
function typeOf(mode) {
  if (mode === '040000') return 'tree';
  return mode === '160000' ? 'commit' : 'blob';
}

/**
 * @param {Place} place
 * @param {Entry} entry
 */
async function readObject(place, entry) {
  switch (typeOf(entry.mode)) {
    case 'tree':
      return {
        __typename: 'Tree',
        oid: entry.oid,
        entries: async () => {
          const entries = await readEntries(place.gitDir, entry);
          return entries.map((child) => describeEntry(place, child));
        },
      };
    case 'blob':
      return describeBlob(entry.oid, await readBlob(place.gitDir, entry.oid));
    default:
      // The commit of a submodule is in another repository.
      return null;
  }
}

/**
 * @param {string} oid
 * @param {Buffer} bytes
 */
function describeBlob(oid, bytes) {
  const isBinary = bytes.subarray(0, SNIFFED_BYTES).includes(0);
  return {
    __typename: 'Blob',
    oid,
    text: isBinary ? null : bytes.subarray(0, MAX_TEXT_BYTES).toString(),
    isBinary,
    isTruncated: !isBinary && bytes.length > MAX_TEXT_BYTES,
    byteSize: bytes.length,
  };
}
