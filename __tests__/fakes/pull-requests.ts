import { PromoteError } from '../../src/base/errors.js';
import type {
  BranchComparison,
  Commit,
  CommitOutcome,
  FileChange,
  FileRequest,
  GitOpsRepository,
  MergePlan,
  PullRequest,
  PullRequests,
  PullRequestText,
  Reviewers,
  Snapshot,
} from '../../src/ports/gitops.js';

interface StoredCommit extends Commit {
  readonly parent: string | undefined;
  readonly files: ReadonlyMap<string, string>;
}

interface StoredPullRequest extends PullRequest {
  readonly branch: string;
  readonly base: string;
  readonly isOpen: boolean;
}

/** `before`: the request gets no answer and does nothing; `after`: it does what it asks for. */
export type Loss = 'before' | 'after';

const NO_ANSWER = 'the server did not answer.';

/** A server with branches, commits and pull requests, in memory. Every request can fail. */
export class FakeServer implements PullRequests {
  readonly branches = new Map<string, string>();
  readonly commits = new Map<string, StoredCommit>();
  /** All that were ever opened. */
  readonly pullRequests: StoredPullRequest[] = [];
  /** `method argument`, in the order in which they came. */
  readonly requests: string[] = [];
  /** Every commit that a branch was ever at, by its name. */
  readonly places = new Map<string, string[]>();
  readonly author = 'promoter[bot]';
  allowsAutoMerge = true;
  /** Whether enabling auto-merge where it is enabled already changes its message. */
  updatesAutoMerge = true;
  /** Whether files come with the commit that they were read at. */
  tellsHead = true;
  /** Whether nothing stands in the way of a merge. */
  isClean = false;
  /** What becomes of the request with this number, counted from 0. */
  loss: { readonly index: number; readonly kind: Loss } | undefined;
  /** Errors that the next request of a method ends in. */
  readonly refusals = new Map<string, PromoteError>();
  /** How often the requests of a method do not see yet what was made. */
  readonly lags = new Map<string, number>();
  /** Whether the record of a pull request stays at the commit that it was opened with. */
  recordLags = false;
  /** Called before a request of a method, as somebody else would come in between. */
  readonly interference = new Map<string, () => void>();

  constructor(files: Readonly<Record<string, string>>) {
    this.commit('main', files, 'Add the manifests');
  }

  /** Somebody else's commit, of files that change. */
  commit(branch: string, files: Readonly<Record<string, string>>, message: string): Commit {
    const parent = this.branches.get(branch);
    const before = parent === undefined ? [] : this.#read(parent).files;
    const sha = String(this.commits.size + 1).padStart(40, '0');
    const stored = { sha, message, parent, files: new Map([...before, ...Object.entries(files)]) };
    this.commits.set(sha, stored);
    this.#move(branch, sha);
    return stored;
  }

  headOf(branch: string): StoredCommit | undefined {
    const sha = this.branches.get(branch);
    return sha === undefined ? undefined : this.#read(sha);
  }

  /** Those that are open. */
  get openOnes(): readonly StoredPullRequest[] {
    return this.pullRequests.filter(({ isOpen }) => isOpen);
  }

