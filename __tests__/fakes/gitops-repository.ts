import type {
  Commit,
  CommitOutcome,
  GitOpsRepository,
  RepositoryFile,
} from '../../src/gitops-ports.js';

/** What one write does instead of succeeding. `lost-landed`: it takes effect, but no answer comes. */
export type Fault = 'conflict' | 'lost' | 'lost-landed';

/** A branch with one file, in memory. Its blob names are numbers that grow with every write. */
export class FakeRepository implements GitOpsRepository {
  readonly name = 'org/gitops';
  readonly branch = 'main';
  readonly commits: Commit[] = [];
  readonly path = 'app/base/kustomization.yaml';
  /** Further files by path; a write of one is no commit. */
  readonly others = new Map<string, string>();
  reads = 0;
  writes = 0;
  /** Errors that the next reads end in, first come, first served. */
  readonly readErrors: Error[] = [];
  /** Faults of the next writes. */
  readonly faults: Fault[] = [];
  /** Called before every write, as another writer would come in between. */
  beforeWrite: () => void = () => undefined;
  #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get text(): string {
    return this.#text;
  }

  /** Somebody else's commit. */
  push(text: string, message: string): void {
    this.#text = text;
    this.#record(message);
  }

  readKustomization(): Promise<RepositoryFile> {
    this.reads += 1;
    const error = this.readErrors.shift();
    if (error) return Promise.reject(error);
    const bytes = Buffer.from(this.#text);
    return Promise.resolve({ path: this.path, bytes, blobSha: String(this.commits.length) });
  }

  readFile(path: string): Promise<RepositoryFile> {
    const text = this.others.get(path);
    if (text === undefined) return this.readKustomization();
    return Promise.resolve({ path, bytes: Buffer.from(text), blobSha: path });
  }

  commitFile(file: RepositoryFile, bytes: Uint8Array, message: string): Promise<CommitOutcome> {
    this.writes += 1;
    this.beforeWrite();
    const fault = this.faults.shift();
    if (fault === 'lost') return Promise.resolve({ outcome: 'lost', detail: 'socket hang up.' });
    if (fault === 'conflict' || file.blobSha !== String(this.commits.length)) {
      return Promise.resolve({ outcome: 'conflict', detail: 'stale blob.' });
    }
    this.#text = Buffer.from(bytes).toString('utf8');
    const commit = this.#record(message);
    if (fault === 'lost-landed') {
      return Promise.resolve({ outcome: 'lost', detail: 'socket hang up.' });
    }
    return Promise.resolve({ outcome: 'committed', commit });
  }

  readNewestCommits(count: number): Promise<readonly Commit[]> {
    return Promise.resolve(this.commits.slice(-count).reverse());
  }

  #record(message: string): Commit {
    const sha = String(this.commits.length + 1).padStart(40, '0');
    const commit = { sha, url: `https://github.example/org/gitops/commit/${sha}`, message };
    this.commits.push(commit);
    return commit;
  }
}
