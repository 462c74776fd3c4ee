/**
 * Many promotions of one file, in simulated time: `npm run bench:contention`. The loop and its waits
 * are those of `src/promote/`; only the server and the clock are simulated, so an hour takes seconds,
 * and the figures are the same on every machine. Exits with 1 when a bound is missed.
 */
import { compileSource, importCompiled } from './compiled.mjs';
import { READ_MS, WRITE_MS } from './contention-server.mjs';
import { computeLimit, simulate } from './contention-simulation.mjs';

/** @typedef {import('./contention-simulation.mjs').Loop} Loop */
/** @typedef {import('./contention-simulation.mjs').Outcome} Outcome */
/** @typedef {import('./contention-simulation.mjs').Scenario} Scenario */
/** @typedef {Scenario['conflict']} Conflict */

/**
 * @typedef {object} Bound On the mean of all runs, both ways of a conflict together.
 * @property {string} what
 * @property {(outcomes: readonly Outcome[]) => number} compute
 * @property {number} [most]
 * @property {number} [least]
 */

/** @typedef {{ promoters: number, bounds?: readonly Bound[] }} Size */
/** @typedef {Pick<Scenario, 'isShared' | 'startWithin' | 'retryTimeout'>} Setting */
/** @typedef {{ title: string, scenario: Setting, sizes: readonly Size[] }} Table */

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

/** @type {Readonly<Record<Conflict, string>>} */
const CONFLICTS = { 'at-once': 'at once', 'when-done': 'when the winner is done' };

const COLUMNS = [
  'Promoters',
  'A conflict is told',
  'Last',
  'Last / limit',
  'Worst / limit',
  'Tries',
  'Median',
  'In 120 s',
  'In 300 s',
  'In all',
];

/** @type {readonly Table[]} */
const TABLES = [
  {
    title: 'All at once, each with a token of its own, retry-timeout: 300',
    scenario: { isShared: false, startWithin: 0, retryTimeout: 300 },
    sizes: [
      { promoters: 2 },
      { promoters: 20, bounds: [mostLast(2.2), mostTries(3.7)] },
      { promoters: 100, bounds: [mostLast(1.35), mostTries(7)] },
      { promoters: 200 },
    ],
  },
  {
    title: 'All at once with one token, retry-timeout: 300',
    scenario: { isShared: true, startWithin: 0, retryTimeout: 300 },
    sizes: [
      { promoters: 50, bounds: [leastLanded(1)] },
      { promoters: 100, bounds: [leastLanded(0.95)] },
    ],
  },
  {
    title: 'All at once with one token, retry-timeout: 3600',
    scenario: { isShared: true, startWithin: 0, retryTimeout: 3600 },
    sizes: [{ promoters: 200 }, { promoters: 400 }],
  },
  {
    title: 'At random moments within an hour with one token, retry-timeout: 300',
    scenario: { isShared: true, startWithin: 3600, retryTimeout: 300 },
    sizes: [{ promoters: 420 }, { promoters: 500 }],
  },
];

let missed = 0;

console.log(`Means of ${SEEDS.length} runs, and medians of all promotions in them. A read takes ${READ_MS} ms and a write ${WRITE_MS} ms.
Last: the longest that one of those took that landed; the limit is what all take one after another.
Tries: writes that were sent for each promotion, the refused ones included.`);
compileSource();
/** @type {Loop} */
const loop = {
  promote: (await importCompiled('promote/promote.js')).promote,
  PromoteError: (await importCompiled('base/errors.js')).PromoteError,
};
for (const table of TABLES) await measureTable(table);
if (missed > 0) process.exitCode = 1;

/** @param {Table} table */
async function measureTable({ title, scenario, sizes }) {
  console.log(`\n${title}\n\n${renderRow(COLUMNS)}\n${renderRow(COLUMNS.map(() => '---'))}`);
  const checks = [];
  for (const { promoters, bounds = [] } of sizes) {
    /** @type {Outcome[]} */
    const all = [];
    for (const conflict of /** @type {Conflict[]} */ (Object.keys(CONFLICTS))) {
      const outcomes = [];
      for (const seed of SEEDS) {
        outcomes.push(await simulate(loop, { ...scenario, promoters, conflict, seed }));
      }
      console.log(renderRow(renderFigures(outcomes, CONFLICTS[conflict], scenario)));
      all.push(...outcomes);
    }
    checks.push(...bounds.map((bound) => checkBound(bound, promoters, all)));
  }
  console.log(checks.join(''));
}

