// Installs pinned Python packages, once, into `.cache/`.

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
 * @param {readonly Name[]} names Programs of scripts/requirements.txt.
 * @returns {Record<Name, string>} The paths of the programs by name.
 */
export function installPythonPrograms(names) {
  const options = ['--no-deps', '--only-binary=:all:', '--require-hashes'];
  const bin = installPackages([REQUIREMENTS], options, names);
  return /** @type {Record<Name, string>} */ (
    Object.fromEntries(names.map((name) => [name, pathOf(bin, name)]))
  );
}

/**
 * Ends the process as above.
 * @param {readonly [string, ...string[]]} requirements The file to install, and those that it names.
 * @param {readonly string[]} options Of `pip install`.
 * @param {readonly string[]} names Programs that come with the packages.
 * @returns {string} The folder of Python and the programs.
 */
export function installPackages(requirements, options, names) {
  const texts = requirements.map((file) => readFileSync(file, 'utf8'));
  const version = createHash('sha256').update(texts.join('')).digest('hex');
  const folder = join(CACHE, `python-${version.slice(0, 12)}`);
  const bin = join(folder, IS_WINDOWS ? 'Scripts' : 'bin');
  const isThere = names.every((name) => existsSync(pathOf(bin, name)));
  if (!isThere) install(folder, bin, [...options, '--requirement', requirements[0]], names);
  return bin;
}

/**
 * @param {string} bin
 * @param {string} name Of a program.
 */
function pathOf(bin, name) {
  return join(bin, IS_WINDOWS ? `${name}.exe` : name);
}

/**
 * @param {string} folder
 * @param {string} bin
 * @param {readonly string[]} options
 * @param {readonly string[]} names
 */
function install(folder, bin, options, names) {
  const python = IS_WINDOWS ? 'python' : 'python3';
  if (spawnSync(python, ['--version']).error !== undefined) {
    console.error(`Python is not installed, so there is no ${names.join(' and no ')}.`);
    process.exit(process.env['CI'] === 'true' ? 1 : 0);
  }
  console.log(`Installing ${names.join(' and ')} into ${folder} …`);
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
  const isInstalled =
    run(python, ['-m', 'venv', folder]) && run(pathOf(bin, 'python'), [...pip, ...options]);
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
