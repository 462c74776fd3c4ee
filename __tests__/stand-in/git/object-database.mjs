// The objects of a repository, wherever git keeps them.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readLooseObject } from './loose-objects.mjs';
import { readPackedObject } from './packed-objects.mjs';

/** @typedef {import('./loose-objects.mjs').GitObject} GitObject */
/** @typedef {import('./loose-objects.mjs').ObjectType} ObjectType */

/**
 * @param {string} gitDir
 * @param {string} oid 40 hexadecimal digits.
 * @returns {GitObject | undefined}
 */
export function findObject(gitDir, oid) {
  const found =
    readLooseObject(gitDir, oid) ??
    readPackedObject(gitDir, oid) ??
    // A `git repack` that went on meanwhile may have moved it.
    readLooseObject(gitDir, oid);
  if (found === undefined && existsSync(join(gitDir, 'objects', 'info', 'alternates'))) {
    throw new Error(`${gitDir} borrows objects of another repository, which are not looked up.`);
  }
  return found;
}

/**
 * @param {string} gitDir
 * @param {string} oid
 * @param {ObjectType} type
 * @returns {Buffer}
 * @throws {Error} When there is none, or one of another type.
 */
export function readObject(gitDir, oid, type) {
  const found = findObject(gitDir, oid);
  if (found?.type !== type) throw new Error(`There is no ${type} ${oid} in ${gitDir}.`);
  return found.content;
}

/**
 * What a tag stands for; any other object stands for itself.
 * @param {string} gitDir
 * @param {string} oid
 * @returns {(GitObject & { oid: string }) | undefined}
 */
export function peel(gitDir, oid) {
  const found = findObject(gitDir, oid);
  if (found?.type !== 'tag') return found && { ...found, oid };
  const target = /^object (?<oid>[0-9a-f]{40})\n/.exec(found.content.toString('latin1'));
  return peel(gitDir, target?.groups?.['oid'] ?? '');
}
