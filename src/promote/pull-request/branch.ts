import { PromoteError } from '../../base/errors.js';
import type {
  BranchComparison,
  Commit,
  FileChange,
  GitOpsRepository,
  PullRequest,
  RepositoryFile,
} from '../../ports/gitops.js';
import { isBranchName } from '../inputs/delivery.js';
import { renderOneLine } from '../../base/markdown.js';
import { findTrailer } from '../message/trailers.js';
import { renderTemplate } from '../message/template.js';
import type {
  FoundBranch,
  PullRequestDelivery,
  PullRequestPorts,
  StalePullRequest,
} from './types.js';
import { untilVisible } from './visible.js';

/** What the name of the branch is made of. */
interface BranchFacts {
  /** Of the first target, whether or not it changes: the name has to stay the same. */
  readonly imageName: string;
  /** The branch that is promoted to. */
  readonly base: string;
}

/**
 * The name of the branch that holds a promotion until it is merged.
 * @throws PromoteError `invalid-input` when it is the branch that is promoted to.
 */
export function computeBranchName(template: string, { imageName, base }: BranchFacts): string {
  const rendered = renderTemplate(template, (name) => (name === 'image-name' ? imageName : base));
  const branch = replaceInvalid(rendered);
  if (branch !== base && isBranchName(branch)) return branch;
  throw new PromoteError(
    'invalid-input',
    `pull-request-branch: expected the name of a branch other than ${base}, which the pull request asks to merge into, but ${JSON.stringify(template)} gives ${JSON.stringify(branch)}. Put {{image-name}} or a word of its own into it.`,
  );
}

/**
 * The branch on which the commit of one try is made. It is not below the other one: git keeps no
 * branch in a folder that has the name of a branch.
 */
export function computeTemporaryName(branch: string, promotionId: string, attempt: number): string {
  return `${branch}.${promotionId}-${attempt}`;
}

/** The rules are those of git-check-ref-format(1). */
function replaceInvalid(name: string): string {
  const segments = name
    .replace(/[\s\p{Cc}\p{Cs}~^:?*[\\]+|@(?=\{)|\.(?=\.)/gu, '-')
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/^\.|\.$/g, '-').replace(/\.(?=lock$)/, '-'));
  return segments
    .join('/')
    .replace(/^[-./]+(?=.)/, '')
    .replace(/^refs\//, 'refs-')
    .replace(/^[@-]?$/, 'promotion');
}

/**
 * Looks at what is there, and writes nothing.
 * @returns Why nothing may be written, when the open pull request asks for a newer commit.
 * @throws PromoteError `branch-occupied`, `invalid-input` for the name of the branch.
 */
export async function inspectBranch(
  delivery: Pick<PullRequestDelivery, 'inputs' | 'base' | 'facts' | 'snapshot'>,
  ports: PullRequestPorts,
): Promise<FoundBranch | StalePullRequest> {
  const { inputs, base, facts } = delivery;
  const { pullRequests } = ports;
  const imageName = facts.targets[0]?.imageName ?? '';
  const branch = computeBranchName(inputs.branch, { imageName, base });
  const found = await pullRequests.compareBranch(branch, base);
  const [newest] = found?.commits ?? [];
  // There is no open pull request without a commit.
  const open = newest && (await pullRequests.findOpen(branch, base));
  if (found) assertOwnBranch(branch, found, delivery, open);
  const sourceSha = newest && (await findNewerSource(newest, delivery, ports));
  if (sourceSha !== undefined) {
    const pullRequest = open ?? (await awaitOpen(branch, base, ports));
    if (pullRequest) return { outcome: 'stale', pullRequest, sourceSha };
  }
  const { head, isCurrent = false } = found ?? {};
  return {
    ...{ branch, isCurrent, open },
    head,
    newest,
  };
}

/** The commit of the source that a branch promotes, where it is newer than the one of this promotion. */
async function findNewerSource(
  { message }: Commit,
  { facts }: Pick<PullRequestDelivery, 'facts'>,
  { compareWith }: PullRequestPorts,
): Promise<string | undefined> {
  const sourceSha = findTrailer(message, 'Source-Commit');
  if (sourceSha === undefined || sourceSha === facts.sourceSha) return undefined;
  if (sourceOf(message) !== sourceOf(facts.message)) return undefined;
  return (await compareWith(sourceSha)) === 'newer' ? sourceSha : undefined;
}

function sourceOf(message: string): string | undefined {
  return findTrailer(message, 'Source-Repository')?.toLowerCase();
}

/**
 * The pull request of a branch that holds a newer promotion: another run may have just opened it, or
 * be about to. In the end a person has closed it, and nothing is lost.
 */
async function awaitOpen(
  branch: string,
  base: string,
  ports: PullRequestPorts,
): Promise<PullRequest | undefined> {
  const find = async () => {
    const open = await ports.pullRequests.findOpen(branch, base);
    if (open !== undefined) return open;
    const message = `the branch ${branch} holds a newer promotion, and no pull request asks for it.`;
    throw new PromoteError('unavailable', message, { mayAppear: true });
  };
  return untilVisible(find, ports).catch((error: unknown) => {
    if (!(error instanceof PromoteError) || !error.mayAppear) throw error;
    ports.logger.notice(
      `The branch ${branch} is replaced: it holds a newer promotion, whose pull request is not open any more.`,
    );
    return undefined;
  });
}

/**
 * A promotion replaces what its branch holds, so nothing may be there that another promotion would
 * not put there again.
 * @throws PromoteError `branch-occupied` with the cure.
 */
function assertOwnBranch(
  branch: string,
  { commits, paths }: BranchComparison,
  { facts, snapshot }: Pick<PullRequestDelivery, 'facts' | 'snapshot'>,
  open: PullRequest | undefined,
): void {
  const ours = sourceOf(facts.message);
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
