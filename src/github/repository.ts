import { PromoteError } from '../base/errors.js';
import type { Trace } from '../base/trace.js';
import { GraphqlClient } from './graphql/client.js';
import { GraphqlEngine } from './graphql/files.js';
import { RestClient } from './http/client.js';
import { ContentsClient } from './rest/contents.js';
import { ContentsEngine } from './rest/files.js';
import type {
  Commit,
  CommitOutcome,
  FileChange,
  FileRequest,
  GitOpsRepository,
  GitOpsTarget,
  Snapshot,
} from '../ports/gitops.js';

/**
 * A branch through the engine that fits: the Contents API for one file, since it asks for no more
 * than REST and proves the file by its blob alone; GraphQL for several, since they are one commit
 * there.
 */
export class GitHubRepository implements GitOpsRepository {
  readonly name: string;
  readonly #target: GitOpsTarget;
  readonly #trace: Trace | undefined;
  readonly #contents: ContentsEngine;
  readonly #graphql: GraphqlEngine;

  /** @param trace Is told of every request. */
  constructor(target: GitOpsTarget, trace?: Trace) {
    this.name = target.repository;
    this.#target = target;
    this.#trace = trace;
    const rest = new RestClient(target, trace);
    const contents = new ContentsClient(target, rest);
    this.#contents = new ContentsEngine(target, contents);
    const graphql = new GraphqlClient(rest, target.apiUrl);
    this.#graphql = new GraphqlEngine(target, graphql, this.#contents, contents);
  }

  async readFiles(requests: readonly FileRequest[]): Promise<Snapshot> {
    const { commitApi } = this.#target;
    if (commitApi === 'contents' || (commitApi === 'auto' && requests.length < 2)) {
      return this.#contents.readFiles(requests);
    }
    const snapshot = await this.#graphql.readFiles(requests);
    if (snapshot !== undefined) return snapshot;
    if (commitApi === 'graphql') throw this.#explainNoGraphql();
    return this.#contents.readFiles(requests);
  }

  assertCommittable({ head }: Snapshot, changes: readonly FileChange[]): void {
    if (changes.length === 0 || this.#isForContents(changes)) return;
    const paths = changes.map(({ file }) => file.path).join(', ');
    if (this.#target.commitApi === 'contents') {
      throw new PromoteError(
        'invalid-input',
        `commit-api: contents writes one file a commit, and ${changes.length} would change (${paths}). Remove the input, or promote them one by one.`,
      );
    }
    if (head === undefined) {
      throw new PromoteError(
        'invalid-input',
        `targets: ${changes.length} files would change (${paths}), and the server at ${this.#target.apiUrl} has no GraphQL API, which alone changes several in one commit. Promote them one by one.`,
      );
    }
  }

  async commitFiles(
    snapshot: Snapshot,
    changes: readonly FileChange[],
    message: string,
  ): Promise<CommitOutcome> {
    this.assertCommittable(snapshot, changes);
    const branch = this.#target.branch ?? snapshot.branch;
    const [change] = changes;
    if (change !== undefined && this.#isForContents(changes)) {
      return this.#contents.commitFile(change, branch, message);
    }
    const { head } = snapshot;
    if (branch === undefined || head === undefined) throw this.#explainNoGraphql();
    const outcome = await this.#graphql.commitFiles(branch, head, changes, message);
    if (outcome === undefined) throw this.#explainNoGraphql();
    return outcome;
  }

  async readNewestCommits(count: number): Promise<readonly Commit[]> {
    return this.#contents.readNewestCommits(count);
  }

  async readFileHistories(
    paths: readonly string[],
    count: number,
  ): Promise<ReadonlyMap<string, readonly Commit[]>> {
    const isForGraphql = paths.length > 1 && this.#target.commitApi !== 'contents';
    const histories = isForGraphql ? await this.#graphql.readHistories(paths, count) : undefined;
    return histories ?? this.#contents.readHistories(paths, count);
  }

  onBranch(branch: string): GitOpsRepository {
    return new GitHubRepository({ ...this.#target, branch }, this.#trace);
  }

  #isForContents(changes: readonly FileChange[]): boolean {
    return changes.length === 1 && this.#target.commitApi !== 'graphql';
  }

  #explainNoGraphql(): PromoteError {
    const { commitApi, apiUrl } = this.#target;
    const need =
      commitApi === 'graphql'
        ? 'commit-api: graphql needs a GraphQL API'
        : 'targets: several files in one commit need a GraphQL API';
    const cure = commitApi === 'graphql' ? 'Remove the input.' : 'Promote them one by one.';
    return new PromoteError('invalid-input', `${need}, and ${apiUrl} has none. ${cure}`);
  }
}
