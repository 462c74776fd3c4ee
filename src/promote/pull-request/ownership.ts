import { PromoteError } from '../../errors.js';
import type {
  BranchComparison,
  Commit,
  FileChange,
  GitOpsRepository,
  PullRequest,
  RepositoryFile,
} from '../../gitops-ports.js';
import type { PullRequestDelivery } from './delivery.js';
import { findTrailer, renderOneLine } from '../trailers.js';

/**
 * A promotion replaces what its branch holds, so nothing may be there that another promotion would
 * not put there again.
 * @throws PromoteError `branch-occupied` with the cure.
 */
export function assertOwnBranch(
  branch: string,
  { commits, paths }: BranchComparison,
  { facts, snapshot }: Pick<PullRequestDelivery, 'facts' | 'snapshot'>,
  open: PullRequest | undefined,
): void {
  const ours = findTrailer(facts.message, 'Source-Repository')?.toLowerCase();
  for (const { sha, message } of commits) {
    const source = findTrailer(message, 'Source-Repository');
    const isPromotion = source !== undefined && findTrailer(message, 'Promotion-Id') !== undefined;
    // Of a promotion that no pull request asks for any more nothing is lost.
    if (isPromotion && (open === undefined || source.toLowerCase() === ours)) continue;
    const subject = renderOneLine(message.split('\n', 1).join(''));
    const origin = isPromotion ? `is a promotion of ${source}` : 'no promotion has made';
    throw occupied(branch, `commit ${sha.slice(0, 12)} (${subject}), which ${origin}`);
  }
  if (open === undefined) return;
  const targets = new Set(snapshot.files.map(({ path }) => path));
  const foreign = paths.find((path) => !targets.has(path));
  if (foreign === undefined) return;
  throw occupied(branch, `a change of ${foreign}, which is none of the targets of this promotion`);
}

function occupied(branch: string, content: string): PromoteError {
  return new PromoteError(
    'branch-occupied',
    `pull-request-branch: the branch ${branch} holds ${content}, and this promotion would discard it. Give this promotion another pull-request-branch, or move that commit to another branch and delete this one.`,
  );
}

/**
 * Whether the branch has the very bytes of this promotion already: an earlier try or run has
 * committed them.
 * @param newest The branch's newest commit.
 */
export async function holdsChanges(
  branch: string,
  newest: Commit,
  { facts, changes }: PullRequestDelivery,
  repository: GitOpsRepository,
): Promise<boolean> {
  // Of another image the files are not worth a request.
  if (findTrailer(newest.message, 'Image') !== findTrailer(facts.message, 'Image')) return false;
  const files = await readFiles(branch, changes, repository);
  return changes.every(({ bytes }, index) => {
    const file = files[index];
    return file !== undefined && Buffer.compare(file.bytes, bytes) === 0;
  });
}

/** None when they cannot be read: one may have come to the base branch only later. */
async function readFiles(
  branch: string,
  changes: readonly FileChange[],
  repository: GitOpsRepository,
): Promise<readonly RepositoryFile[]> {
  const requests = changes.map(({ file }) => ({ kind: 'file', path: file.path }) as const);
  try {
    const { files } = await repository.onBranch(branch).readFiles(requests);
    return files;
  } catch (error) {
    if (!(error instanceof PromoteError) || error.code === 'unavailable') throw error;
    return [];
  }
}
