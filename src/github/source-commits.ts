import { isJsonObject, type JsonObject, readPayloadString } from '../base/json.js';
import type { CommitRange, SourceCommit, SourceTarget } from '../ports/runner.js';
import { isGitea, type RestClient } from './http/client.js';
import { makeSourceError, makeTransient } from './source-failure.js';

/** Commits that are asked for. */
interface RangeRequest {
  /** In full, both. */
  readonly base: string;
  readonly head: string;
  readonly most: number;
}

/**
 * The newest commits that one has and another has not. GitHub tells the oldest first, in pages, and
 * makes the diff for the first page, which takes long: so that one is asked for only where the newest
 * commits are on it.
 * @throws PromoteError with the cure; transient when trying again can help.
 */
export async function readCommitRange(
  request: RangeRequest,
  target: SourceTarget,
  rest: RestClient,
): Promise<CommitRange> {
  const read = (query: JsonObject) => readPage(request, query, target, rest);
  if (isGitea(target.apiUrl)) return cutRange(await read({}), request);
  const { most } = request;
  const { count } = await read({ per_page: 1, page: 2 });
  if (count === 0) return { commits: [], count };
  const last = Math.ceil(count / most);
  const pages = [await read({ per_page: most, page: last })];
  if (last > 1 && count % most !== 0) pages.unshift(await read({ per_page: most, page: last - 1 }));
  return cutRange({ count, commits: pages.flatMap(({ commits }) => commits) }, request);
}

async function readPage(
  { base, head }: RangeRequest,
  query: JsonObject,
  target: SourceTarget,
  rest: RestClient,
): Promise<CommitRange> {
  const question = { what: `the commits between ${base} and ${head}` };
  const answer = await rest.request('GET', `compare/${base}...${head}`, query);
  if (answer.kind !== 'ok') throw makeSourceError(answer, question, target);
  const { total_commits: count, commits } = isJsonObject(answer.data) ? answer.data : {};
  if (typeof count !== 'number' || !Array.isArray(commits)) {
    throw makeTransient(question, 'the reply has none', target);
  }
  return { count, commits: commits.flatMap(parseSourceCommit) };
}

function parseSourceCommit(data: unknown): readonly SourceCommit[] {
  if (!isJsonObject(data)) return [];
  const sha = readPayloadString(data, 'sha');
  const message = readPayloadString(data, 'commit.message') ?? '';
  return sha === undefined ? [] : [{ sha, subject: message.split(/\r?\n/, 1).join('') }];
}

/** The head is the newest: Gitea tells it first. */
function cutRange({ count, commits }: CommitRange, { head, most }: RangeRequest): CommitRange {
  const isNewestFirst = commits[0]?.sha === head && commits.length > 1;
  const newest = isNewestFirst ? commits : commits.toReversed();
  return { count, commits: newest.slice(0, most) };
}
