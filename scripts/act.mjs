// act, which runs workflows on this machine, and what they need of it: Node.js as the runner has it,
// and Python with the packages of the example.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installGoProgram, runGo } from './go.mjs';
import { installPackages } from './python.mjs';
import { findRunnerNode } from './runner-node.mjs';

const ACT_VERSION = 'v0.2.89';

const EXAMPLE = fileURLToPath(new URL('../examples/fastapi-agent', import.meta.url));

/**
 * Ends the process when something cannot be installed; what failed tells why.
 * @returns {{ ACT: string, ACT_NODE: string, ACT_PYTHON: string }} The program and the folders of the
 *   others, as the variables that the tests read.
 * @throws Error where Node.js as the runner has it is not installed.
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
    ACT_NODE: dirname(findRunnerNode()),
    ACT_PYTHON: installPython(),
  };
}

function installPython() {
  const wanted = join(EXAMPLE, 'requirements-dev.txt');
  return installPackages([wanted, join(EXAMPLE, 'requirements.txt')], [], ['pytest']);
}
