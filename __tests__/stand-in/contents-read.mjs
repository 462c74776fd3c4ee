// GET /repos/{owner}/{repo}/contents/{path}

import { posix } from 'node:path';
import { answerRaw, encodeContent, isRawAccepted } from './content-bytes.mjs';
import { describeEntry, listedType } from './content-entry.mjs';
import { GitError, readGit } from './git.mjs';
import {
  isEmpty,
  readBlob,
  readDefaultBranch,
  readEntries,
  readEntry,
  resolveCommit,
} from './objects.mjs';
import * as replies from './replies.mjs';

/** @typedef {import('./objects.mjs').Entry} Entry */
/** @typedef {import('./operations.mjs').Call} Call */
/** @typedef {import('./replies.mjs').Reply} Reply */

/** @typedef {{ call: Call, ref: string, commit: string }} Place Where something is read. */

/** Beyond it a file's content is left out, except in the raw media type. */
const MAX_CONTENT_BYTES = 1024 * 1024;

/** Beyond it a listing is cut without a word. */
const MAX_LISTED_ENTRIES = 1000;

const OBJECT = /application\/vnd\.github\.(?:v3\.)?object/;

/**
 * @param {Call} call
 * @returns {Promise<Reply>}
 */
export async function getContents(call) {
  const { gitDir } = call.repository;
  const ref = call.query.get('ref') ?? (await readDefaultBranch(gitDir));
  const commit = await resolveCommit(gitDir, ref);
  if (commit === undefined) {
    const isNew = await isEmpty(gitDir);
    const message = isNew ? 'This repository is empty.' : `No commit found for the ref ${ref}`;
    return replies.refuse(404, message, '/repos/contents');
  }
  const path = (call.parameters['path'] ?? '').replace(/\/+$/, '');
  const entry = await readEntry(gitDir, commit, path);
  if (entry === undefined) return replies.refuseAbsent(call.page);
  return answerEntry({ call, ref, commit }, entry);
}

/**
 * @param {Place} place
 * @param {Entry} entry
 * @returns {Promise<Reply>}
 */
async function answerEntry(place, entry) {
  switch (entry.mode) {
    case '040000':
      return answerDirectory(place, entry);
    case '120000':
      return answerLink(place, entry);
    case '160000':
      return answerSubmodule(place, entry);
    default:
      return answerFile(place, entry, entry.oid);
  }
}

/**
 * @param {Place} place
 * @param {Entry} directory
 * @returns {Promise<Reply>}
 */
async function answerDirectory(place, directory) {
  if (OBJECT.test(place.call.accept)) {
    return replies.refuseUnknownBehaviour('a directory in the object media type');
  }
  const entries = await readEntries(place.call.repository.gitDir, directory);
  const listed = entries.slice(0, MAX_LISTED_ENTRIES);
  return {
    status: 200,
    body: listed.map((entry) =>
      describeEntry(place.call.links, place.ref, entry, listedType(entry)),
    ),
  };
}

/**
 * @param {Place} place
 * @param {Entry} entry Whose name and address the reply has.
 * @param {string} oid The blob whose content it has: of a link that is followed, the target's.
 * @returns {Promise<Reply>}
 */
async function answerFile(place, entry, oid) {
  const bytes = await readBlob(place.call.repository.gitDir, oid);
  if (isRawAccepted(place.call.accept)) return answerRaw(bytes);
  const shown = bytes.length <= MAX_CONTENT_BYTES;
  const body = {
    ...describeEntry(place.call.links, place.ref, { ...entry, size: bytes.length }, 'file'),
    content: shown ? encodeContent(bytes) : '',
    encoding: shown ? 'base64' : 'none',
  };
  return { status: 200, body };
}

/**
 * A link to a file is answered with the file's content under the link's own name and `sha`: a write
 * that names this `sha` is accepted, and replaces the link (github/github-mcp-server#2997).
 * @param {Place} place
 * @param {Entry} link
 * @returns {Promise<Reply>}
 */
async function answerLink(place, link) {
  const { gitDir } = place.call.repository;
  const target = (await readBlob(gitDir, link.oid)).toString();
  const path = posix.join(posix.dirname(link.path), target);
  const inside = !posix.isAbsolute(target) && path !== '..' && !path.startsWith('../');
  const entry = inside ? await readEntry(gitDir, place.commit, path) : undefined;
  if (entry?.mode.startsWith('100')) return answerFile(place, link, entry.oid);
  return {
    status: 200,
    body: { ...describeEntry(place.call.links, place.ref, link, 'symlink'), target },
  };
}

/**
 * @param {Place} place
 * @param {Entry} entry
 * @returns {Promise<Reply>}
 */
async function answerSubmodule(place, entry) {
  const url = await readSubmoduleUrl(place, entry.path);
  if (url === undefined) return replies.refuseUnknownBehaviour('a submodule without its URL');
  return {
    status: 200,
    body: {
      ...describeEntry(place.call.links, place.ref, entry, 'submodule'),
      submodule_git_url: url,
    },
  };
}

/**
 * @param {Place} place
 * @param {string} path
 * @returns {Promise<string | undefined>}
 */
async function readSubmoduleUrl({ call, commit }, path) {
  const args = ['config', '--blob', `${commit}:.gitmodules`];
  const { gitDir } = call.repository;
  try {
    const paths = await readGit(gitDir, [...args, '--get-regexp', '^submodule\\..*\\.path$']);
    const line = paths.split('\n').find((text) => text.endsWith(`.path ${path}`));
    if (line === undefined) return undefined;
    const name = line.slice(0, -`.path ${path}`.length);
    return await readGit(gitDir, [...args, '--get', `${name}.url`]);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
