import type { Context } from '../../base/context.js';
import type { InputReader } from '../../base/input-reader.js';
import type { CommitApi, MergeMethod } from '../../ports/gitops.js';
import { parseMessageTemplate } from '../message/template.js';

/** What `isBranchName` expects. */
export const BRANCH_NAME = 'a branch name without refs/heads/';

/** The rules of `git check-ref-format` that a slip in a workflow can break. */
export function isBranchName(name: string): boolean {
  return !/^$|^refs\/|[\s\p{Cc}~^:?*[\\]|\.\.|@\{|^@$|^[-/]|\/\/|(?:^|\/)\.|\.lock(?:\/|$)|[/.]$/u.test(
    name,
  );
}

/** The inputs that say how a promotion is delivered. */
export const DELIVERY_INPUTS = [
  'mode',
  'stale',
  'after-rollback',
  'commit-api',
  'pull-request-branch',
  'pull-request-title',
  'pull-request-body',
  'pull-request-labels',
  'pull-request-reviewers',
  'pull-request-draft',
  'auto-merge',
] as const;

/** What happens when a newer commit is deployed already. */
type StalePolicy = 'skip' | 'fail' | 'allow';

/** What has started a run. */
export interface Trigger {
  /** Whether a person has started the workflow, and could set its inputs. */
  readonly isByHand: boolean;
  /** Whether it runs again, with the inputs that it had. */
  readonly isRerun: boolean;
}

export interface DeliveryInputs {
  readonly stale: StalePolicy;
  /** `newer`: what is newer than what was taken back is promoted. `hold`: only by hand. */
  readonly afterRollback: 'newer' | 'hold';
  readonly trigger: Trigger;
  /** How the pull request is made; absent in the mode `commit`. */
  readonly pullRequest?: PullRequestInputs;
}

export interface PullRequestInputs {
  /** Template of the branch's name. */
  readonly branch: string;
  /** Template; absent: the subject of the commit. */
  readonly title?: string;
  /** Template in Markdown; absent: the images, the links and the diff. */
  readonly body?: string;
  readonly labels: readonly string[];
  /** Users, by their login. */
  readonly reviewers: readonly string[];
  /** Teams, by their slug. */
  readonly teams: readonly string[];
  /** Whether it is opened as a draft. */
  readonly draft?: boolean;
  /** Absent: a person merges it. */
  readonly autoMerge?: MergeMethod;
}

/** The branch of a pull request, unless it is given. */
export const DEFAULT_BRANCHES = {
  promote: 'promote/{{image-name}}/{{gitops-branch}}',
  rollback: 'rollback/{{image-name}}/{{gitops-branch}}',
} as const;

/** What may stand in the name of the branch: it has to be the same in every promotion. */
const BRANCH_PLACEHOLDERS = ['image-name', 'gitops-branch'] as const;

const TEXT_INPUTS = ['pull-request-title', 'pull-request-body'] as const;

/** A login of GitHub, or a team with its organization. */
const REVIEWER = /^(?:(?<organization>[\w.-]+)\/)?(?<name>[\w.-]+)$/;

/** Parses how a promotion is delivered. What is wrong is noted in `reader`. */
export function parseDeliveryInputs(
  reader: InputReader,
  context: StaleContext,
  step: keyof typeof DEFAULT_BRANCHES = 'promote',
): DeliveryInputs {
  const stale = reader.oneOf('stale', ['skip', 'fail', 'allow']) ?? defaultStale(context);
  const afterRollback = reader.oneOf('after-rollback', ['newer', 'hold']) ?? 'newer';
  const { eventName, runAttempt } = context;
  const trigger = { isByHand: eventName === 'workflow_dispatch', isRerun: runAttempt > 1 };
  const mode = reader.oneOf('mode', ['commit', 'pull-request']) ?? 'commit';
  const pullRequest = parsePullRequestInputs(reader, step);
  if (mode === 'pull-request') return { stale, afterRollback, trigger, pullRequest };
  for (const input of DELIVERY_INPUTS) {
    if (!/^(?:pull-request-|auto-merge$)/.test(input) || !reader.has(input)) continue;
    reader.complain(
      input,
      'given, but mode is commit. Set mode: pull-request, or remove this input',
    );
  }
  return { stale, afterRollback, trigger };
}

/** What the default of `stale` depends on. */
export type StaleContext = Pick<Context, 'eventName' | 'runAttempt'>;

/**
 * A race between runs is nobody's mistake, and the older one may be skipped. A person who starts or
 * re-runs a run by hand means it, and has to be told.
 */
function defaultStale({ eventName, runAttempt }: StaleContext): StalePolicy {
  return eventName === 'workflow_dispatch' || runAttempt > 1 ? 'fail' : 'skip';
}

export function parseCommitApi(reader: InputReader): CommitApi {
  return reader.oneOf('commit-api', ['auto', 'contents', 'graphql']) ?? 'auto';
}

function parsePullRequestInputs(
  reader: InputReader,
  step: keyof typeof DEFAULT_BRANCHES,
): PullRequestInputs {
  const [title, body] = TEXT_INPUTS.map((input) => parseMessageTemplate(reader, input));
  const reviewers = reader
    .words('pull-request-reviewers')
    .map((word) => parseReviewer(reader, word));
  const method = reader.oneOf('auto-merge', ['off', 'merge', 'squash', 'rebase']) ?? 'off';
  const draft = reader.boolean('pull-request-draft');
  if (draft === true && method !== 'off') {
    const problem = `a draft cannot be merged, and auto-merge is ${method}. Remove one of the two`;
    reader.complain('pull-request-draft', problem);
  }
  return {
    branch: parseBranchTemplate(reader) ?? DEFAULT_BRANCHES[step],
    title,
    body,
    labels: reader.words('pull-request-labels'),
    reviewers: reviewers.filter(({ isTeam }) => !isTeam).map(({ name }) => name),
    teams: reviewers.filter(({ isTeam }) => isTeam).map(({ name }) => name),
    draft,
    ...(method !== 'off' && { autoMerge: method }),
  };
}

function parseBranchTemplate(reader: InputReader): string | undefined {
  const template = parseMessageTemplate(reader, 'pull-request-branch', BRANCH_PLACEHOLDERS);
  if (template === undefined) return undefined;
  const rendered = template.replace(/\{\{[^{}]*\}\}/g, 'x');
  if (!isBranchName(rendered)) reader.reject('pull-request-branch', BRANCH_NAME, template);
  return template;
}

function parseReviewer(reader: InputReader, word: string) {
  const { organization, name } = REVIEWER.exec(word)?.groups ?? {};
  if (name === undefined) {
    reader.reject('pull-request-reviewers', 'users, or teams as organization/team', word);
  }
  return { name: name ?? '', isTeam: organization !== undefined };
}
