/** Promotions of one file at once, in simulated time: the loop is the real one, the server is not. */
import { READ_MS, SimulatedServer, WRITE_MS } from './contention-server.mjs';
import { SeededRandom, SimulatedTime } from './contention-time.mjs';

/** @typedef {import('./contention-server.mjs').ServerOptions} ServerOptions */
/** @typedef {import('../../src/promote/model/promotion.js').Promotion} Promotion */

/**
 * What is simulated: the loop of `src/promote/promote.ts`, and the error that a limit ends in.
 * @typedef {object} Loop
 * @property {typeof import('../../src/promote/promote.js').promote} promote
 * @property {typeof import('../../src/base/errors.js').PromoteError} PromoteError
 */

/**
 * @typedef {object} Promoters
 * @property {number} promoters How many there are.
 * @property {number} startWithin All start at random moments within so many seconds; 0: at once.
 * @property {number} retryTimeout In seconds.
 * @property {number} seed
 */

/** @typedef {ServerOptions & Promoters} Scenario */

/**
 * What became of all promoters of a scenario.
 * @typedef {object} Outcome
 * @property {readonly number[]} landed What each promotion that landed took, in milliseconds from its
 *   start.
 * @property {number} promoters How many there were; those that did not land have given up.
 * @property {number} tries Writes that were sent, those included that were refused.
 */

const NAME = 'app';
const PATH = 'app/kustomization.yaml';

/**
 * What `promoters` take that follow each other without a conflict, in milliseconds.
 * @param {number} promoters
 */
export function computeLimit(promoters) {
  return promoters * (READ_MS + WRITE_MS);
}

/**
 * Starts all promoters, each with a tag of its own, and waits for the last one.
 * @param {Loop} loop
 * @param {Scenario} scenario
 * @returns {Promise<Outcome>}
 * @throws Error when one of them says that it landed and there is no commit, or the other way round.
 */
export async function simulate({ promote, PromoteError }, scenario) {
  const { promoters, startWithin, retryTimeout, seed } = scenario;
  const time = new SimulatedTime();
  const random = new SeededRandom(seed);
  const server = new SimulatedServer(renderFile('0'), time, scenario, (retryAt) => {
    return new PromoteError('unavailable', 'Too many writes.', { isLimit: true, retryAt });
  });
  const ports = { repository: server, clock: time, random, logger: SILENT, source: SOURCE };
  /** @type {number[]} */
  const landed = [];
  const all = Array.from({ length: promoters }, async (_, index) => {
    if (startWithin > 0) await time.sleep(startWithin * 1000 * random.fraction());
    const start = time.now();
    const result = await promote(makePromotion(`${index + 1}`, retryTimeout), ports);
    if (result.reason === 'promoted') landed.push(time.now() - start);
    else if (result.reason !== 'failed') throw new Error(`A promotion ended as ${result.reason}.`);
  });
  await Promise.all([time.run(), ...all]);
  verifyCommits(server, landed.length);
  return { promoters, landed, tries: server.writes };
}

/**
 * @param {SimulatedServer} server
 * @param {number} count Of the promotions that say that they landed.
 */
function verifyCommits({ commits }, count) {
  const subjects = new Set(commits.map(({ message }) => message.split(' -> ')[1]));
  if (commits.length === count && subjects.size === count) return;
  throw new Error(`${count} promotions landed, and there are ${commits.length} commits.`);
}

/** @param {string} tag */
function renderFile(tag) {
  return `images:\n  - name: ${NAME}\n    newTag: '${tag}'\n`;
}

/**
 * @param {string} tag
 * @param {number} retryTimeout
 * @returns {Promotion}
 */
function makePromotion(tag, retryTimeout) {
  return {
    inputs: {
      target: {
        repository: 'org/gitops',
        branch: 'main',
        apiUrl: 'https://api.github.com',
        token: 'x',
        tokenInput: 'gitops-token',
        commitApi: 'auto',
      },
      sourceToken: 'y',
      // Their order is no matter here: the comparison belongs to the read, and each one writes.
      stale: 'allow',
      afterRollback: 'newer',
      trigger: { isByHand: false, isRerun: false },
      targets: [{ kind: 'kustomization', path: PATH, imageName: NAME }],
      createMissing: false,
      commitTrailers: [],
      retryTimeout,
    },
    image: { repository: NAME, tag },
    dryRun: false,
    audit: {
      sourceRepository: 'org/app',
      sourceUrl: 'https://github.com/org/app',
      runUrl: 'https://github.com/org/app/actions/runs/1',
    },
  };
}

function drop() {}

const SILENT = {
  info: drop,
  notice: drop,
  warning: drop,
  annotate: drop,
  debug: drop,
  /** @type {import('../../src/ports/runner.js').Logger['group']} */
  group: (_, work) => work(),
};

/** @returns {Promise<never>} */
async function refuse() {
  throw new Error('Nobody asks the source repository with stale: allow.');
}

const SOURCE = {
  readDefaultBranch: refuse,
  readCommitDate: refuse,
  compareCommits: refuse,
  resolveCommit: refuse,
  listCommits: refuse,
};
