// Moves and deletes refs under the locks of git, so that it holds between requests, and between the
// stand-in and git itself: a ref is moved only from where it was read.

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, isAbsence } from './loose-objects.mjs';
import { findObject } from './object-database.mjs';
import { isRefName, readPackedRefs, readRefs, resolveRef } from './refs.mjs';

/** What is expected of a ref that is not there yet. */
export const NOTHING = '0'.repeat(40);

/** So long a writer waits for another one's lock, to learn who was first. */
export const REF_LOCK_TIMEOUT_MS = 30_000;

/** A ref was not moved: it is elsewhere, somebody holds its lock, or there can be none of the name. */
export class RefUpdateError extends Error {}

/**
 * @typedef {object} RefUpdate
 * @property {string} name In full.
 * @property {string} to
 * @property {string} from Where it was read; `NOTHING` of a new one.
 */

/**
 * @param {string} gitDir
 * @param {RefUpdate} update
 * @param {number} [lockTimeoutMs] How long to wait for a lock that another one holds.
 * @throws {RefUpdateError}
 */
export async function moveRef(gitDir, update, lockTimeoutMs = REF_LOCK_TIMEOUT_MS) {
  const { to, from } = update;
  const { name } = resolveRef(gitDir, update.name);
  checkTarget(gitDir, name, to);
  const path = join(gitDir, name);
  await withLock(path, lockTimeoutMs, () => {
    const actual = resolveRef(gitDir, name).oid ?? NOTHING;
    if (actual !== from) throw new RefUpdateError(`${name} is at ${actual} but expected ${from}`);
    if (from === NOTHING) checkSpace(gitDir, name);
    removeEmptyDirectories(path);
    return `${to}\n`;
  });
}

/**
 * @param {string} gitDir
 * @param {string} given Its full name. That of no ref changes nothing.
 * @param {number} [lockTimeoutMs]
 * @throws {RefUpdateError}
 */
export async function removeRef(gitDir, given, lockTimeoutMs = REF_LOCK_TIMEOUT_MS) {
  const { name } = resolveRef(gitDir, given);
  const path = join(gitDir, name);
  await withLock(path, lockTimeoutMs, async () => {
    await withLock(join(gitDir, 'packed-refs'), lockTimeoutMs, () => {
      return readPackedRefs(gitDir).has(name) ? renderPackedRefs(gitDir, name) : undefined;
    });
    rmSync(path, { force: true });
    return undefined;
  });
}

/**
 * @param {string} gitDir
 * @param {string} name
 * @param {string} oid
 */
function checkTarget(gitDir, name, oid) {
  if (!isRefName(name)) throw new RefUpdateError(`${name} is no name of a ref`);
  const type = findObject(gitDir, oid)?.type;
  if (type === undefined) throw new RefUpdateError(`${oid} is not there`);
  if (name.startsWith('refs/heads/') && type !== 'commit') {
    throw new RefUpdateError(`${oid} is no commit, as a branch has it`);
  }
}

/**
 * `a` and `a/b` exclude each other, since one of them is a file and the other one a directory.
 * @param {string} gitDir
 * @param {string} name
 */
function checkSpace(gitDir, name) {
  for (const other of readRefs(gitDir).keys()) {
    if (other.startsWith(`${name}/`) || name.startsWith(`${other}/`)) {
      throw new RefUpdateError(`${name} cannot be where ${other} is`);
    }
  }
}

/**
 * Does something while no other one does it, and puts new content, if there is any, in place at once.
 * @param {string} path
 * @param {number} timeoutMs
 * @param {() => string | undefined | Promise<string | undefined>} action Gives the new content.
 * @throws {RefUpdateError}
 */
async function withLock(path, timeoutMs, action) {
  const lock = `${path}.lock`;
  await takeLock(lock, timeoutMs);
  try {
    const content = await action();
    if (content !== undefined) {
      writeFileSync(lock, content);
      renameSync(lock, path);
      return;
    }
  } catch (error) {
    rmSync(lock);
    throw error;
  }
  rmSync(lock);
}

/**
 * @param {string} lock
 * @param {number} timeoutMs
 */
async function takeLock(lock, timeoutMs) {
  const end = Date.now() + timeoutMs;
  for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
    } catch (error) {
      throw new RefUpdateError(`${lock} cannot be made: ${String(error)}`);
    }
    try {
      await writeFile(lock, '', { flag: 'wx' });
      return;
    } catch (error) {
      // The directory may have gone with the last ref in it.
      if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOENT') throw error;
      if (Date.now() > end) throw new RefUpdateError(`${lock} is there: another one holds it`);
    }
    await sleep(pause);
  }
}

/**
 * git leaves the directories of refs that were deleted.
 * @param {string} path
 */
function removeEmptyDirectories(path) {
  try {
    for (const name of readdirSync(path)) removeEmptyDirectories(join(path, name));
    rmdirSync(path);
  } catch (error) {
    if (!isAbsence(error)) throw new RefUpdateError(`${path} is no empty directory`);
  }
}

/**
 * @param {string} gitDir
 * @param {string} without The name of a ref.
 */
function renderPackedRefs(gitDir, without) {
  const text = readFileSync(join(gitDir, 'packed-refs'), 'utf8');
  // What an annotated tag stands for is in a line of its own behind it.
  return text.replace(/^[0-9a-f]{40} (?<name>.+)\n(?:\^.*\n)?/gm, (line, name) =>
    name === without ? '' : line,
  );
}
