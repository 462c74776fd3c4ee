import type { Flavor } from './flavor.js';
import type { TagRule } from './rule.js';

/** What rules need to know that not every event tells. */
export interface Needs {
  readonly defaultBranch: boolean;
  readonly commitDate: boolean;
}

/** Looks through the rules, so that the server is only asked for what they use. */
export function findNeeds(rules: readonly TagRule[], flavor: Flavor): Needs {
  const names = new Set(
    [flavor.prefix.template, flavor.suffix.template, ...rules.flatMap(listTemplates)]
      .flat()
      .flatMap((part) => (part.kind === 'text' ? [] : [part.name])),
  );
  const isEdge = rules.some((rule) => rule.type === 'edge' && rule.branch === undefined);
  return {
    defaultBranch: isEdge || names.has('is_default_branch') || names.has('is_not_default_branch'),
    commitDate: names.has('commit_date'),
  };
}

function listTemplates(rule: TagRule) {
  return [
    rule.prefix ?? [],
    rule.suffix ?? [],
    rule.enable,
    ('value' in rule ? rule.value : undefined) ?? [],
    rule.type === 'schedule' ? rule.pattern : [],
  ];
}
