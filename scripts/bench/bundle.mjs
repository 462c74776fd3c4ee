/**
 * Size and start-up of the bundle, minified against not: `npm run bench:bundle`. The variants run in
 * turn, so that a slow moment of the machine meets both; the ratio is what counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from '../build.mjs';

const RUNS = 25;

const root = mkdtempSync(join(tmpdir(), 'gitops-promote-bench-'));
const variants = [
  { name: 'plain', folder: join(root, 'plain'), options: [] },
  { name: 'minified', folder: join(root, 'minified'), options: ['--minify'] },
];

/** @param {string} folder */
function sizeOf(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/**
 * Wall time of a run that computes a tag: it loads the entry and one step, and does next to nothing.
 * @param {string} folder
 */
function timeStart(folder) {
  const before = performance.now();
  execFileSync(process.execPath, [join(folder, 'index.js')], {
    stdio: 'ignore',
    env: {
      INPUT_IMAGE: 'ghcr.io/org/app',
      GITHUB_REPOSITORY: 'org/app',
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_WORKSPACE: root,
    },
  });
  return performance.now() - before;
}

/** @param {readonly number[]} values */
function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

try {
  for (const { folder, options } of variants) build(folder, options);
  const times = variants.map(() => /** @type {number[]} */ ([]));
  for (let run = -1; run < RUNS; run += 1) {
    for (const [index, { folder }] of variants.entries()) {
      const time = timeStart(folder);
      if (run >= 0) times[index]?.push(time);
    }
  }
  console.log(`Node.js ${process.version}, median of ${RUNS} runs in turn`);
  const figures = variants.map(({ name, folder }, index) => {
    const [size, start] = [sizeOf(folder), medianOf(times[index] ?? [])];
    console.log(`${name.padEnd(9)} ${(size / 1e6).toFixed(2)} MB, start-up ${start.toFixed(0)} ms`);
    return { size, start };
  });
  const [plain, minified] = figures;
  if (plain && minified) {
    const sizes = (minified.size / plain.size).toFixed(2);
    console.log(
      `minified / plain: size ${sizes}, start-up ${(minified.start / plain.start).toFixed(2)}`,
    );
  }
} finally {
  rmSync(root, { recursive: true });
}
