// Objects of a repository in files of their own, as git writes them: compressed, under their names.

import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';

/** @typedef {'commit' | 'tree' | 'blob' | 'tag'} ObjectType */

/** @typedef {{ type: ObjectType, content: Buffer }} GitObject */

/**
 * @param {string} gitDir
 * @param {string} oid 40 hexadecimal digits.
 * @returns {GitObject | undefined}
 */
export function readLooseObject(gitDir, oid) {
  const compressed = readIfThere(pathOf(gitDir, oid));
  if (compressed === undefined) return undefined;
  const bytes = inflateSync(compressed);
  const end = bytes.indexOf(0);
  const [type, size] = bytes.toString('latin1', 0, end).split(' ');
  const content = bytes.subarray(end + 1);
  if (!isObjectType(type) || content.length !== Number(size)) {
    throw new Error(`The object ${oid} of ${gitDir} is broken.`);
  }
  return { type, content };
}

/**
 * @param {string} gitDir
 * @param {ObjectType} type
 * @param {Uint8Array} content
 * @returns {string} The name of the object.
 */
export function writeObject(gitDir, type, content) {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
  const oid = createHash('sha1').update(bytes).digest('hex');
  const path = pathOf(gitDir, oid);
  if (existsSync(path)) return oid;
  mkdirSync(dirname(path), { recursive: true });
  // A reader finds all of an object or nothing. git clears away what begins with `tmp_obj_`.
  const written = join(dirname(path), `tmp_obj_${randomUUID()}`);
  // git writes them read-only; Windows would then not remove them with their folder.
  writeFileSync(written, deflateSync(bytes, { level: 1 }));
  renameSync(written, path);
  return oid;
}

/**
 * @param {string | undefined} text
 * @returns {text is ObjectType}
 */
function isObjectType(text) {
  return text === 'commit' || text === 'tree' || text === 'blob' || text === 'tag';
}

/**
 * @param {string} path
 * @returns {Buffer | undefined}
 */
export function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/**
 * Whether there is no file of the name: nothing, a directory, or a file where its directory would be.
 * @param {unknown} error
 */
export function isAbsence(error) {
  return ['ENOENT', 'EISDIR', 'ENOTDIR'].includes(codeOf(error));
}

/**
 * @param {unknown} error
 * @returns {string} As the system names it: `ENOENT`.
 */
export function codeOf(error) {
  // Jest runs tests in a realm whose `Error` is another one than that of the file system's.
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/**
 * @param {string} gitDir
 * @param {string} oid
 */
function pathOf(gitDir, oid) {
  return join(gitDir, 'objects', oid.slice(0, 2), oid.slice(2));
}
