import { findCommitInTag } from '../../tag/sha.js';
import type { Delivery } from '../commit-delivery.js';
import { renderValue, type CommitFacts } from '../message.js';
import type { Promotion } from '../promotion.js';
import type { PullRequestFacts } from './text.js';

/** What a pull request tells of a promotion. */
export function collectFacts(
  { message, targets }: Delivery,
  { audit }: Promotion,
  facts: CommitFacts,
): PullRequestFacts {
  const { sourceUrl, sourceSha, runUrl, coverage } = audit;
  const { tag } = facts.previousImage ?? {};
  const previousSha = tag === undefined ? undefined : findCommitInTag(tag);
  return {
    ...{ message, targets, sourceUrl, runUrl },
    valueOf: (placeholder) => renderValue(placeholder, facts),
    ...(sourceSha !== undefined && { sourceSha }),
    ...(previousSha !== undefined && { previousSha }),
    ...(coverage !== undefined && { coverage }),
  };
}
