import type { Context } from '../../base/context.js';
import type { InputReader } from '../../base/input-reader.js';
import type { GitOpsTarget } from '../../ports/gitops.js';
import { CHECK_INPUTS, type ImageCheckInputs, parseCheckInputs } from './check.js';
import { parseApiUrl } from './api-url.js';
import {
  BRANCH_NAME,
  DELIVERY_INPUTS,
  type DeliveryInputs,
  isBranchName,
  parseCommitApi,
  parseDeliveryInputs,
  type StaleContext,
} from './delivery.js';
import type { Target } from './target.js';
import { type ImageSource, parseImageSource, parseTargetInputs, TARGET_INPUTS } from './targets.js';
import {
  COVERAGE_TRAILER,
  OWN_TRAILERS,
  parseTrailerLines,
  type Trailer,
} from '../message/trailers.js';
import { parseMessageTemplate } from '../message/template.js';
import { type CommitInputs, parseCommitInputs } from '../../tag/inputs.js';

/** The inputs that belong to the promote step, by their names in `action.yml`. */
export const PROMOTE_INPUTS = [
  'gitops-repository',
  'gitops-branch',
  'gitops-token',
  'gitops-api-url',
  ...TARGET_INPUTS,
  ...DELIVERY_INPUTS,
  ...CHECK_INPUTS,
  'commit-message',
  'commit-trailers',
  'retry-timeout',
] as const;

export interface PromoteInputs extends DeliveryInputs {
  readonly target: GitOpsTarget;
  /** Reads the source repository, to tell which of two commits is newer. */
  readonly sourceToken: string;
  readonly targets: readonly Target[];
  /** Where the image is copied from; absent when it is given or computed. */
  readonly from?: ImageSource & CommitInputs;
  /** What is asked of the registry; absent when it is not asked. */
  readonly check?: ImageCheckInputs;
  /** Whether an entry or a last key that is not there yet is added. */
  readonly createMissing: boolean;
  /** Template of the commit's subject and body. */
  readonly commitMessage?: string;
  readonly commitTrailers: readonly Trailer[];
  /** What retries and waits may take in all, in seconds. */
  readonly retryTimeout: number;
}

/** What the rules of single inputs depend on. */
export interface PromoteInputsOptions {
  /** The step that needs it. */
  readonly step?: 'promote' | 'rollback';
  readonly context: Pick<Context, 'repository' | 'repositoryUrl' | 'apiUrl'> & StaleContext;
  /** A dry run nobody asked for (a pull request): such runs of forks have no secrets. */
  readonly dryRunByDefault: boolean;
  /** Whether the coverage step runs in the same call, and so writes its trailer. */
  readonly gateRuns: boolean;
}

/** What getting into the GitOps repository depends on. */
interface PlaceOptions extends Pick<PromoteInputsOptions, 'dryRunByDefault'> {
  readonly context: Pick<Context, 'repository' | 'repositoryUrl' | 'apiUrl'>;
  /** The step that needs it: verify reads alone. */
  readonly step: 'promote' | 'rollback' | 'verify';
}

/**
 * Parses the inputs of the promote step. What is wrong is noted in `reader`; the value returned is
 * only to be used when nothing was.
 */
export async function parsePromoteInputs(
  reader: InputReader,
  options: PromoteInputsOptions,
): Promise<PromoteInputs> {
  const { step = 'promote' } = options;
  const commitMessage = parseMessageTemplate(reader, 'commit-message');
  const from = parseFrom(reader);
  return {
    target: parseGitOpsTarget(reader, { ...options, step }),
    sourceToken: reader.string('token') ?? '',
    targets: await parseTargetInputs(reader, step),
    from,
    check: parseCheckInputs(reader, options.context),
    ...parseDeliveryInputs(reader, options.context, step),
    createMissing: reader.boolean('create-missing') ?? false,
    commitMessage,
    commitTrailers: parseCommitTrailers(reader, options),
    retryTimeout: reader.integer('retry-timeout', 0, 3600) ?? 300,
  };
}

/** Where an earlier job has promoted to, for what only reads it. Targets need not be given. */
export async function parsePromotedPlace(
  reader: InputReader,
  options: Omit<PlaceOptions, 'step'>,
): Promise<Pick<PromoteInputs, 'target' | 'targets'>> {
  const isGiven = ['kustomization', 'values', 'targets'].some((input) => reader.has(input));
  return {
    target: parseGitOpsTarget(reader, { ...options, step: 'verify' }),
    targets: isGiven ? await parseTargetInputs(reader, 'verify') : [],
  };
}

