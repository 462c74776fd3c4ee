import { PromoteError } from '../../base/errors.js';
import type {
  CommitOutcome,
  MergePlan,
  NewPullRequest,
  PullRequest,
  PullRequests,
  PullRequestText,
  Reviewers,
} from '../../ports/gitops.js';
import { GitHubBranches } from './branches.js';
import { parseMerged, parsePullRequest, parsePullRequests } from './replies.js';
import { isRefused } from './requests.js';

const ENABLE_AUTO_MERGE = `mutation ($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;

const DISABLE_AUTO_MERGE = `mutation ($input: DisablePullRequestAutoMergeInput!) {
  disablePullRequestAutoMerge(input: $input) { clientMutationId }
}`;

/** What GitHub says of a pull request that can be merged at once, so that there is nothing to wait for. */
const CLEAN =
  /in (?:clean|unstable|has_hooks) status|protected branch rules not configured|does not have required protected branch rules/i;

/** Pull requests of a repository, and their branches, through GitHub's REST API. */
export class GitHubPullRequests extends GitHubBranches implements PullRequests {
  async findOpen(branch: string, base: string): Promise<PullRequest | undefined> {
    const [owner = ''] = this.api.target.repository.split('/');
    const query = { state: 'open', head: `${owner}:${branch}` };
    const listed = parsePullRequests(await this.api.send('GET', 'pulls', query, branch));
    // A fork may belong to the same owner, and have a branch of the same name.
    const found = listed.filter(({ from, isOfFork }) => from === branch && !isOfFork);
    const other = found.find(({ into }) => into !== base);
    if (other === undefined) return found[0]?.pullRequest;
    throw new PromoteError(
      'branch-occupied',
      `pull-request-branch: pull request #${other.pullRequest.number} asks to merge the branch ${branch} into ${String(other.into)}, and this promotion is to ${base}. Put {{gitops-branch}} into pull-request-branch.`,
    );
  }

  async listOpen(base: string): Promise<readonly PullRequest[]> {
    const query = { state: 'open', base, per_page: 100 };
    const answer = await this.api.rest.request('GET', 'pulls', query);
    const listed = parsePullRequests(this.api.dataOf(answer, 'pulls?state=open'));
    return listed.filter(({ isOfFork }) => !isOfFork).map(({ pullRequest }) => pullRequest);
  }

  async open(
    branch: string,
    base: string,
    { title, body, draft }: NewPullRequest,
  ): Promise<PullRequest | undefined> {
    const request = { title, body, head: branch, base, draft };
    const answer = await this.api.rest.request('POST', 'pulls', request);
    if (isRefused(answer, 422, /pull request already exists/i)) return undefined;
    return parsePullRequest(this.api.dataOf(answer, 'pulls', branch));
  }

  async rewrite({ number }: PullRequest, { title, body }: PullRequestText): Promise<void> {
    await this.api.send('PATCH', `pulls/${number}`, { title, body });
  }

  async addLabels({ number }: PullRequest, labels: readonly string[]): Promise<void> {
    await this.api.send('POST', `issues/${number}/labels`, { labels });
  }

  async requestReviews({ number }: PullRequest, { reviewers, teams }: Reviewers): Promise<void> {
    await this.api.send('POST', `pulls/${number}/requested_reviewers`, {
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
    const answer = await this.api.mutate('enablePullRequestAutoMerge', ENABLE_AUTO_MERGE, input);
    if (answer.kind === 'absent') throw this.api.explainNoGitHub();
    if (answer.kind === 'refused' && CLEAN.test(answer.message)) return 'clean';
    this.api.dataOf(answer, 'graphql');
    return 'enabled';
  }

  async disableAutoMerge({ nodeId: pullRequestId }: PullRequest): Promise<void> {
    const answer = await this.api.mutate('disablePullRequestAutoMerge', DISABLE_AUTO_MERGE, {
      pullRequestId,
    });
    if (answer.kind === 'absent') throw this.api.explainNoGitHub();
    this.api.dataOf(answer, 'graphql');
  }

  async merge(
    pullRequest: PullRequest,
    { method, title, text }: MergePlan,
    sha: string,
  ): Promise<CommitOutcome> {
    const path = `pulls/${pullRequest.number}/merge`;
    const body = { sha, merge_method: method, commit_title: title, commit_message: text };
    const answer = await this.api.rest.request('PUT', path, body);
    if (answer.kind === 'ok') return parseMerged(answer.data, pullRequest);
    const error = this.api.explain(answer, path);
    const { message: detail, retryAt } = error;
    if (error.code === 'conflict') return { outcome: 'conflict', detail, retryAt };
    if (answer.kind === 'unanswered' || answer.status >= 500) {
      return { outcome: 'lost', detail, retryAt };
    }
    throw error;
  }
}
