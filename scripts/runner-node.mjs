// The Node.js that runs the action on a runner, for the tests of the bundle.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The major version, as `runs.using` of `action.yml` names it. */
const MAJOR = 24;

/**
 * @param {Pick<NodeJS.Process, 'version' | 'platform' | 'arch' | 'execPath'>} own The Node.js that runs this.
 * @param {(file: string) => boolean} exists
 * @returns {string} Its path where it has that version itself, else that of the package in `__tests__/node24`.
 * @throws Error when the package has none for this machine.
 */
export function findRunnerNode(own = process, exists = existsSync) {
  if (own.version.startsWith(`v${MAJOR}.`)) return own.execPath;
  const isWindows = own.platform === 'win32';
  const machine = `${isWindows ? 'win' : own.platform}-${own.arch}`;
  const program = `node-${machine}/bin/${isWindows ? 'node.exe' : 'node'}`;
  const file = fileURLToPath(
    new URL(`../__tests__/node${MAJOR}/node_modules/${program}`, import.meta.url),
  );
  if (exists(file)) return file;
  throw new Error(
    `expected ${file}, of "npm ci" in __tests__/node${MAJOR}. Where it has no package for ${machine}, run this on Node.js ${MAJOR}.`,
  );
}
