import { renderImageReference } from '../../base/image.js';
import type { Comparison } from '../../ports/runner.js';
import { abbreviateSha } from '../../tag/commit/event.js';
import type { DeliveryInputs } from '../inputs/delivery.js';
import type { TargetResult } from '../model/result.js';

/** What is promoted, as far as its age depends on it. */
export interface GuardedCommit {
  /** `owner/name` of the source repository. */
  readonly sourceRepository: string;
  /** In full; absent when it is not known. */
  readonly sourceSha?: string;
}

/** What the inputs say of an older commit, and of one that was taken back. */
export type GuardPolicy = Pick<DeliveryInputs, 'stale' | 'afterRollback' | 'trigger'>;

/** What all targets share. */
export interface Case {
  readonly commit: GuardedCommit;
  readonly policy: GuardPolicy;
  /** `owner/name` of the GitOps repository. */
  readonly repository: string;
}

/** Digits of a commit in a sentence, as GitHub shows it. */
export const SHOWN_DIGITS = 7;

/** What a target asks for now: a sentence without its end. */
export function describeDeployed({ file, previousImage }: TargetResult): string {
  const image = previousImage ? renderImageReference(previousImage) : 'an image that is not known';
  return `${file} asks for ${image}`;
}

/** Why a newer commit than the deployed one could not be looked for. */
export function renderUnguarded(what: string, reason: 'no-source-sha' | 'no-commit'): string {
  return reason === 'no-source-sha'
    ? 'It was not checked that this image is newer than the deployed one: its commit is not known. Give source-sha.'
    : `It was not checked that this image is newer than the deployed one: ${what}, which tells no commit.`;
}

/**
 * What stands against an order of two commits; `undefined` when nothing does.
 * @param what Where the deployed commit is from, for people.
 * @param deployed The commit.
 * @param repository `owner/name` of the source repository.
 */
export function renderUnordered(
  what: string,
  deployed: string,
  comparison: Comparison,
  repository: string,
): string | undefined {
  const commit = abbreviateSha(deployed, SHOWN_DIGITS);
  switch (comparison.relation) {
    case 'identical':
    case 'ahead':
    case 'behind':
      return undefined;
    case 'diverged':
      return `${what}, whose commit ${commit} and the promoted one have diverged in ${repository}: neither is newer. The promotion goes on.`;
    case 'unknown':
      return `It was not checked that this image is newer than the deployed one (${what}): ${comparison.detail}. The promotion goes on.`;
  }
}

/** Why the order is not known where something else has the name of the deployed commit. */
export function renderAmbiguous(
  abbreviation: string,
  { sourceRepository, sourceSha = '' }: GuardedCommit,
): string {
  const ours = abbreviateSha(sourceSha, SHOWN_DIGITS);
  return `It cannot be told whether ${ours} is newer than the deployed commit ${abbreviation}: a branch or tag of ${sourceRepository} has that name, and no commit is known by it. Rename it; or, to promote without knowing, set stale: allow.`;
}

const RELATIONS: Readonly<Record<Comparison['relation'], string>> = {
  identical: 'the same as',
  ahead: 'ahead of',
  behind: 'behind',
  diverged: 'diverged from',
  unknown: 'not compared with',
};

/** For whoever wonders about an order. */
export function renderCompared(
  base: string,
  head: string,
  comparison: Comparison,
  { sourceRepository }: GuardedCommit,
): string {
  const { relation } = comparison;
  const detail = relation === 'unknown' ? ` (${comparison.cause}: ${comparison.detail})` : '';
  return `${head} is ${RELATIONS[relation]} ${base} in ${sourceRepository}${detail}.`;
}
