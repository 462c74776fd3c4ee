// Builds pinned Go programs that the conformance run compares with, once, into `.cache/`.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where programs go that this project does not have itself. */
export const CACHE = fileURLToPath(new URL('../.cache', import.meta.url));

/**
 * @typedef {object} GoProgram
 * @property {string} name Of the program, and of what it builds.
 * @property {string} version As Go writes it: `v1.2.3`.
 * @property {(folder: string, file: string) => void} build Puts the program's file into the folder.
 */

/**
 * Ends the process when the program is not there and Go is not installed: well on a person's machine,
 * and with a failure in CI.
 * @param {GoProgram} program
 * @returns {string} The path of the program.
 */
export function installGoProgram({ name, version, build }) {
  const folder = join(CACHE, `${name}-${version}`);
  const file = join(folder, process.platform === 'win32' ? `${name}.exe` : name);
  if (existsSync(file)) return file;
  if (spawnSync('go', ['version']).error !== undefined) {
    const isCi = process.env['CI'] === 'true';
    console.error(`Go is not installed, so nothing was compared with ${name} ${version}.`);
    process.exit(isCi ? 1 : 0);
  }
  console.log(`Building ${name} ${version} into ${folder} …`);
  mkdirSync(folder, { recursive: true });
  build(folder, file);
  return file;
}

/**
 * Ends the process when Go fails; Go tells why.
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {string} What Go writes to its standard output.
 */
export function runGo(args, env = {}) {
  const { status, stdout } = spawnSync('go', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (status !== 0) process.exit(1);
  return stdout;
}
