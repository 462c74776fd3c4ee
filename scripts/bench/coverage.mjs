/**
 * Speed and memory of the coverage parsers: `npm run bench`. Reports are generated into a temporary
 * directory. What is compared runs in turn in processes of its own, and the best of several runs
 * counts, so that a slow moment of the machine does not decide. Exits with 1 when a bound is missed.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeCobertura, writeLcov } from './coverage-reports.mjs';

const RUNS = 3;

/** Bounds: ratios of times, and MB of memory. */
const MOST_OF_SAXES = 1.5;
const MOST_OF_SPLITTING = 2.5;
const MOST_MEMORY = 250;
/** Time for a MB of the largest report, by that of a smaller one; 1 is proportional. */
const MOST_GROWTH = 1.25;

const SIZES = [2, 20, 200];

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

/**
 * The best run of each, in turn.
 * @param {readonly string[]} whats
 * @param {string} report
 * @returns {Run[]}
 */
function compare(whats, report) {
  const best = whats.map((what) => measure(what, report));
  for (let run = 1; run < RUNS; run += 1) {
    for (const [index, what] of whats.entries()) {
      const next = measure(what, report);
      const known = /** @type {Run} */ (best[index]);
      if (next.time < known.time)
        best[index] = { ...next, memory: Math.max(next.memory, known.memory) };
    }
  }
  return best;
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} bound
 * @param {string} unit
 */
function check(what, value, bound, unit) {
  const holds = value <= bound;
  if (!holds) missed += 1;
  console.log(
    `  ${holds ? 'holds ' : 'MISSED'} ${what}: ${value.toFixed(2)}${unit}, at most ${bound}${unit}`,
  );
}

/** @param {Run} run */
function describe({ time, memory }) {
  return `${(time / 1000).toFixed(2)} s, ${memory.toFixed(0)} MB`;
}

try {
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '--outDir', compiled, '--sourceMap', 'false'],
    { cwd: root, stdio: 'inherit' },
  );
  console.log(`Node.js ${process.version}, best of ${RUNS} runs in turn`);

  const empty = join(folder, 'coverage-0.xml');
  await writeCobertura(empty, 0);
  const [start] = /** @type {[Run]} */ (compare(['report'], empty));
  console.log(`Cobertura, empty: ours ${describe(start)}`);

  /** @type {number[]} */
  const pace = [];
  for (const size of SIZES) {
    const report = join(folder, `coverage-${size}.xml`);
    await writeCobertura(report, size);
    const [saxes, ours] = /** @type {[Run, Run]} */ (compare(['saxes', 'report'], report));
    console.log(`Cobertura, ${size} MB: saxes alone ${describe(saxes)}; ours ${describe(ours)}`);
    console.log(`  counted ${JSON.stringify(ours.counted)}`);
    // What loading the code takes would hide a growth.
    pace.push((ours.time - start.time) / size);
    if (size === 200) {
      check('time by that of saxes alone', ours.time / saxes.time, MOST_OF_SAXES, '');
      check('peak of memory', ours.memory, MOST_MEMORY, ' MB');
    }
  }
  const [small = 0, middle = 0, large = 0] = pace;
  check('time a MB, 200 MB by 2 MB', large / small, MOST_GROWTH, '');
  check('time a MB, 200 MB by 20 MB', large / middle, MOST_GROWTH, '');

  const report = join(folder, 'lcov.info');
  await writeLcov(report, 200);
  const [split, ours] = /** @type {[Run, Run]} */ (compare(['split', 'report'], report));
  console.log(`LCOV, 200 MB: reading and splitting ${describe(split)}; ours ${describe(ours)}`);
  console.log(`  counted ${JSON.stringify(ours.counted)}`);
  check('time by that of reading and splitting', ours.time / split.time, MOST_OF_SPLITTING, '');
} finally {
  rmSync(folder, { recursive: true });
  rmSync(compiled, { recursive: true, force: true });
}
if (missed > 0) process.exitCode = 1;
