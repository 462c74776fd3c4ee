import { PromoteError } from '../../base/errors.js';
import type { Trace } from '../../base/trace.js';
import type { BranchComparison, GitOpsTarget, PullRequests } from '../../ports/gitops.js';
import { type Failure, isGitea } from '../http/client.js';
import { asRecord, unexpectedReply } from '../rest/replies.js';
import { parseBranchComparison, parseHeadRef } from './replies.js';
import { isRefused, Requests } from './requests.js';

const FIND_REPOSITORY = `query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { id }
}`;

const MOVE_BRANCH = `mutation ($input: UpdateRefsInput!) {
  updateRefs(input: $input) { clientMutationId }
}`;

/** How many commits a page of a comparison holds at the most. */
const MOST_COMMITS = 100;

type Move = Parameters<PullRequests['moveBranch']>[1];

type Branches = Pick<
  PullRequests,
  'readHead' | 'compareBranch' | 'createBranch' | 'moveBranch' | 'deleteBranch'
>;

/** Branches of a repository through GitHub's REST API, and through GraphQL where that can do more. */
export class GitHubBranches implements Branches {
  protected readonly api: Requests;
  /** What GraphQL calls the repository, once it was asked. */
  #repositoryId: string | undefined;

  /** @param trace Is told of every request. */
  constructor(target: GitOpsTarget, trace?: Trace) {
    this.api = new Requests(target, trace);
  }

  async readHead(branch: string): Promise<string | undefined> {
    const path = `git/ref/heads/${encodePath(branch)}`;
    const answer = await this.api.rest.request('GET', path, {});
    if (isRefused(answer, 404, /not found/i)) return undefined;
    return parseHeadRef(this.api.dataOf(answer, path, branch));
  }

  async compareBranch(branch: string, base: string): Promise<BranchComparison | undefined> {
    if (isGitea(this.api.target.apiUrl)) throw this.api.explainNoGitHub();
    const path = `compare/${encodePath(base)}...${encodePath(branch)}`;
    const answer = await this.api.rest.request('GET', path, { per_page: MOST_COMMITS });
    if (isRefused(answer, 404, /^not found$/i)) return undefined;
    const { total, ...comparison } = parseBranchComparison(this.api.dataOf(answer, path, branch));
    if (total === comparison.commits.length) return comparison;
    if (total <= MOST_COMMITS) throw unexpectedReply('a comparison with all its commits');
    throw new PromoteError(
      'branch-occupied',
      `pull-request-branch: the branch ${branch} holds ${total} commits that ${base} does not have, far more than promotions put there. Give this promotion another pull-request-branch, or delete that branch.`,
    );
  }

  async createBranch(branch: string, sha: string): Promise<boolean> {
    const answer = await this.api.rest.request('POST', 'git/refs', {
      ref: `refs/heads/${branch}`,
      sha,
    });
    if (isRefused(answer, 422, /reference already exists/i)) return false;
    const made = parseHeadRef(this.api.dataOf(answer, 'git/refs', branch));
    if (made !== sha) throw unexpectedReply('the branch that was made');
    return true;
  }

  /** REST moves a branch wherever it is by then, so that is for servers that know no better. */
  async moveBranch(branch: string, { from, to, open }: Move): Promise<void> {
    const told = open?.repositoryId ?? '';
    const repositoryId = told === '' ? await this.#findRepository(branch) : told;
    if (repositoryId !== undefined) {
      const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to, force: true };
      const input = { repositoryId, refUpdates: [update] };
      const answer = await this.api.mutate('updateRefs', MOVE_BRANCH, input);
      if (answer.kind === 'ok') return;
      if (answer.kind !== 'absent' && !isUnknownMutation(answer)) {
        throw await this.#explainMove(answer, branch, from);
      }
    }
    if ((await this.readHead(branch)) !== from) throw overtaken(branch);
    const body = { sha: to, force: true };
    await this.api.send('PATCH', `git/refs/heads/${encodePath(branch)}`, body, branch);
  }

  /**
   * What GraphQL calls the repository, where no pull request tells it.
   * @returns `undefined` when the server has no GraphQL.
   */
  async #findRepository(branch: string): Promise<string | undefined> {
    if (this.#repositoryId !== undefined) return this.#repositoryId;
    const [owner, name] = this.api.target.repository.split('/');
    const answer = await this.api.graphql.request(FIND_REPOSITORY, { owner, name });
    if (answer.kind === 'absent') return undefined;
    const { id } = asRecord(asRecord(this.api.dataOf(answer, 'graphql', branch))['repository']);
    if (typeof id !== 'string') throw unexpectedReply('a repository');
    this.#repositoryId = id;
    return id;
  }

  /** How GitHub words it that the branch is elsewhere is not known, so it is looked at. */
  async #explainMove(failure: Failure, branch: string, from: string): Promise<PromoteError> {
    const error = this.api.explain(failure, `git/refs/heads/${branch}`, branch);
    // Who cannot answer now is not asked again at once.
    return error.isTransient || (await this.readHead(branch)) === from ? error : overtaken(branch);
  }

  async deleteBranch(branch: string): Promise<boolean> {
    const path = `git/refs/heads/${encodePath(branch)}`;
    const answer = await this.api.rest.request('DELETE', path, {});
    if (isRefused(answer, 422, /reference does not exist/i)) return false;
    const left = this.api.dataOf(answer, path, branch);
    if (typeof left === 'string' && left !== '') throw unexpectedReply('nothing');
    return true;
  }
}

function overtaken(branch: string): PromoteError {
  return new PromoteError('conflict', `somebody else has written to the branch ${branch} first.`);
}

/** A server may have GraphQL without a mutation. */
function isUnknownMutation(failure: Failure): boolean {
  return failure.kind === 'refused' && failure.message.includes("doesn't exist on type 'Mutation'");
}

/** Paths are encoded segment by segment: not every server takes `%2F` for a slash. */
function encodePath(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
