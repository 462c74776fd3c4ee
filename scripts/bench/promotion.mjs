/**
 * A promotion by this action against the same one by clone, kustomize and push:
 * `npm run bench:promotion`. Both write to the same repository in turn, from the same state, so that a
 * slow moment of the machine meets both. Exits with 1 when a bound is missed, or when a promotion is not on the branch.
 */
import { writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { installKustomize, KUSTOMIZE_VERSION } from '../kustomize.mjs';
import { OVERLAY } from './promotion-manifests.mjs';
import { createGitopsRepository, createSourceRepository } from './promotion-repository.mjs';
import { GITOPS, SOURCE, startApi, startGit } from './promotion-servers.mjs';
import { computeRatio, renderNumber, renderTable } from './promotion-table.mjs';
import { computeTag, makeShellWay, promoteByAction } from './promotion-ways.mjs';

/** @typedef {import('../../__tests__/stand-in/bare-repository.mjs').BareRepository} BareRepository */
/** @typedef {import('./promotion-servers.mjs').Server} Server */
/** @typedef {import('./promotion-table.mjs').Figures} Figures */
/** @typedef {import('./promotion-table.mjs').Pair} Pair */
/** @typedef {import('./promotion-ways.mjs').Way} Way */
/** @typedef {{ folder: string, repository: BareRepository, commits: readonly string[], api: Server, git: Server }} Bench */

const SIZES = [10, 1_000, 20_000];
const ROUND_TRIP_MS = 50;
const WARM_UPS = 1;
const RUNS = 5;
/** One that is deployed at first, and one for each promotion, of which every run has two. */
const COMMITS = 1 + 2 * (WARM_UPS + RUNS);

/** Bounds, the second one at the largest size. */
const MOST_REQUESTS = 5;
const MOST_OF_SHELL = 1;

const promoteByShell = makeShellWay(installKustomize());
let missed = 0;

printHeading();
await inFolder(printPaceOfDisk);
for (const size of SIZES) {
  const pairs = await inFolder((folder) => measureSize(folder, size));
  checkBounds(pairs, size);
}
if (missed > 0) process.exitCode = 1;

function printHeading() {
  console.log(`Node.js ${process.version}, kustomize ${KUSTOMIZE_VERSION}
Medians of ${RUNS} runs in turn after ${WARM_UPS} warm-up; the ratio is the median of those of the pairs.
Latency: ${ROUND_TRIP_MS} ms a round trip, half of it for every chunk in each direction, and a whole round trip
  before the first chunk of a connection, which is what the handshake of TCP takes. Not included: the
  handshake of TLS, which both ways pay for each connection, and a limit of bandwidth, which would
  slow the way that moves more bytes.
Wall time: of the whole process, so the start of Node.js is part of it. Not included: installing
  kustomize, and the runner's download of the action.
The stand-in for the API answers in one process, and starts git for the comparison alone; its time
  counts against the action, as that of git's own server counts against the shell.`);
}

/** @param {string} folder */
async function printPaceOfDisk(folder) {
  const count = 1_000;
  const begin = performance.now();
  for (let file = 0; file < count; file += 1) writeFileSync(join(folder, `${file}.yaml`), 'a: 1');
  const milliseconds = renderNumber(performance.now() - begin);
  console.log(`Disk: writing ${renderNumber(count)} small files takes ${milliseconds} ms in the folder of temporary files, and a
  clone writes every file there. TMPDIR sets another folder.`);
}

/**
 * @template Result
 * @param {(folder: string) => Promise<Result>} work
 */
async function inFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'gitops-promote-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} folder
 * @param {number} size
 * @returns {Promise<Pair[]>}
 */
async function measureSize(folder, size) {
  const servers = join(folder, 'server');
  const commits = await createSourceRepository(join(servers, `${SOURCE}.git`), COMMITS);
  const { repository, bytes, packedBytes } = await createGitopsRepository(
    join(servers, `${GITOPS}.git`),
    size,
    computeTag(commits[0] ?? ''),
  );
  const api = await startApi(servers, ROUND_TRIP_MS);
  const git = await startGit(servers, ROUND_TRIP_MS);
  try {
    const pairs = await measurePairs({ folder, repository, commits, api, git });
    const sizes = `${renderNumber(bytes)} bytes, ${renderNumber(packedBytes)} packed`;
    console.log(`\n${renderNumber(size)} files (${sizes})\n${renderTable(pairs)}`);
    return pairs;
  } finally {
    await api.close();
    await git.close();
  }
}

/**
 * @param {Bench} bench
 * @returns {Promise<Pair[]>}
 */
async function measurePairs({ commits, api, git, ...bench }) {
  const pairs = [];
  const start = await bench.repository.resolve('main');
  for (let run = 1; run < commits.length; run += 2) {
    const action = await measure(bench, promoteByAction, api, commits[run] ?? '');
    // A promotion that was made over by hand counts as taken back, which costs the next one requests.
    await bench.repository.git('update-ref', 'refs/heads/main', start);
    const shell = await measure(bench, promoteByShell, git, commits[run + 1] ?? '');
    await bench.repository.git('update-ref', 'refs/heads/main', start);
    pairs.push({ action, shell });
  }
  return pairs.slice(WARM_UPS);
}

/**
 * @param {Pick<Bench, 'folder' | 'repository'>} bench
 * @param {Way} promote
 * @param {Server} server
 * @param {string} commit
 * @returns {Promise<Figures>}
 */
async function measure({ folder, repository }, promote, server, commit) {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  const before = server.readUsage();
  const begin = performance.now();
  await promote({ url: server.url, folder: workspace }, commit);
  const milliseconds = performance.now() - begin;
  const after = server.readUsage();
  await rm(workspace, { recursive: true });
  await verifyPromotion(repository, commit);
  return {
    milliseconds,
    serverMilliseconds: after.serverMilliseconds - before.serverMilliseconds,
    requests: after.requests - before.requests,
    connections: after.connections - before.connections,
    bytesUp: after.bytesUp - before.bytesUp,
    bytesDown: after.bytesDown - before.bytesDown,
  };
}

/**
 * @param {BareRepository} repository
 * @param {string} commit
 * @throws Error when the head of the branch does not deploy the image of the commit.
 */
async function verifyPromotion(repository, commit) {
  const text = (await repository.readFile('main', `${OVERLAY}/kustomization.yaml`)).toString();
  const expected = `newTag: ${computeTag(commit)}\n`;
  if (!text.includes(expected)) throw new Error(`Expected ${expected} at the head, got\n${text}`);
}

/**
 * @param {readonly Pair[]} pairs
 * @param {number} size
 */
function checkBounds(pairs, size) {
  const requests = Math.max(...pairs.map(({ action }) => action.requests));
  check('requests of the action', requests, requests <= MOST_REQUESTS, `at most ${MOST_REQUESTS}`);
  if (size !== SIZES.at(-1)) return;
  const ratio = computeRatio(pairs, 'milliseconds');
  check('wall time, action / shell', ratio, ratio < MOST_OF_SHELL, `below ${MOST_OF_SHELL}`);
}

/**
 * @param {string} what
 * @param {number} value
 * @param {boolean} holds
 * @param {string} bound
 */
function check(what, value, holds, bound) {
  if (!holds) missed += 1;
  const rounded = Number(value.toFixed(2));
  console.log(`  ${holds ? 'holds ' : 'MISSED'} ${what}: ${rounded}, ${bound}`);
}
