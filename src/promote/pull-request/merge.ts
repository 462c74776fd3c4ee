import { PromoteError } from '../../base/errors.js';
import type { Commit, MergeMethod, MergePlan, PullRequest } from '../../ports/gitops.js';
import { findTrailer } from '../message/trailers.js';
import type { Written } from '../model/promotion.js';
import type { OpenPullRequest, PullRequestOutcome, PullRequestPorts } from './types.js';
import { untilVisible } from './visible.js';

/** A pull request that is there, and what is wanted of it. */
interface MergeRequest {
  readonly pullRequest: PullRequest;
  /** Its branch, and the one that it asks to merge it into. */
  readonly branch: string;
  readonly base: string;
  /** At the head of its branch. */
  readonly commit: Commit;
  readonly written: Written;
  /** Absent: a person merges it. */
  readonly method: MergeMethod | undefined;
}

interface PlannedMerge extends MergeRequest {
  readonly plan: MergePlan;
}

/**
 * Lets the server merge the pull request as soon as it may be merged, or merges it when it may be
 * merged at once. What the server refuses for good is part of the outcome: the pull request is open
 * all the same.
 */
export async function mergeAutomatically(
  request: MergeRequest,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const { pullRequest, branch, base, commit, written } = request;
  const { changed } = written;
  const opened: OpenPullRequest = { outcome: 'pull-request', pullRequest, commit, changed };
  const plan = planMerge(request);
  if (plan === undefined || isSamePlan(plan, pullRequest.autoMerge)) {
    return { ...opened, autoMerge: pullRequest.autoMerge?.method };
  }
  try {
    return await merge(opened, { ...request, plan }, ports);
  } catch (error) {
    if (!(error instanceof PromoteError)) throw error;
    if (error.isTransient || error.code === 'conflict') throw error;
    // What is merged or closed meanwhile may not be merged, either.
    const open = await ports.pullRequests.findOpen(branch, base);
    if (open === undefined) {
      const detail = `pull request #${pullRequest.number} is not open any more.`;
      throw new PromoteError('conflict', detail, { cause: error });
    }
    return { ...opened, problem: explainOpen(pullRequest, error) };
  }
}

/**
 * A squash makes a commit of its own, whose message is that of the time when auto-merge was enabled.
 * One that an earlier promotion has enabled would tell of that one, so it is made to tell of this
 * one, also where this one does not ask for auto-merge. What a person has enabled is left alone.
 */
function planMerge(request: MergeRequest): MergePlan | undefined {
  const { method, pullRequest, commit, written } = request;
  const { number, autoMerge } = pullRequest;
  const earlier = isOfPromotion(autoMerge) ? autoMerge?.method : written.suspended;
  const wanted = method ?? earlier;
  return wanted && computePlan(wanted, commit, number);
}

function isOfPromotion(plan: MergePlan | undefined): boolean {
  return findTrailer(plan?.text ?? '', 'Promotion-Id') !== undefined;
}

/**
 * Turns auto-merge off before the branch moves, where its message is that of another promotion: the
 * server could merge the new commit under it before it is enabled again. What the server refuses for
 * good leaves it on; it is made to tell of the new commit all the same.
 */
export async function suspendAutoMerge(
  open: PullRequest | undefined,
  { written }: { readonly written: Written },
  { pullRequests, logger }: PullRequestPorts,
): Promise<void> {
  if (open?.autoMerge === undefined || !isOfPromotion(open.autoMerge)) return;
  try {
    await pullRequests.disableAutoMerge(open);
  } catch (error) {
    if (!(error instanceof PromoteError) || error.isTransient || error.code === 'conflict')
      throw error;
    return;
  }
  written.suspended = open.autoMerge.method;
  logger.info(
    `Auto-merge of pull request #${open.number} is off until its branch has moved, since it would merge under the message of an earlier promotion.`,
  );
}

/** The audit trail is in the commit's message, which a repository's settings can drop. */
function computePlan(method: MergeMethod, { message }: Commit, number: number): MergePlan {
  if (method !== 'squash') return { method };
  const [headline = ''] = message.split('\n', 1);
  const text = message.slice(headline.length).replace(/^\n+/, '');
  return { method, title: `${headline} (#${number})`, text };
}

function isSamePlan(plan: MergePlan, held: MergePlan | undefined): boolean {
  if (plan.method !== held?.method) return false;
  return isSameText(plan.title, held.title) && isSameText(plan.text, held.text);
}

/** A server may end lines in another way, and leave out what ends a text. */
function isSameText(left = '', right = ''): boolean {
  return left.replaceAll('\r\n', '\n').trim() === right.replaceAll('\r\n', '\n').trim();
}

async function merge(
  opened: OpenPullRequest,
  request: PlannedMerge,
  ports: PullRequestPorts,
): Promise<PullRequestOutcome> {
  const { pullRequest, commit, plan } = request;
  const { pullRequests } = ports;
  if ((await enable(request, ports)) === 'enabled')
    return { ...opened, changed: true, autoMerge: plan.method };
  const now = () => pullRequests.merge(pullRequest, plan, commit.sha);
  const merged = await untilVisible(now, ports);
  if (merged.outcome !== 'committed') return merged;
  return { outcome: 'merged', pullRequest, commit: merged.commit };
}

/** Where it is enabled already, GitHub may keep what it has, so that is looked at. */
async function enable(
  { pullRequest, plan, commit, branch, base }: PlannedMerge,
  ports: PullRequestPorts,
): Promise<'enabled' | 'clean'> {
  const { pullRequests } = ports;
  const enabled = () =>
    untilVisible(() => pullRequests.enableAutoMerge(pullRequest, plan, commit.sha), ports);
  const state = await enabled();
  if (state === 'clean' || pullRequest.autoMerge === undefined) return state;
  const now = await pullRequests.findOpen(branch, base);
  if (now === undefined || isSamePlan(plan, now.autoMerge)) return state;
  await pullRequests.disableAutoMerge(pullRequest);
  return enabled();
}

function explainOpen({ number, url }: PullRequest, cause: PromoteError): PromoteError {
  return new PromoteError(
    cause.code,
    `auto-merge: pull request #${number} is open (${url}), but it is not merged automatically: ${cause.message}`,
    { cause },
  );
}