function parseFrom(reader: InputReader): PromoteInputs['from'] {
  const source = parseImageSource(reader);
  if (source === undefined) return undefined;
  for (const input of ['image', 'tag', 'digest']) {
    if (!reader.has(input)) continue;
    reader.complain('promote-from', `it copies the image, and ${input} gives another. Remove one`);
  }
  return { ...source, ...parseCommitInputs(reader) };
}

function parseGitOpsTarget(reader: InputReader, options: PlaceOptions): GitOpsTarget {
  const repository = parseRepository(reader, options);
  const branch = parseBranch(reader);
  const apiUrl = parseApiUrl(reader, options.context);
  return {
    repository,
    branch,
    apiUrl,
    commitApi: parseCommitApi(reader),
    ...parseGitOpsToken(reader, { repository, apiUrl }, options),
  };
}

/** The GitOps repository at a commit. REST alone reads at what is no branch. */
export function targetAt(target: GitOpsTarget, commit: string): GitOpsTarget {
  return { ...target, branch: commit, commitApi: 'contents' };
}

function parseRepository(reader: InputReader, { step }: PlaceOptions): string {
  const repository = reader.string('gitops-repository');
  if (repository === undefined) {
    reader.complain('gitops-repository', `the ${step} step needs it: owner/name`);
    return '';
  }
  if (!/^[\w-][\w.-]*\/(?!\.{1,2}$)[\w.-]+$/.test(repository)) {
    reader.reject('gitops-repository', 'owner/name', repository);
  }
  return repository;
}

function parseBranch(reader: InputReader): string | undefined {
  const branch = reader.string('gitops-branch');
  if (branch !== undefined && !isBranchName(branch)) {
    reader.reject('gitops-branch', BRANCH_NAME, branch);
  }
  return branch;
}

/**
 * `token` is good for the source repository alone, so it is the default there only. It also reads
 * the GitOps repository in a pull request's dry run, when the secret is empty. It never goes to
 * another server than the one that issued it.
 */
function parseGitOpsToken(
  reader: InputReader,
  target: { readonly repository: string; readonly apiUrl: string },
  { context, dryRunByDefault, step }: PlaceOptions,
): Pick<GitOpsTarget, 'token' | 'tokenInput'> {
  const token = parseSecret(reader, 'gitops-token');
  if (token !== undefined) return { token, tokenInput: 'gitops-token' };
  const sameServer = target.apiUrl === context.apiUrl;
  const sameRepository = target.repository.toLowerCase() === context.repository.toLowerCase();
  const own = sameServer ? parseSecret(reader, 'token') : undefined;
  if (dryRunByDefault) return { token: own ?? '', tokenInput: 'token' };
  if (own !== undefined && sameRepository) return { token: own, tokenInput: 'token' };
  const access = step === 'verify' ? 'read' : 'write';
  reader.complain(
    'gitops-token',
    `it is empty, and the workflow's own token cannot ${access === 'read' ? 'read' : 'write to'} ${target.repository}. Give a token with contents: ${access} there; when it comes from a secret, the secret is empty or not visible to this job`,
  );
  return { token: '', tokenInput: 'gitops-token' };
}

/** What cannot stand in a header is refused without being shown. */
function parseSecret(reader: InputReader, name: 'token' | 'gitops-token'): string | undefined {
  const secret = reader.string(name);
  if (secret !== undefined && !/^[\x21-\x7e]+$/.test(secret)) {
    reader.complain(
      name,
      'expected a token, got text with white space or characters outside ASCII',
    );
  }
  return secret;
}

/** The coverage that `commit-trailers` tells, whatever step runs; bad lines are noted by the promotion. */
export function parseToldCoverage(reader: InputReader): string | undefined {
  const trailers = parseTrailerLines(reader.lines('commit-trailers'), [], () => undefined);
  return trailers.find(({ key }) => key.toLowerCase() === COVERAGE_TRAILER.toLowerCase())?.value;
}

function parseCommitTrailers(
  reader: InputReader,
  { gateRuns }: PromoteInputsOptions,
): readonly Trailer[] {
  const own = gateRuns ? [...OWN_TRAILERS, COVERAGE_TRAILER] : OWN_TRAILERS;
  return parseTrailerLines(reader.lines('commit-trailers'), own, (expected, line) => {
    reader.reject('commit-trailers', expected, line);
  });
}
