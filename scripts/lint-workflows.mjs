/**
 * Holds every workflow of the project and of its examples to actionlint, with ShellCheck for the
 * scripts in them, and to zizmor: `npm run lint:workflows`. It needs Go and Python, and puts the
 * pinned tools into `.cache/` once. A person's machine skips what it does not have; a run of CI fails.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { installGoProgram, runGo } from './go.mjs';
import { installPythonPrograms } from './python.mjs';

const ACTIONLINT_VERSION = 'v1.7.12';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The workflows, and what else zizmor reads. */
const WORKFLOWS = ['.github/workflows/*', 'examples/**/.github/workflows/*'];
const OTHERS = ['action.yml', '.github/dependabot.yml'];

/**
 * @param {readonly string[]} globs
 * @returns {readonly string[]} The files that are or would be committed, from the root.
 */
function list(globs) {
  const patterns = globs.map((glob) => `:(glob)${glob}`);
  const options = ['--cached', '--others', '--exclude-standard', '-z', '--', ...patterns];
  const names = execFileSync('git', ['ls-files', ...options], { cwd: root, encoding: 'utf8' });
  return names.split('\0').filter((name) => name !== '');
}

function installActionlint() {
  return installGoProgram({
    name: 'actionlint',
    version: ACTIONLINT_VERSION,
    build: (folder) => {
      runGo(['install', `github.com/rhysd/actionlint/cmd/actionlint@${ACTIONLINT_VERSION}`], {
        GOBIN: folder,
      });
    },
  });
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {boolean} Whether it found nothing.
 */
function holds(program, args) {
  return spawnSync(program, args, { cwd: root, stdio: 'inherit' }).status === 0;
}

const workflows = list(WORKFLOWS);
const actionlint = installActionlint();
const { shellcheck, zizmor } = installPythonPrograms(['shellcheck', 'zizmor']);
const found = [
  holds(actionlint, ['-shellcheck', shellcheck, ...workflows]),
  holds(zizmor, [
    // The owner in the examples stands for any, and is not there to be asked about.
    '--offline',
    '--persona=pedantic',
    '--config=.github/zizmor.yml',
    '--no-progress',
    '--quiet',
    ...workflows,
    ...list(OTHERS),
  ]),
];
if (found.includes(false)) process.exitCode = 1;
else console.log(`actionlint and zizmor find nothing in ${workflows.length} workflows.`);
