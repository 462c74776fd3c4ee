import type { RuleOutcome } from './result.js';

/**
 * The one tag to deploy: that of the first rule `type=sha` that gave one, because it never moves;
 * else the first tag of all. `undefined` when no rule gave a tag.
 */
export function selectDeployTag(outcomes: readonly RuleOutcome[]): string | undefined {
  const tagged = outcomes.filter((outcome) => outcome.outcome === 'tag');
  return (tagged.find(({ type }) => type === 'sha') ?? tagged[0])?.tag;
}