  repository(branch = 'main'): GitOpsRepository {
    return {
      name: 'org/gitops',
      readFiles: (requests) =>
        this.#answer(`readFiles ${branch}`, () => this.#readFiles(branch, requests)),
      assertCommittable: () => undefined,
      commitFiles: (snapshot, changes, message) =>
        this.#write(`commitFiles ${branch}`, () =>
          this.#commitFiles(branch, snapshot, changes, message),
        ),
      readNewestCommits: (count) =>
        this.#answer(`readNewestCommits ${branch}`, () =>
          this.#listCommits(branch).slice(0, count),
        ),
      readFileHistories: () => Promise.reject(new Error('no history is expected')),
      onBranch: (other) => this.repository(other),
    };
  }

  readHead(branch: string): Promise<string | undefined> {
    return this.#answer(`readHead ${branch}`, () => this.branches.get(branch));
  }

  compareBranch(branch: string, base: string): Promise<BranchComparison | undefined> {
    return this.#answer(`compareBranch ${branch}`, () => {
      const head = this.branches.get(branch);
      return head === undefined ? undefined : this.#compare(head, base);
    });
  }

  createBranch(branch: string, sha: string): Promise<boolean> {
    return this.#answer(`createBranch ${branch}`, () => {
      if (this.branches.has(branch)) return false;
      this.#move(branch, sha);
      return true;
    });
  }

  moveBranch(branch: string, { from, to }: { from: string; to: string }): Promise<void> {
    return this.#answer(`moveBranch ${branch}`, () => {
      if (this.branches.get(branch) !== from) throw new PromoteError('conflict', 'moved.');
      this.#move(branch, to);
    });
  }

  deleteBranch(branch: string): Promise<boolean> {
    return this.#answer(`deleteBranch ${branch}`, () => {
      for (const { number, branch: from } of this.openOnes) {
        if (from === branch) this.#change(number, () => ({ isOpen: false }));
      }
      return this.branches.delete(branch);
    });
  }

  findOpen(branch: string, base: string): Promise<PullRequest | undefined> {
    return this.#answer(`findOpen ${branch}`, () => {
      const open = this.openOnes.find((candidate) => candidate.branch === branch);
      if (open === undefined || open.base === base) return open;
      throw new PromoteError('branch-occupied', `it is into ${open.base}.`);
    });
  }

  listOpen(base: string): Promise<readonly PullRequest[]> {
    return this.#answer(`listOpen ${base}`, () =>
      this.openOnes.filter((candidate) => candidate.base === base),
    );
  }

  open(branch: string, base: string, text: PullRequestText): Promise<PullRequest | undefined> {
    return this.#answer(`open ${branch}`, () => {
      const isThere = this.openOnes.some((other) => other.branch === branch && other.base === base);
      if (isThere) return undefined;
      const number = this.pullRequests.length + 1;
      const head = this.branches.get(branch) ?? '';
      const url = `https://github.example/org/gitops/pull/${number}`;
      const nobody = { labels: [], reviewers: [], teams: [] };
      const ids = { nodeId: `PR_${number}`, repositoryId: 'R_1' };
      const about = { number, url, ...ids, author: this.author, head, ...nobody };
      const opened = { ...about, ...text, branch, base, isOpen: true };
      this.pullRequests.push(opened);
      return opened;
    });
  }

  rewrite({ number }: PullRequest, text: PullRequestText): Promise<void> {
    return this.#answer(`rewrite ${number}`, () => {
      this.#change(number, () => text);
    });
  }

  addLabels({ number }: PullRequest, labels: readonly string[]): Promise<void> {
    return this.#answer(`addLabels ${labels.join(' ')}`, () => {
      this.#change(number, (before) => ({ labels: [...before.labels, ...labels] }));
    });
  }

  requestReviews({ number }: PullRequest, { reviewers, teams }: Reviewers): Promise<void> {
    return this.#answer(`requestReviews ${[...reviewers, ...teams].join(' ')}`, () => {
      this.#change(number, (before) => ({
        reviewers: [...before.reviewers, ...reviewers],
        teams: [...before.teams, ...teams],
      }));
    });
  }

  enableAutoMerge(
    { number }: PullRequest,
    plan: MergePlan,
    head: string,
  ): Promise<'enabled' | 'clean'> {
    return this.#answer(`enableAutoMerge ${plan.method}`, () => {
      const { autoMerge } = this.#assertHead(number, head);
      if (!this.allowsAutoMerge) throw new PromoteError('write-refused', 'not allowed.');
      if (this.isClean) return 'clean';
      const isKept = autoMerge !== undefined && !this.updatesAutoMerge;
      this.#change(number, () => ({ autoMerge: isKept ? autoMerge : plan }));
      return 'enabled';
    });
  }

  disableAutoMerge({ number }: PullRequest): Promise<void> {
    return this.#answer(`disableAutoMerge ${number}`, () => {
      this.#change(number, () => ({ autoMerge: undefined }));
    });
  }

  merge({ number }: PullRequest, { method }: MergePlan, head: string): Promise<CommitOutcome> {
    return this.#write(`merge ${method}`, () => {
      const { branch, base, title } = this.#assertHead(number, head);
      const files = Object.fromEntries(this.headOf(branch)?.files ?? []);
      const commit = this.commit(base, files, `${title}\n\n${this.headOf(branch)?.message ?? ''}`);
      this.#change(number, () => ({ isOpen: false }));
      return { outcome: 'committed', commit };
    });
  }

  #assertHead(number: number, head: string): StoredPullRequest {
    const found = this.openOnes.find((candidate) => candidate.number === number);
    if (found?.head === head) return found;
    throw new PromoteError('conflict', 'head branch was modified.');
  }

  #change(
    number: number,
    changeOf: (before: StoredPullRequest) => Partial<StoredPullRequest>,
  ): void {
    const index = number - 1;
    const before = this.pullRequests[index];
    if (before) this.pullRequests[index] = { ...before, ...changeOf(before) };
  }

  #readFiles(branch: string, requests: readonly FileRequest[]): Snapshot {
    const head = this.headOf(branch);
    const files = requests.map(({ path }) => {
      const text = head?.files.get(path);
      if (text === undefined) throw new PromoteError('path-not-found', `no ${path}.`);
      return { path, bytes: Buffer.from(text), blobSha: text };
    });
    return { files, branch, ...(head && this.tellsHead && { head: head.sha }) };
  }

  #commitFiles(
    branch: string,
    { head }: Snapshot,
    changes: readonly FileChange[],
    message: string,
  ): CommitOutcome {
    const before = this.headOf(branch);
    const isCurrent = changes.every(({ file }) => before?.files.get(file.path) === file.blobSha);
    if (!isCurrent || (head !== undefined && head !== before?.sha)) {
      return { outcome: 'conflict', detail: 'stale.' };
    }
    const texts = changes.map(({ file, bytes }) => [file.path, Buffer.from(bytes).toString()]);
    const files = Object.fromEntries(texts) as Record<string, string>;
    return { outcome: 'committed', commit: this.commit(branch, files, message) };
  }

  #compare(head: string, base: string): BranchComparison {
    const known = new Set(this.#listCommits(base).map(({ sha }) => sha));
    const commits = this.#history(head).filter(({ sha }) => !known.has(sha));
    const start = commits.at(-1)?.parent;
    const before = start === undefined ? new Map<string, string>() : this.#read(start).files;
    const changed = [...this.#read(head).files].filter(([path, text]) => before.get(path) !== text);
    const paths = commits.length === 0 ? [] : changed.map(([path]) => path);
    const own = new Set(this.#history(head).map(({ sha }) => sha));
    const isCurrent = this.#listCommits(base).every(({ sha }) => own.has(sha));
    return { head, commits, paths, isCurrent };
  }

  #listCommits(branch: string): readonly StoredCommit[] {
    return this.#history(this.branches.get(branch));
  }

  #history(start: string | undefined): readonly StoredCommit[] {
    const commits: StoredCommit[] = [];
    for (let sha = start; sha !== undefined; sha = commits.at(-1)?.parent) {
      commits.push(this.#read(sha));
    }
    return commits;
  }

  #read(sha: string): StoredCommit {
    const commit = this.commits.get(sha);
    if (commit === undefined) throw new Error(`There is no commit ${sha}.`);
    return commit;
  }

  /** Open pull requests follow, as on GitHub: without commits of its own one is closed for good. */
  #move(branch: string, sha: string): void {
    this.branches.set(branch, sha);
    this.places.set(branch, [...(this.places.get(branch) ?? []), sha]);
    for (const { number, branch: from, base } of this.openOnes) {
      if (from !== branch) continue;
      const { commits } = this.#compare(sha, base);
      const head = this.recordLags ? {} : { head: sha };
      this.#change(number, () => ({ ...head, isOpen: commits.length > 0 }));
    }
  }

  /** A write of which the port tells that its answer was lost. */
  async #write(request: string, act: () => CommitOutcome): Promise<CommitOutcome> {
    try {
      return await this.#answer(request, act);
    } catch (error) {
      if (!(error instanceof PromoteError)) throw error;
      const { code, message: detail } = error;
      if (code === 'conflict') return { outcome: 'conflict', detail };
      if (error.message === NO_ANSWER) return { outcome: 'lost', detail };
      throw error;
    }
  }

  #answer<T>(request: string, act: () => T): Promise<T> {
    const [method = ''] = request.split(' ');
    const index = this.requests.push(request) - 1;
    const interfere = this.interference.get(method);
    this.interference.delete(method);
    interfere?.();
    const refusal = this.refusals.get(method);
    this.refusals.delete(method);
    const lag = this.lags.get(method) ?? 0;
    this.lags.set(method, Math.max(0, lag - 1));
    return Promise.resolve().then(() => {
      if (refusal) throw refusal;
      if (lag > 0) throw new PromoteError('token-forbidden', '404.', { mayAppear: true });
      if (this.loss?.index !== index) return act();
      if (this.loss.kind === 'after') act();
      throw new PromoteError('unavailable', NO_ANSWER);
    });
  }
}
