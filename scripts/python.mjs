// Installs the pinned Python programs of scripts/requirements.txt, once, into `.cache/`.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE } from './go.mjs';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const IS_WINDOWS = process.platform === 'win32';

/**
 * Ends the process when they are not there and Python is not installed: well on a person's machine,
 * and with a failure in CI.
 * @template {string} Name
 * @param {readonly Name[]} names
 * @returns {Record<Name, string>} The paths of the programs by name.
 */
export function installPythonPrograms(names) {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex');
  const folder = join(CACHE, `python-${version.slice(0, 12)}`);
  const bin = join(folder, IS_WINDOWS ? 'Scripts' : 'bin');
  const paths = names.map((name) => join(bin, IS_WINDOWS ? `${name}.exe` : name));
  if (!paths.every(existsSync)) install(folder, bin, names);
  return /** @type {Record<Name, string>} */ (
    Object.fromEntries(names.map((name, index) => [name, paths[index]]))
  );
}

/**
 * @param {string} folder
 * @param {string} bin
 * @param {readonly string[]} names
 */
function install(folder, bin, names) {
  const python = IS_WINDOWS ? 'python' : 'python3';
  if (spawnSync(python, ['--version']).error !== undefined) {
    console.error(`Python is not installed, so there is no ${names.join(' and no ')}.`);
    process.exit(process.env['CI'] === 'true' ? 1 : 0);
  }
  console.log(`Installing ${names.join(' and ')} into ${folder} …`);
  const pip = join(bin, IS_WINDOWS ? 'python.exe' : 'python');
  const options = ['--quiet', '--disable-pip-version-check', '--no-deps', '--only-binary=:all:'];
  const requirements = ['--require-hashes', '--requirement', REQUIREMENTS];
  const isInstalled =
    run(python, ['-m', 'venv', folder]) &&
    run(pip, ['-m', 'pip', 'install', ...options, ...requirements]);
  if (isInstalled) return;
  rmSync(folder, { recursive: true, force: true });
  process.exit(1);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 */
function run(program, args) {
  return spawnSync(program, args, { stdio: 'inherit' }).status === 0;
}
