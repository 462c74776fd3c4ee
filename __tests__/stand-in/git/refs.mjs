// The refs of a repository: read where git keeps them, each in a file or all in `packed-refs`.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAbsence, readIfThere } from './loose-objects.mjs';

const OID = /^[0-9a-f]{40}$/;
const SYMBOLIC = /^ref: *(?<target>\S+)\s*$/;

/** As many as git itself follows. */
const MAX_SYMBOLIC_STEPS = 5;

/**
 * What git allows (git-check-ref-format(1)) of a ref's full name.
 * @param {string} name
 */
export function isRefName(name) {
  const parts = name.split('/');
  if (parts.length < 2 || parts[0] !== 'refs' || name.endsWith('.')) return false;
  if (/[~^:?*[\\\x7f]|\.\.|@\{/.test(name) || [...name].some((char) => char <= ' ')) return false;
  return parts.every((part) => part !== '' && !part.startsWith('.') && !part.endsWith('.lock'));
}

/**
 * @param {string} gitDir
 * @param {string} name In full: `refs/heads/main`.
 * @returns {{ name: string, oid: string | undefined }} The ref that a symbolic one stands for (any
 *   other stands for itself), and the object that it names.
 */
export function resolveRef(gitDir, name) {
  let at = name;
  for (let step = 0; step <= MAX_SYMBOLIC_STEPS; step++) {
    const value = readLoose(gitDir, at) ?? readPackedRefs(gitDir).get(at) ?? '';
    const target = SYMBOLIC.exec(value)?.groups?.['target'];
    if (target === undefined) return { name: at, oid: OID.test(value) ? value : undefined };
    at = target;
  }
  throw new Error(`${name} of ${gitDir} leads in a circle.`);
}

/**
 * @param {string} gitDir
 * @returns {Map<string, string>} All refs with the objects that they name, in the order of names.
 */
export function readRefs(gitDir) {
  // A ref that git packs meanwhile is written there before its file is deleted.
  const loose = listLoose(gitDir, 'refs');
  const names = [...new Set([...loose, ...readPackedRefs(gitDir).keys()])].sort();
  /** @type {Map<string, string>} */
  const refs = new Map();
  for (const name of names) {
    const { oid } = resolveRef(gitDir, name);
    if (oid !== undefined) refs.set(name, oid);
  }
  return refs;
}

/**
 * @param {string} gitDir
 * @returns {Map<string, string>}
 */
export function readPackedRefs(gitDir) {
  const text = readIfThere(join(gitDir, 'packed-refs'))?.toString() ?? '';
  const lines = text.matchAll(/^(?<oid>[0-9a-f]{40}) (?<name>.+)$/gm);
  return new Map([...lines].map(({ groups = {} }) => [groups['name'] ?? '', groups['oid'] ?? '']));
}

/**
 * @param {string} gitDir
 * @param {string} name
 * @returns {string | undefined}
 */
function readLoose(gitDir, name) {
  return readIfThere(join(gitDir, name))?.toString().trimEnd();
}

/**
 * @param {string} gitDir
 * @param {string} directory
 * @returns {string[]}
 */
function listLoose(gitDir, directory) {
  return readEntriesIfThere(join(gitDir, directory)).flatMap((entry) => {
    const name = `${directory}/${entry.name}`;
    if (entry.isDirectory()) return listLoose(gitDir, name);
    return isRefName(name) ? [name] : [];
  });
}

/** @param {string} directory */
function readEntriesIfThere(directory) {
  try {
    return readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}
