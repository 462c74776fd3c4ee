import type {
  Commit,
  CommitOutcome,
  FileChange,
  FileRequest,
  GitOpsRepository,
  RepositoryFile,
  Snapshot,
} from '../../src/ports/gitops.js';

/**
 * What one write does instead of succeeding. `lost-landed`: it takes effect, but no answer comes;
 * `conflict-landed`: but the answer is that of a second one, which comes too late.
 */
export type Fault = 'conflict' | 'conflict-landed' | 'lost' | 'lost-landed';

/** A branch in memory. A blob is named by its path and the number of the commit that wrote it. */
export class FakeRepository implements GitOpsRepository {
  readonly name = 'org/gitops';
  readonly commits: Commit[] = [];
  readonly path = 'app/base/kustomization.yaml';
  /** Further files by path. */
  readonly others = new Map<string, string>();
  reads = 0;
  writes = 0;
  /** Errors that the next reads end in, first come, first served. */
  readonly readErrors: Error[] = [];
  /** Faults of the next writes. */
  readonly faults: Fault[] = [];
  /** Called before every write, as another writer would come in between. */
  beforeWrite: () => void = () => undefined;
  /** What `assertCommittable` ends in. */
  refusal: Error | undefined;
  readonly #written = new Map<string, number>();
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Somebody else's commit. */
  push(text: string, message: string): void {
    this.#write(this.path, text);
    this.#record(message);
  }

  readFiles(requests: readonly FileRequest[]): Promise<Snapshot> {
    this.reads += 1;
    const error = this.readErrors.shift();
    if (error) return Promise.reject(error);
    const files = requests.map(({ path }) => this.#readFile(path));
    return Promise.resolve({ files, branch: 'main', head: String(this.commits.length) });
  }

  assertCommittable(): void {
    if (this.refusal) throw this.refusal;
  }

  commitFiles(
    _: Snapshot,
    changes: readonly FileChange[],
    message: string,
  ): Promise<CommitOutcome> {
    this.writes += 1;
    this.beforeWrite();
    const fault = this.faults.shift();
    if (fault === 'lost') return Promise.resolve({ outcome: 'lost', detail: 'socket hang up.' });
    const isStale = changes.some(({ file }) => file.blobSha !== this.#readFile(file.path).blobSha);
    if (fault === 'conflict' || isStale) {
      return Promise.resolve({ outcome: 'conflict', detail: 'stale blob.' });
    }
    for (const { file, bytes } of changes) this.#write(file.path, Buffer.from(bytes).toString());
    const commit = this.#record(message);
    if (fault === 'conflict-landed') {
      return Promise.resolve({ outcome: 'conflict', detail: 'stale blob.' });
    }
    if (fault === 'lost-landed') {
      return Promise.resolve({ outcome: 'lost', detail: 'socket hang up.' });
    }
    return Promise.resolve({ outcome: 'committed', commit });
  }

  readNewestCommits(count: number): Promise<readonly Commit[]> {
    return Promise.resolve(this.commits.slice(-count).reverse());
  }

  /** Every commit counts as one of every file, behind the one that has made it. */
  readFileHistories(
    paths: readonly string[],
    count: number,
  ): Promise<ReadonlyMap<string, readonly Commit[]>> {
    const first = { sha: 'f'.repeat(40), message: 'Begin' };
    const commits = [...this.commits.toReversed(), first].slice(0, count);
    return Promise.resolve(new Map(paths.map((path) => [path, commits])));
  }

  onBranch(): GitOpsRepository {
    throw new Error('There is one branch only.');
  }

  #readFile(asked: string): RepositoryFile {
    const other = this.others.get(asked);
    const path = other === undefined ? this.path : asked;
    const blobSha = `${path} ${this.#written.get(path) ?? 0}`;
    return { path, bytes: Buffer.from(other ?? this.#text), blobSha };
  }

  #write(path: string, text: string): void {
    if (this.others.has(path)) this.others.set(path, text);
    else this.#text = text;
    this.#written.set(path, this.commits.length + 1);
  }

  #record(message: string): Commit {
    const sha = String(this.commits.length + 1).padStart(40, '0');
    const commit = { sha, url: `https://github.example/org/gitops/commit/${sha}`, message };
    this.commits.push(commit);
    return commit;
  }
}
