import { PromoteError } from '../../base/errors.js';
import type { GraphqlAnswer, GraphqlClient } from './client.js';
import {
  type CommitContent,
  renderCommitRequest,
  renderHistoryRequest,
  renderReadRequest,
} from './queries.js';
import {
  type Head,
  isCarriedOut,
  parseCreatedCommit,
  parseHead,
  parseHistories,
  type TreeEntry,
} from './replies.js';
import { makeFailureError, resolveFailedWrite } from '../refusals/explain.js';
import { candidatesOf, chooseFile, type ChosenFile } from '../rest/chosen-file.js';
import { completeBlob, type ContentsClient } from '../rest/contents.js';
import type { ContentsEngine } from '../rest/files.js';
import type {
  Commit,
  CommitOutcome,
  FileChange,
  FileRequest,
  GitOpsTarget,
  RepositoryFile,
  Snapshot,
} from '../../ports/gitops.js';

/** Files of a branch through GraphQL: all of them in one query, and in one commit. */
export class GraphqlEngine {
  readonly #target: GitOpsTarget;
  readonly #client: GraphqlClient;
  readonly #contents: ContentsEngine;
  readonly #blobs: ContentsClient;

  /**
   * @param contents Explains what is absent, which GraphQL does not.
   * @param blobs Fetches what GraphQL does not deliver whole.
   */
  constructor(
    target: GitOpsTarget,
    client: GraphqlClient,
    contents: ContentsEngine,
    blobs: ContentsClient,
  ) {
    this.#target = target;
    this.#client = client;
    this.#contents = contents;
    this.#blobs = blobs;
  }

  /** Reads files at the head of the branch; `undefined` when the server has no GraphQL for it. */
  async readFiles(requests: readonly FileRequest[]): Promise<Snapshot | undefined> {
    const paths = [...new Set(requests.flatMap(candidatesOf))];
    const { query, variables } = renderReadRequest(this.#target, paths);
    const answer = await this.#client.request(query, variables);
    if (answer.kind === 'absent' || isTooOld(answer)) return undefined;
    if (answer.kind === 'refused' && answer.type === 'NOT_FOUND') {
      throw await this.#explainAbsent(requests);
    }
    if (answer.kind !== 'ok') {
      const path = requests.map((request) => request.path).join(', ');
      throw makeFailureError(answer, { target: this.#target, action: 'read', path });
    }
    const head = parseHead(answer.data, paths);
    if (head === undefined) throw await this.#explainAbsent(requests, true);
    this.#assertName(head);
    const chosen = chooseEntries(requests, head, this.#target);
    if (chosen === undefined) throw await this.#explainAbsent(requests);
    const files = await this.#completeFiles(chosen);
    return { files, branch: head.branch, head: head.commit };
  }

  /**
   * Replaces files in one commit, if the branch still is where it was read; `undefined` when the
   * server has no GraphQL.
   */
  async commitFiles(
    branch: string,
    head: string,
    changes: readonly FileChange[],
    message: string,
  ): Promise<CommitOutcome | undefined> {
    const { repository } = this.#target;
    const content: CommitContent = { repository, branch, head, changes, message };
    const { query, variables } = renderCommitRequest(content);
    const answer = await this.#client.request(query, variables);
    if (answer.kind === 'absent') return undefined;
    const data = answer.kind === 'refused' ? answer.granted : undefined;
    if (answer.kind !== 'ok' && !isCarriedOut(data)) {
      const path = changes.map(({ file }) => file.path).join(', ');
      const target = { ...this.#target, branch };
      return resolveFailedWrite(answer, { target, action: 'write', path });
    }
    const commit = parseCreatedCommit(answer.kind === 'ok' ? answer.data : data, message);
    if (commit !== undefined) return { outcome: 'committed', commit };
    return { outcome: 'lost', detail: 'The answer to the write could not be read.' };
  }

  /** Of each file the commits that changed it, in one query; `undefined` without GraphQL for it. */
  async readHistories(
    paths: readonly string[],
    count: number,
  ): Promise<ReadonlyMap<string, readonly Commit[]> | undefined> {
    const { query, variables } = renderHistoryRequest(this.#target, paths, count);
    const answer = await this.#client.request(query, variables);
    if (answer.kind === 'absent' || isTooOld(answer)) return undefined;
    if (answer.kind === 'ok') return parseHistories(answer.data, paths);
    throw makeFailureError(answer, {
      target: this.#target,
      action: 'read',
      path: paths.join(', '),
    });
  }

  /** GraphQL follows a rename without a word, where REST answers with the new address. */
  #assertName({ repository: newName }: Head): void {
    if (newName.toLowerCase() === this.#target.repository.toLowerCase()) return;
    const moved = { kind: 'refused', status: 301, message: 'renamed', headers: {} } as const;
    throw makeFailureError(moved, { target: this.#target, action: 'read', path: '', newName });
  }

  async #completeFiles(
    chosen: readonly ChosenFile<TreeEntry>[],
  ): Promise<readonly RepositoryFile[]> {
    const known = new Map<string, RepositoryFile>();
    const files: RepositoryFile[] = [];
    for (const choice of chosen) {
      const file = known.get(choice.path) ?? (await this.#completeFile(choice));
      known.set(choice.path, file);
      files.push(file);
    }
    return files;
  }

  /** The text is cut at 512,000 bytes, and is not what was committed where that is no UTF-8. */
  async #completeFile({ path, entry }: ChosenFile<TreeEntry>): Promise<RepositoryFile> {
    const { sha, text } = entry;
    const blob = { path, sha, repository: this.#target.repository };
    const delivered = text === undefined ? undefined : Buffer.from(text);
    const bytes = await completeBlob(blob, delivered, this.#blobs);
    return { path, bytes, blobSha: sha };
  }

  /**
   * REST tells what is there instead.
   * @throws PromoteError that does; otherwise it is there by now.
   */
  async #explainAbsent(
    requests: readonly FileRequest[],
    isBranchAbsent = false,
  ): Promise<PromoteError> {
    await this.#contents.readFiles(requests);
    const { repository, branch } = this.#target;
    if (isBranchAbsent && branch !== undefined && (await this.#blobs.isNoBranch(branch))) {
      return new PromoteError(
        'branch-not-found',
        `gitops-branch: ${branch} is no branch of ${repository}, but another name of a commit, such as a tag. Name a branch.`,
      );
    }
    return new PromoteError('unavailable', `${repository} changed while it was read.`);
  }
}

/** An old server has commits without the paths in them. */
function isTooOld(answer: GraphqlAnswer): boolean {
  return answer.kind === 'refused' && answer.type === 'undefinedField';
}

/** What answers each request; `undefined` when nothing does for one of them. */
function chooseEntries(
  requests: readonly FileRequest[],
  { entries }: Head,
  target: GitOpsTarget,
): readonly ChosenFile<TreeEntry>[] | undefined {
  const chosen: ChosenFile<TreeEntry>[] = [];
  for (const request of requests) {
    const found = candidatesOf(request).flatMap((path) => entries.get(path) ?? []);
    if (found.length === 0) return undefined;
    chosen.push(chooseFile(found, request, target));
  }
  return chosen;
}