/**
 * @param {readonly Outcome[]} outcomes Of one number of promoters.
 * @param {string} conflict In words.
 * @param {Setting} setting
 */
function renderFigures(outcomes, conflict, { startWithin }) {
  const lasts = outcomes.map(computeLast);
  const ofLimit = [meanOf(lasts), Math.max(...lasts)];
  return [
    String(outcomes[0]?.promoters),
    conflict,
    renderSeconds(meanOf(outcomes.map(({ landed }) => Math.max(...landed)))),
    // Those that do not start at once have no limit in common.
    ...ofLimit.map((value) => (startWithin === 0 ? value.toFixed(2) : '')),
    computeTries(outcomes).toFixed(2),
    renderSeconds(medianOf(outcomes.flatMap(({ landed }) => landed))),
    renderPart(computeLanded(outcomes, 120)),
    renderPart(computeLanded(outcomes, 300)),
    renderPart(computeLanded(outcomes, Number.POSITIVE_INFINITY)),
  ];
}

/** @param {number} most @returns {Bound} */
function mostLast(most) {
  const compute = (/** @type {readonly Outcome[]} */ outcomes) => meanOf(outcomes.map(computeLast));
  return { what: 'last / limit', compute, most };
}

/** @param {number} most @returns {Bound} */
function mostTries(most) {
  return { what: 'tries', compute: computeTries, most };
}

/** @param {number} least @returns {Bound} */
function leastLanded(least) {
  return { what: 'part that lands in 300 s', compute: (all) => computeLanded(all, 300), least };
}

/**
 * @param {Bound} bound
 * @param {number} promoters
 * @param {readonly Outcome[]} outcomes
 */
function checkBound({ what, compute, most, least }, promoters, outcomes) {
  const value = compute(outcomes);
  const holds = value <= (most ?? value) && value >= (least ?? value);
  if (!holds) missed += 1;
  const bound = most === undefined ? `at least ${least}` : `at most ${most}`;
  const verdict = holds ? 'holds ' : 'MISSED';
  return `\n  ${verdict} ${promoters} promoters, ${what}: ${value.toFixed(3)}, ${bound}`;
}

/** What the last one took that landed, by the limit. @param {Outcome} outcome */
function computeLast({ landed, promoters }) {
  return Math.max(...landed) / computeLimit(promoters);
}

/** Of each promotion. @param {readonly Outcome[]} outcomes */
function computeTries(outcomes) {
  return sumOf(outcomes.map(({ tries }) => tries)) / countPromoters(outcomes);
}

/**
 * The part of all promotions that landed in so many seconds.
 * @param {readonly Outcome[]} outcomes
 * @param {number} seconds
 */
function computeLanded(outcomes, seconds) {
  const landed = outcomes.flatMap((outcome) => outcome.landed);
  return landed.filter((time) => time <= seconds * 1000).length / countPromoters(outcomes);
}

/** @param {readonly Outcome[]} outcomes */
function countPromoters(outcomes) {
  return sumOf(outcomes.map(({ promoters }) => promoters));
}

/** @param {readonly number[]} values */
function sumOf(values) {
  return values.reduce((sum, value) => sum + value, 0);
}

/** @param {readonly number[]} values */
function meanOf(values) {
  return sumOf(values) / values.length;
}

/** @param {readonly number[]} values */
function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = [Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2)];
  return meanOf(middle.map((index) => sorted[index] ?? Number.NaN));
}

/** @param {number} milliseconds */
function renderSeconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** @param {number} part */
function renderPart(part) {
  return `${(part * 100).toFixed(1)} %`;
}

/** @param {readonly string[]} cells */
function renderRow(cells) {
  return `| ${cells.join(' | ')} |`;
}
