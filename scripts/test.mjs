/**
 * Everything that has to hold: formatting, lint, types, the documentation that is made of code, unit
 * tests, the bundle, and the tests of the bundle. On a fresh clone it installs what it needs first;
 * after that it works without a network.
 *
 * Two lanes run beside each other, and within a lane one part after the other. What a part prints
 * comes when it has ended. The last line counts all tests, and each other part as one.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The project, and the Node.js that the runner has. */
const packages = [root, join(root, '__tests__', 'node24')];

const lanes = [
  ['unit'],
  ['dist:check', 'dist:test', 'lint', 'types', 'format:check', 'docs:check'],
];

/** The parts that Jest runs, and counts the tests of. */
const counted = ['unit', 'dist:test'];

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {number} seconds
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ succeeded: boolean, seconds: number, output: string }>}
 */
function npm(args, cwd) {
  const start = performance.now();
  return new Promise((resolve) => {
    const shell = process.platform === 'win32';
    const child = spawn('npm', args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    const end = (/** @type {boolean} */ succeeded) => {
      resolve({ succeeded, output, seconds: (performance.now() - start) / 1000 });
    };
    child.on('error', (error) => {
      output += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/**
 * @param {string} folder
 * @returns {Promise<boolean>} Whether the packages are there.
 */
async function installIfNeeded(folder) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', '.installed-lockfile');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  const { succeeded, output } = await npm(
    ['ci', '--ignore-scripts', '--no-audit', '--no-fund'],
    folder,
  );
  if (succeeded) writeFileSync(stamp, wanted);
  else console.error(`npm ci failed in ${folder}:\n${output}`);
  return succeeded;
}

/**
 * @param {string} name
 * @param {string} results Folder for what Jest reports.
 * @returns {Promise<Part>}
 */
async function runPart(name, results) {
  const report = join(results, `${name.replace(':', '-')}.json`);
  const options = counted.includes(name) ? ['--', '--json', `--outputFile=${report}`] : [];
  const { succeeded, seconds, output } = await npm(['run', '--silent', name, ...options], root);
  console.log(`\n--- ${name}: ${succeeded ? 'holds' : 'failed'}, ${seconds.toFixed(1)} s`);
  console.log(output.trim());
  return { name, seconds, ...count(succeeded, report) };
}

/**
 * @param {boolean} succeeded
 * @param {string} report Where Jest has reported, if it ran.
 */
function count(succeeded, report) {
  if (!existsSync(report))
    return { passed: Number(succeeded), failed: Number(!succeeded), skipped: 0 };
  const jest = JSON.parse(readFileSync(report, 'utf8'));
  const failed = jest.numFailedTests + jest.numRuntimeErrorTestSuites;
  return {
    passed: jest.numPassedTests,
    // Jest also fails for too little coverage.
    failed: succeeded ? failed : Math.max(failed, 1),
    skipped: jest.numPendingTests + jest.numTodoTests,
  };
}

/** @param {readonly Part[]} parts */
function renderEnd(parts) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) =>
    parts.reduce((total, part) => total + part[key], 0);
  const rows = parts.map(({ name, seconds, passed, failed }) => {
    const tests = counted.includes(name) ? `${passed} passed, ${failed} failed` : '';
    const verdict = failed === 0 ? 'holds' : 'failed';
    return `${name.padEnd(14)}${seconds.toFixed(1).padStart(7)} s  ${verdict.padEnd(8)}${tests}`;
  });
  const skipped = sum('skipped') === 0 ? '' : `, ${sum('skipped')} skipped`;
  return [
    ...rows.map((row) => row.trimEnd()),
    `${sum('passed')} passed, ${sum('failed')} failed${skipped}`,
  ];
}

const start = performance.now();
const installed = await Promise.all(packages.map(installIfNeeded));
/** @type {Part} */
const installation = {
  name: 'installation',
  seconds: (performance.now() - start) / 1000,
  passed: Number(!installed.includes(false)),
  failed: Number(installed.includes(false)),
  skipped: 0,
};

/** @type {Part[]} */
const parts = [installation];
if (installation.failed === 0) {
  const results = mkdtempSync(join(tmpdir(), 'gitops-promote-results-'));
  await Promise.all(
    lanes.map(async (lane) => {
      for (const name of lane) parts.push(await runPart(name, results));
    }),
  );
  rmSync(results, { recursive: true });
}
const all = (performance.now() - start) / 1000;
console.log(`\nWhat ran, in ${all.toFixed(1)} s:`);
for (const line of renderEnd(parts)) console.log(line);
process.exitCode = parts.some(({ failed }) => failed > 0) ? 1 : 0;
