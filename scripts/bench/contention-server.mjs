/** A server for the simulation of promotions at once: one branch with one file, and GitHub's limits. */

/** @typedef {import('../../src/ports/gitops.js').GitOpsRepository} GitOpsRepository */
/** @typedef {import('../../src/ports/gitops.js').CommitOutcome} CommitOutcome */
/** @typedef {import('../../src/ports/gitops.js').FileChange} FileChange */
/** @typedef {import('../../src/ports/gitops.js').FileRequest} FileRequest */
/** @typedef {import('../../src/ports/gitops.js').Snapshot} Snapshot */
/** @typedef {import('../../src/base/errors.js').PromoteError} PromoteError */
/** @typedef {import('./contention-time.mjs').SimulatedTime} SimulatedTime */

/** What a request takes, in milliseconds. One that is refused at once takes as long as a read. */
export const READ_MS = 150;
export const WRITE_MS = 700;

/** GitHub's limits of requests that create content, for one token. */
const LIMITS = [
  { length: 60_000, most: 80 },
  { length: 3_600_000, most: 500 },
];

/**
 * Requests that may be made in a stretch of time, which begins with the first of them. One that is
 * refused for its sake is not counted.
 */
class Limit {
  #begin = Number.NEGATIVE_INFINITY;
  #used = 0;
  #length;
  #most;

  /** @param {{ length: number, most: number }} limit */
  constructor({ length, most }) {
    this.#length = length;
    this.#most = most;
  }

  /**
   * @param {number} now
   * @returns {number} In how many milliseconds a request may be made; 0 when it may be now.
   */
  computeWait(now) {
    const end = this.#begin + this.#length;
    return now < end && this.#used >= this.#most ? end - now : 0;
  }

  /** @param {number} now */
  count(now) {
    if (now >= this.#begin + this.#length) {
      this.#begin = now;
      this.#used = 0;
    }
    this.#used += 1;
  }
}

/**
 * @typedef {object} ServerOptions
 * @property {'at-once' | 'when-done'} conflict When a write is refused that another one precedes.
 * @property {boolean} isShared Whether all promoters have one token, whose limits they share.
 */

/** The commit that has made the file. */
const FIRST = { sha: '0', message: 'Add the file' };

/**
 * A branch with one file. A read shows the file as it is when the answer comes. A write holds the
 * branch from its beginning to its end, and each other one is refused meanwhile.
 * @implements {GitOpsRepository}
 */
export class SimulatedServer {
  name = 'org/gitops';
  /** @type {{ sha: string, message: string }[]} Oldest first. */
  commits = [];
  /** How many were asked for, the refused ones included. */
  writes = 0;
  #text;
  #isHeld = false;
  /** @type {Promise<void>} The write that holds the branch. */
  #held = Promise.resolve();
  #limits = LIMITS.map((limit) => new Limit(limit));
  #time;
  #options;
  #makeLimitError;

  /**
   * @param {string} text Of the file.
   * @param {SimulatedTime} time
   * @param {ServerOptions} options
   * @param {(retryAt: number) => PromoteError} makeLimitError
   */
  constructor(text, time, options, makeLimitError) {
    this.#text = text;
    this.#time = time;
    this.#options = options;
    this.#makeLimitError = makeLimitError;
  }

  /**
   * @param {readonly FileRequest[]} requests
   * @returns {Promise<Snapshot>}
   */
  async readFiles(requests) {
    await this.#time.sleep(READ_MS);
    const blobSha = String(this.commits.length);
    const bytes = Buffer.from(this.#text);
    return { files: requests.map(({ path }) => ({ path, bytes, blobSha })), branch: 'main' };
  }

  assertCommittable() {}

  /**
   * @param {Snapshot} _
   * @param {readonly FileChange[]} changes
   * @param {string} message
   * @returns {Promise<CommitOutcome>}
   */
  async commitFiles(_, [change], message) {
    if (change === undefined) throw new Error('There is nothing to write.');
    this.writes += 1;
    await this.#enforceLimits();
    if (this.#isHeld || change.file.blobSha !== String(this.commits.length)) {
      const isLate = this.#isHeld && this.#options.conflict === 'when-done';
      await (isLate ? this.#held : this.#time.sleep(READ_MS));
      return { outcome: 'conflict', detail: 'The file has changed.' };
    }
    this.#isHeld = true;
    this.#held = this.#time.sleep(WRITE_MS);
    await this.#held;
    this.#isHeld = false;
    this.#text = Buffer.from(change.bytes).toString();
    const commit = { sha: String(this.commits.length + 1), message };
    this.commits.push(commit);
    return { outcome: 'committed', commit };
  }

  /** @param {number} count */
  async readNewestCommits(count) {
    return this.commits.slice(-count).reverse();
  }

  /**
   * It is asked for beside the comparison, of which the time is part of a read.
   * @param {readonly string[]} paths
   * @param {number} count
   */
  async readFileHistories(paths, count) {
    const commits = [FIRST, ...this.commits].slice(-count).reverse();
    return new Map(paths.map((path) => [path, commits]));
  }

  /** @returns {never} */
  onBranch() {
    throw new Error('There is one branch only.');
  }

  /** @throws PromoteError when the token has made as many writes as it may. */
  async #enforceLimits() {
    if (!this.#options.isShared) return;
    const now = this.#time.now();
    const wait = Math.max(...this.#limits.map((limit) => limit.computeWait(now)));
    if (wait === 0) {
      for (const limit of this.#limits) limit.count(now);
      return;
    }
    await this.#time.sleep(READ_MS);
    // A server tells whole seconds.
    const seconds = Math.ceil((wait - READ_MS) / 1000);
    throw this.#makeLimitError(this.#time.date() + seconds * 1000);
  }
}
