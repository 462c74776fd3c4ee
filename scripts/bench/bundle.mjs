/**
 * Size and start-up of the bundle as it is shipped, against the one that ncc writes: `npm run bench:bundle`.
 * The variants run in turn, and Node.js alone with them, so that a slow moment of the machine meets all; the
 * ratios are what counts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { build } from '../build.mjs';
import { findRunnerNode } from '../runner-node.mjs';

const RUNS = 25;

const node = findRunnerNode();
const version = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();

const root = mkdtempSync(join(tmpdir(), 'gitops-promote-bench-'));
const variants = [
  { name: 'plain', folder: join(root, 'plain'), plain: true },
  { name: 'shipped', folder: join(root, 'shipped'), plain: false },
];

/** @param {string} folder */
function sizeOf(folder) {
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}

/**
 * Wall time of Node.js with these arguments. The bundle computes a tag: it loads the entry and one step, and
 * does next to nothing.
 * @param {readonly string[]} args
 */
function timeStart(args) {
  const before = performance.now();
  execFileSync(node, args, {
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
  for (const { folder, plain } of variants) await build(folder, { plain });
  const starts = [['--eval', '0'], ...variants.map(({ folder }) => [join(folder, 'index.js')])];
  const times = starts.map(() => /** @type {number[]} */ ([]));
  for (let run = -1; run < RUNS; run += 1) {
    for (const [index, args] of starts.entries()) {
      const time = timeStart(args);
      if (run >= 0) times[index]?.push(time);
    }
  }
  const [bare = Number.NaN, ...medians] = times.map(medianOf);
  console.log(`Node.js ${version} alone ${bare.toFixed(0)} ms, median of ${RUNS} runs in turn`);
  for (const [index, { name, folder }] of variants.entries()) {
    const [size, start] = [(sizeOf(folder) / 1e6).toFixed(2), medians[index] ?? Number.NaN];
    const ratio = (start / bare).toFixed(2);
    console.log(`${name.padEnd(8)} ${size} MB, start-up ${start.toFixed(0)} ms, ${ratio} of it`);
  }
} finally {
  rmSync(root, { recursive: true });
}
