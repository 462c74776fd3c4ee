import { PromoteError } from '../base/errors.js';
import { renderOneLine } from '../base/markdown.js';
import type { Logger, SourceCommit, SourceRepository } from '../ports/runner.js';
import type { State } from '../promote/history/state.js';
import type { TakenBack } from '../promote/model/result.js';

/** How many commits are listed. */
const LISTED = 20;

/** Digits of a commit, as GitHub shows it. */
const SHOWN_DIGITS = 7;

/** The commit that is restored, and where. */
interface Restored {
  /** `owner/name`. */
  readonly repository: string;
  /** In full; absent where it is not known. */
  readonly sourceSha?: string;
}

interface TakenBackPorts {
  readonly openSource: (repository: string) => Promise<Pick<SourceRepository, 'listCommits'>>;
  readonly logger: Logger;
}

/** The commits of the source that the promotions name, each once, from the newest. */
export function listNamedCommits(states: readonly State[]): readonly string[] {
  return [...new Set(states.flatMap(({ sourceSha }) => sourceSha ?? []))];
}

/**
 * The commits of the source that are taken back: those that the promotions have and what is restored
 * has not. Where the source does not tell them, those alone that the promotions name.
 */
export async function readTakenBack(
  states: readonly State[],
  { repository, sourceSha }: Restored,
  ports: TakenBackPorts,
): Promise<TakenBack> {
  const named = listNamedCommits(states);
  const only = { repository, commits: named.map((sha) => ({ sha })), count: named.length };
  if (named.length === 0) return only;
  const isOther = ({ record }: State) => (record?.sourceRepository ?? repository) !== repository;
  const problem =
    sourceSha === undefined
      ? 'the commit of the restored image is not known'
      : states.some(isOther)
        ? 'they are of several repositories'
        : undefined;
  if (sourceSha === undefined || problem !== undefined) return tellNamed(only, problem, ports);
  try {
    const source = await ports.openSource(repository);
    const known = new Map<string, SourceCommit>();
    let count = 0;
    for (const head of named) {
      if (known.has(head)) continue;
      const range = await source.listCommits(sourceSha, head, LISTED);
      const fresh = range.commits.filter(({ sha }) => !known.has(sha));
      count += range.count - (range.commits.length - fresh.length);
      for (const commit of fresh) known.set(commit.sha, commit);
    }
    return { repository, commits: [...known.values()].slice(0, LISTED), count };
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    return tellNamed(only, error.message.replace(/\.$/, ''), ports);
  }
}

function tellNamed(named: TakenBack, why: string | undefined, { logger }: TakenBackPorts) {
  logger.warning(
    `The commits that are taken back are not listed: ${why ?? ''}. Those that the promotions name are taken back, and all between them and the restored one.`,
  );
  return { ...named, commits: named.commits.slice(0, LISTED) };
}

/** What is taken back, a line each; the newest first. */
export function renderTakenBack({ repository, commits, count }: TakenBack): readonly string[] {
  if (count === 0) return ['No commit of the source is taken back.'];
  const head = `Taken back of ${repository}: ${count} commit${count === 1 ? '' : 's'}.`;
  const lines = commits.map(({ sha, subject = '' }) =>
    renderOneLine(`${sha.slice(0, SHOWN_DIGITS)} ${subject}`).trimEnd(),
  );
  const more = count - commits.length;
  return [head, ...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}
