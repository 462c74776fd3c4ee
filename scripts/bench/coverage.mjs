/**
 * Speed and memory of the coverage parsers: `npm run bench:coverage`. Reports are generated into a
 * temporary directory. What is compared runs in turn in processes of its own; each round gives a
 * ratio, and the median of the rounds counts, so that a slow moment of the machine does not decide.
 * All bounds are looked at; the exit code is 1 when one was missed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCobertura, writeLcov } from './coverage-reports.mjs';

const ROUNDS = 5;

const LARGE = 200;
const SMALL = 20;

/**
 * Bounds: ratios of processor times, and MB of memory. Each lies a quarter or more above the highest
 * median of three runs on two cores that up to ten other processes shared.
 */
const MOST_OF_SAXES = 2.25;
const MOST_OF_SPLITTING = 5;
const MOST_MEMORY = 275;
const MOST_GROWTH = 1.5;

const root = fileURLToPath(new URL('../../', import.meta.url));
// Inside node_modules, so that the compiled sources find their packages.
const compiled = join(root, 'node_modules', '.cache', 'bench');
const folder = mkdtempSync(join(tmpdir(), 'gitops-promote-bench-'));
let missed = 0;

/**
 * @typedef {{ time: number, memory: number, counted: object }} Run
 * @param {string} what
 * @param {string} report
 * @returns {Run}
 */
function measure(what, report) {
  const script = fileURLToPath(new URL('coverage-run.mjs', import.meta.url));
  const output = execFileSync(process.execPath, [script, what, report, compiled]);
  return JSON.parse(output.toString());
}

/** @param {readonly number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/**
 * @param {string} what
 * @param {readonly number[]} values One of each round.
 * @param {number} bound
 * @param {string} unit
 */
function check(what, values, bound, unit) {
  const value = median(values);
  const holds = value <= bound;
  if (!holds) missed += 1;
  const spread = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
  console.log(
    `  ${holds ? 'holds ' : 'MISSED'} ${what}: ${value.toFixed(2)}${unit} (${spread}), at most ${bound}${unit}`,
  );
}

/**
 * @param {string} name
 * @param {readonly Run[]} runs
 */
function describe(name, runs) {
  const time = median(runs.map((run) => run.time)) / 1000;
  const memory = median(runs.map((run) => run.memory));
  console.log(`  ${name}: ${time.toFixed(2)} s, ${memory.toFixed(0)} MB`);
}

/** Cobertura, by what the XML parser alone takes, and by a smaller report. */
async function benchCobertura() {
  const empty = join(folder, 'empty.xml');
  const small = join(folder, 'small.xml');
  const large = join(folder, 'large.xml');
  await writeCobertura(empty, 0);
  await writeCobertura(small, SMALL);
  await writeCobertura(large, LARGE);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    start: measure('report', empty),
    small: measure('report', small),
    saxes: measure('saxes', large),
    ours: measure('report', large),
  }));
  console.log(`Cobertura, ${LARGE} MB: ${JSON.stringify(rounds[0]?.ours.counted)}`);
  for (const name of /** @type {const} */ (['saxes', 'ours'])) {
    describe(
      name,
      rounds.map((round) => round[name]),
    );
  }
  const ratios = rounds.map(({ ours, saxes }) => ours.time / saxes.time);
  check('time by that of saxes alone', ratios, MOST_OF_SAXES, '');
  const peaks = rounds.map(({ ours }) => ours.memory);
  check('peak of memory', peaks, MOST_MEMORY, ' MB');
  // What loading the code takes would hide a growth.
  const growth = rounds.map(
    ({ start, small: less, ours }) =>
      (ours.time - start.time) / LARGE / ((less.time - start.time) / SMALL),
  );
  check(`time a MB, ${LARGE} MB by ${SMALL} MB`, growth, MOST_GROWTH, '');
}

/** LCOV, by what cutting the text into lines takes. */
async function benchLcov() {
  const report = join(folder, 'lcov.info');
  await writeLcov(report, LARGE);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    splitting: measure('split', report),
    ours: measure('report', report),
  }));
  console.log(`LCOV, ${LARGE} MB: ${JSON.stringify(rounds[0]?.ours.counted)}`);
  for (const name of /** @type {const} */ (['splitting', 'ours'])) {
    describe(
      name,
      rounds.map((round) => round[name]),
    );
  }
  const ratios = rounds.map(({ ours, splitting }) => ours.time / splitting.time);
  check('time by that of reading and splitting', ratios, MOST_OF_SPLITTING, '');
}

try {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--outDir', compiled, '--sourceMap', 'false'],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(`Node.js ${process.version}, medians of ${ROUNDS} rounds`);
  await benchCobertura();
  await benchLcov();
} finally {
  rmSync(folder, { recursive: true });
  rmSync(compiled, { recursive: true, force: true });
}
if (missed > 0) process.exitCode = 1;
