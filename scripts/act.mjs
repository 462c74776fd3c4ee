// act, which runs workflows on this machine, and what they need of it: Node.js as the runner has it,
// and Python with the packages of the example.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGoProgram, runGo } from './go.mjs';

const ACT_VERSION = 'v0.2.89';

/** What `using: node24` asks for. */
const NODE_MAJOR = 24;

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Ends the process when something cannot be installed; what failed tells why.
 * @returns {{ ACT: string, ACT_NODE: string, ACT_PYTHON: string }} Paths, as the variables that the
 *   tests read.
 */
export function installAct() {
  return {
    ACT: installGoProgram({
      name: 'act',
      version: ACT_VERSION,
      build: (folder) => {
        runGo(['install', `github.com/nektos/act@${ACT_VERSION}`], { GOBIN: folder });
      },
    }),
    ACT_NODE: installNode(),
    ACT_PYTHON: installPython(),
  };
}

/** @returns {string} The folder of the program. */
function installNode() {
  if (Number.parseInt(process.versions.node) === NODE_MAJOR) return dirname(process.execPath);
  const folder = join(root, '__tests__', 'node24');
  const bin = join(folder, 'node_modules', 'node', 'bin');
  if (!existsSync(bin)) run('npm', ['ci', '--no-audit', '--no-fund'], folder);
  return bin;
}

/** @returns {string} A folder with `bin/python`. */
function installPython() {
  const requirements = join(root, 'examples', 'fastapi-agent', 'requirements-dev.txt');
  const wanted = ['requirements.txt', 'requirements-dev.txt']
    .map((name) => readFileSync(join(dirname(requirements), name), 'utf8'))
    .join('');
  const key = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const folder = join(root, '.cache', `python-${key}`);
  const pip = join(folder, 'bin', 'pip');
  const isComplete = join(folder, 'bin', 'pytest');
  if (existsSync(isComplete)) return folder;
  run('python3', ['-m', 'venv', folder], root);
  run(pip, ['install', '--quiet', '-r', requirements], root);
  return folder;
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(program, args, cwd) {
  const { status, error } = spawnSync(program, args, { cwd, stdio: 'inherit' });
  if (status === 0) return;
  console.error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}.`);
  process.exit(1);
}
