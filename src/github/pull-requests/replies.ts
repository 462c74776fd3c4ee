import { asRecord, parseCommits, unexpectedReply } from '../rest/replies.js';
import type {
  BranchComparison,
  Commit,
  CommitOutcome,
  MergeMethod,
  MergePlan,
  PullRequest,
} from '../../ports/gitops.js';

/** A pull request, and the branches that it is from and into. */
interface ListedPullRequest {
  readonly pullRequest: PullRequest;
  readonly from: unknown;
  readonly into: unknown;
  /** Whether its branch is in another repository, or in one that is gone. */
  readonly isOfFork: boolean;
}

/** A comparison may be cut; `total` counts the commits that it should have. */
interface CountedComparison extends BranchComparison {
  readonly total: number;
}

const METHODS: readonly MergeMethod[] = ['merge', 'squash', 'rebase'];

/** Narrows the reply to a GET of a ref: the commit that it names. */
export function parseHeadRef(data: unknown): string {
  const { sha } = asRecord(asRecord(data)['object']);
  if (typeof sha !== 'string') throw unexpectedReply('a ref');
  return sha;
}

/** Narrows the reply to a GET of a comparison. */
export function parseBranchComparison(data: unknown): CountedComparison {
  const { commits, total_commits: total, merge_base_commit: start, files } = asRecord(data);
  const isCurrent = asRecord(data)['behind_by'] === 0;
  const parsed = parseCommits(commits);
  const head = parsed.length === 0 ? asRecord(start)['sha'] : findTip(commits);
  if (typeof head !== 'string' || typeof total !== 'number') throw unexpectedReply('a comparison');
  const isTip = ({ sha }: Commit) => sha === head;
  const rest = parsed.filter((commit) => !isTip(commit)).toReversed();
  const newestFirst = [...parsed.filter(isTip), ...rest];
  return { head, commits: newestFirst, total, paths: parseChangedPaths(files), isCurrent };
}

/** The commit that is no other's parent: lists are in the order of dates, which may be wrong. */
function findTip(commits: unknown): unknown {
  const entries = asList(commits).map(asRecord);
  const parents = entries.flatMap(({ parents }) => asList(parents));
  const inner = new Set(parents.map((parent) => asRecord(parent)['sha']));
  return entries.map(({ sha }) => sha).findLast((sha) => !inner.has(sha));
}

/** Files that are left out would be nobody's. */
function parseChangedPaths(files: unknown): readonly string[] {
  if (!Array.isArray(files)) throw unexpectedReply('a comparison with its files');
  const names = asList(files).map((file) => asRecord(file)['filename']);
  return names.filter((name) => typeof name === 'string');
}

/** Narrows the reply to a GET of pull requests. */
export function parsePullRequests(data: unknown): readonly ListedPullRequest[] {
  if (!Array.isArray(data)) throw unexpectedReply('a list of pull requests');
  return data.map((entry: unknown) => {
    const { head, base } = asRecord(entry);
    const [from, into] = [head, base].map((end) => asRecord(end)['ref']);
    const [source, target] = [head, base].map(
      (end) => asRecord(asRecord(end)['repo'])['full_name'],
    );
    const isOfFork = source === undefined || source !== target;
    return { pullRequest: parsePullRequest(entry), from, into, isOfFork };
  });
}

/** Narrows a pull request. One whose author is gone has none; one without a text has no body. */
export function parsePullRequest(data: unknown): PullRequest {
  const { number, html_url: url, node_id: nodeId, title, body, ...entry } = asRecord(data);
  const { sha: head } = asRecord(entry['head']);
  const { node_id: repositoryId } = asRecord(asRecord(entry['base'])['repo']);
  if (typeof number !== 'number' || typeof url !== 'string' || typeof nodeId !== 'string') {
    throw unexpectedReply('a pull request');
  }
  if (typeof title !== 'string' || typeof head !== 'string') {
    throw unexpectedReply('a pull request');
  }
  const { login: author } = asRecord(entry['user']);
  return {
    ...{ number, url, nodeId, title, head },
    repositoryId: typeof repositoryId === 'string' ? repositoryId : '',
    body: typeof body === 'string' ? body : '',
    author: typeof author === 'string' ? author : '',
    labels: parseNames(entry['labels'], 'name'),
    reviewers: parseNames(entry['requested_reviewers'], 'login'),
    teams: parseNames(entry['requested_teams'], 'slug'),
    autoMerge: parseMergePlan(entry['auto_merge']),
  };
}

/** Of other methods than a squash the message is the server's own. */
function parseMergePlan(data: unknown): MergePlan | undefined {
  const { merge_method: word, commit_title: title, commit_message: text } = asRecord(data);
  const method = METHODS.find((known) => known === word);
  if (method !== 'squash') return method && { method };
  return { method, title: asText(title), text: asText(text) };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function parseNames(list: unknown, key: string): readonly string[] {
  const names = asList(list).map((item) => asRecord(item)[key]);
  return names.filter((name) => typeof name === 'string');
}

/** What became of a merge that was granted. The page of the commit is next to the pull request's. */
export function parseMerged(data: unknown, { number, url }: PullRequest): CommitOutcome {
  const { sha } = asRecord(data);
  if (typeof sha !== 'string') {
    return { outcome: 'lost', detail: 'The answer to the merge could not be read.' };
  }
  const page = url.replace(/\/pull\/\d+$/, `/commit/${sha}`);
  const commit = { sha, message: `Merge pull request #${number}` };
  return { outcome: 'committed', commit: { ...commit, ...(page !== url && { url: page }) } };
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
