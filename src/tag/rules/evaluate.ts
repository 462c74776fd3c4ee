import { PromoteError } from '../../base/errors.js';
import { abbreviateSha, isOnDefaultBranch } from '../commit/event.js';
import { renderDate } from './date-format.js';
import {
  type DateExpression,
  evaluateTemplate,
  type GlobalName,
  type GlobalTemplate,
  type Piece,
} from './expression.js';
import type { TagFacts } from './facts.js';

/**
 * Replaces the expressions of a template by what they are on this event; nothing is escaped.
 * @throws PromoteError `unavailable` when `{{commit_date}}` is asked for and not known.
 */
export function evaluateGlobalTemplate(
  template: GlobalTemplate,
  facts: TagFacts,
): readonly Piece[] {
  return evaluateTemplate(template, (expression) =>
    expression.kind === 'date'
      ? evaluateDate(expression, facts)
      : evaluateName(expression.name, facts),
  );
}

/** The same as one text, for what is not a tag itself. */
export function evaluateText(template: GlobalTemplate, facts: TagFacts): string {
  return evaluateGlobalTemplate(template, facts)
    .map(({ text }) => text)
    .join('');
}

/** `{{date}}` and `{{commit_date}}`. */
export function evaluateDate(expression: DateExpression, facts: TagFacts): string {
  const time = expression.name === 'date' ? facts.startedAt : facts.committedAt;
  if (time === undefined) {
    throw new PromoteError(
      'unavailable',
      `tags: {{commit_date}} needs the date of commit ${facts.commit.sha}, which is not known.`,
    );
  }
  if (facts.calendar === undefined) throw new Error('A date is rendered that no rule asked for.');
  return renderDate(expression.format, facts.calendar(time, expression.timeZone));
}

function evaluateName(name: GlobalName, facts: TagFacts): string {
  switch (name) {
    case 'branch':
      return facts.commit.branch ?? '';
    case 'tag':
      return facts.commit.tag ?? '';
    case 'sha':
      return abbreviateSha(facts.commit.sha, facts.shortShaLength);
    case 'base_ref':
      return facts.baseRef;
    case 'is_default_branch':
      return String(isDefaultBranch(facts));
    case 'is_not_default_branch':
      return String(!isDefaultBranch(facts));
  }
}

function isDefaultBranch({ commit, defaultBranch, eventName }: TagFacts): boolean {
  if (commit.branch !== undefined && commit.branch === defaultBranch) return true;
  const hasRef = (commit.branch ?? commit.tag ?? commit.pullRequest) !== undefined;
  return hasRef && isOnDefaultBranch(eventName);
}
