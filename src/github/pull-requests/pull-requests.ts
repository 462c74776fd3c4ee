import { PromoteError } from '../../base/errors.js';
import type { JsonObject } from '../../base/json.js';
import type { Trace } from '../../base/trace.js';
import { GraphqlClient } from '../graphql/client.js';
import { type Answer, type Failure, isGitea, RestClient } from '../http/client.js';
import {
  parseBranchComparison,
  parseMerged,
  parsePullRequest,
  parsePullRequests,
  parseHeadRef,
} from './replies.js';
import { makeFailureError } from '../refusals/explain.js';
import type {
  BranchComparison,
  CommitOutcome,
  GitOpsTarget,
  MergePlan,
  NewPullRequest,
  PullRequest,
  PullRequests,
  PullRequestText,
  Reviewers,
} from '../../ports/gitops.js';

const ENABLE_AUTO_MERGE = `mutation ($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;

const DISABLE_AUTO_MERGE = `mutation ($input: DisablePullRequestAutoMergeInput!) {
  disablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;

const MOVE_BRANCH = `mutation ($input: UpdateRefsInput!) {
  updateRefs(input: $input) { clientMutationId }
}`;

/** What GitHub says of a pull request that can be merged at once, so that there is nothing to wait for. */
const CLEAN =
  /in (?:clean|unstable|has_hooks) status|protected branch rules not configured|does not have required protected branch rules/i;

type Move = Parameters<PullRequests['moveBranch']>[1];

/** Branches and pull requests of a repository through GitHub's REST API. */
export class GitHubPullRequests implements PullRequests {
  readonly #target: GitOpsTarget;
  readonly #rest: RestClient;
  readonly #graphql: GraphqlClient;

  /** @param trace Is told of every request. */
  constructor(target: GitOpsTarget, trace?: Trace) {
    this.#target = target;
    this.#rest = new RestClient(target, trace);
    this.#graphql = new GraphqlClient(this.#rest, target.apiUrl);
  }

  async readHead(branch: string): Promise<string | undefined> {
    const path = `git/ref/heads/${encodePath(branch)}`;
    const answer = await this.#rest.request('GET', path, {});
    if (isRefused(answer, 404, /not found/i)) return undefined;
    return parseHeadRef(this.#dataOf(answer, path, branch));
  }

  async compareBranch(branch: string, base: string): Promise<BranchComparison | undefined> {
    this.#assertGitHub();
    const path = `compare/${encodePath(base)}...${encodePath(branch)}`;
    const answer = await this.#rest.request('GET', path, { per_page: 100 });
    if (isRefused(answer, 404, /^not found$/i)) return undefined;
    const { total, ...comparison } = parseBranchComparison(this.#dataOf(answer, path, branch));
    if (total === comparison.commits.length) return comparison;
    throw new PromoteError(
      'branch-occupied',
      `pull-request-branch: the branch ${branch} holds ${total} commits that ${base} does not have, far more than promotions put there. Give this promotion another pull-request-branch, or delete that branch.`,
    );
  }

  async createBranch(branch: string, sha: string): Promise<boolean> {
    const answer = await this.#rest.request('POST', 'git/refs', {
      ref: `refs/heads/${branch}`,
      sha,
    });
    if (isRefused(answer, 422, /reference already exists/i)) return false;
    this.#dataOf(answer, 'git/refs', branch);
    return true;
  }

  /** REST moves a branch wherever it is by then, so that is for servers that know no better. */
  async moveBranch(branch: string, { from, to, open }: Move): Promise<void> {
    if (open !== undefined && open.repositoryId !== '') {
      const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to, force: true };
      const input = { repositoryId: open.repositoryId, refUpdates: [update] };
      const answer = await this.#graphql.request(MOVE_BRANCH, { input });
      if (answer.kind === 'ok') return;
      if (answer.kind !== 'absent' && !isUnknownMutation(answer)) {
        throw await this.#explainMove(answer, branch, from);
      }
    }
    if ((await this.readHead(branch)) !== from) throw overtaken(branch);
    const body = { sha: to, force: true };
    await this.#send('PATCH', `git/refs/heads/${encodePath(branch)}`, body, branch);
  }

  /** How GitHub words it that the branch is elsewhere is not known, so it is looked at. */
  async #explainMove(failure: Failure, branch: string, from: string): Promise<PromoteError> {
    const error = this.#explain(failure, `git/refs/heads/${branch}`, branch);
    // Who cannot answer now is not asked again at once.
    return error.isTransient || (await this.readHead(branch)) === from ? error : overtaken(branch);
  }

  async deleteBranch(branch: string): Promise<boolean> {
    const path = `git/refs/heads/${encodePath(branch)}`;
    const answer = await this.#rest.request('DELETE', path, {});
    if (isRefused(answer, 422, /reference does not exist/i)) return false;
    this.#dataOf(answer, path, branch);
    return true;
  }

  async findOpen(branch: string, base: string): Promise<PullRequest | undefined> {
    const [owner = ''] = this.#target.repository.split('/');
    const query = { state: 'open', head: `${owner}:${branch}` };
    const listed = parsePullRequests(await this.#send('GET', 'pulls', query, branch));
    // A fork may belong to the same owner, and have a branch of the same name.
    const found = listed.filter(({ from, isOfFork }) => from === branch && !isOfFork);
    const other = found.find(({ into }) => into !== base);
    if (other === undefined) return found[0]?.pullRequest;
    throw new PromoteError(
      'branch-occupied',
      `pull-request-branch: pull request #${other.pullRequest.number} asks to merge the branch ${branch} into ${String(other.into)}, and this promotion is to ${base}. Put {{gitops-branch}} into pull-request-branch.`,
    );
  }

  async open(
    branch: string,
    base: string,
    { title, body, draft }: NewPullRequest,
  ): Promise<PullRequest | undefined> {
    const request = { title, body, head: branch, base, draft };
    const answer = await this.#rest.request('POST', 'pulls', request);
    if (isRefused(answer, 422, /pull request already exists/i)) return undefined;
    return parsePullRequest(this.#dataOf(answer, 'pulls', branch));
  }

  async rewrite({ number }: PullRequest, { title, body }: PullRequestText): Promise<void> {
    await this.#send('PATCH', `pulls/${number}`, { title, body });
  }

  async addLabels({ number }: PullRequest, labels: readonly string[]): Promise<void> {
    await this.#send('POST', `issues/${number}/labels`, { labels });
  }

  async requestReviews({ number }: PullRequest, { reviewers, teams }: Reviewers): Promise<void> {
    await this.#send('POST', `pulls/${number}/requested_reviewers`, {
      ...(reviewers.length > 0 && { reviewers }),
      ...(teams.length > 0 && { team_reviewers: teams }),
    });
  }

  async enableAutoMerge(
    { nodeId: pullRequestId }: PullRequest,
    { method, title, text }: MergePlan,
    head: string,
  ): Promise<'enabled' | 'clean'> {
    const input = {
      ...{ pullRequestId, mergeMethod: method.toUpperCase(), expectedHeadOid: head },
      ...{ commitHeadline: title, commitBody: text },
    };
    const answer = await this.#graphql.request(ENABLE_AUTO_MERGE, { input });
    if (answer.kind === 'absent') throw needsGitHub(this.#target);
    if (answer.kind === 'refused' && CLEAN.test(answer.message)) return 'clean';
    this.#dataOf(answer, 'graphql');
    return 'enabled';
  }

  async disableAutoMerge({ nodeId: pullRequestId }: PullRequest): Promise<void> {
    const answer = await this.#graphql.request(DISABLE_AUTO_MERGE, { input: { pullRequestId } });
    if (answer.kind === 'absent') throw needsGitHub(this.#target);
    this.#dataOf(answer, 'graphql');
  }

  async merge(
    pullRequest: PullRequest,
    { method, title, text }: MergePlan,
    sha: string,
  ): Promise<CommitOutcome> {
    const path = `pulls/${pullRequest.number}/merge`;
    const body = { sha, merge_method: method, commit_title: title, commit_message: text };
    const answer = await this.#rest.request('PUT', path, body);
    if (answer.kind === 'ok') return parseMerged(answer.data, pullRequest);
    const error = this.#explain(answer, path);
    const { message: detail, retryAt } = error;
    if (error.code === 'conflict') return { outcome: 'conflict', detail, retryAt };
    if (answer.kind === 'unanswered' || answer.status >= 500) {
      return { outcome: 'lost', detail, retryAt };
    }
    throw error;
  }

  async #send(
    method: string,
    path: string,
    parameters: JsonObject,
    branch?: string,
  ): Promise<unknown> {
    return this.#dataOf(await this.#rest.request(method, path, parameters), path, branch);
  }

  /** @throws PromoteError of what was not granted. */
  #dataOf(answer: Answer, path: string, branch?: string): unknown {
    if (answer.kind === 'ok') return answer.data;
    throw this.#explain(answer, path, branch);
  }

  /** @param branch The one that the request is about, when it is about one. */
  #explain(failure: Failure, path: string, branch?: string): PromoteError {
    const target = branch === undefined ? this.#target : { ...this.#target, branch };
    return makeFailureError(failure, { target, action: 'pull-request', path });
  }

  /** Gitea and Forgejo are known by their address. They cannot move a branch. */
  #assertGitHub(): void {
    if (isGitea(this.#target.apiUrl)) throw needsGitHub(this.#target);
  }
}

function overtaken(branch: string): PromoteError {
  return new PromoteError('conflict', `somebody else has written to the branch ${branch} first.`);
}

/** A server may have GraphQL without a mutation. */
function isUnknownMutation(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.message.includes("doesn't exist on type 'Mutation'");
}

function needsGitHub({ apiUrl }: GitOpsTarget): PromoteError {
  return new PromoteError(
    'invalid-input',
    `mode: pull-request needs GitHub or GitHub Enterprise Server, and ${apiUrl} cannot do what it takes. Set mode: commit.`,
  );
}

function isRefused(answer: Answer, status: number, message: RegExp): boolean {
  if (answer.kind !== 'refused' || answer.status !== status) return false;
  return message.test(answer.message);
}

/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function encodePath(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
