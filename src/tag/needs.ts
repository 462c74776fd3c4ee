import { isOnDefaultBranch, isScheduled } from './events.js';
import type { Flavor } from './flavor.js';
import type { TagRule } from './rule.js';

/** What rules need to know that not every event tells. */
export interface Needs {
  readonly defaultBranch: boolean;
  readonly commitDate: boolean;
}

/** Looks through the rules, so that the server is only asked for what they use. */
export function findNeeds(rules: readonly TagRule[], flavor: Flavor, eventName: string): Needs {
  const applied = rules.filter((rule) => mayApply(rule, eventName));
  const names = new Set(
    [flavor.prefix.template, flavor.suffix.template, ...applied.flatMap(listTemplates)]
      .flat()
      .flatMap((part) => (part.kind === 'text' ? [] : [part.name])),
  );
  const isEdge = applied.some((rule) => rule.type === 'edge' && rule.branch === undefined);
  const asksBranch = names.has('is_default_branch') || names.has('is_not_default_branch');
  return {
    defaultBranch: isEdge || (asksBranch && !isOnDefaultBranch(eventName)),
    commitDate: names.has('commit_date'),
  };
}

function mayApply({ enable, type }: TagRule, eventName: string): boolean {
  const isOff = enable.some((part) => part.kind === 'text' && part.text === 'false');
  return !isOff && (type !== 'schedule' || isScheduled(eventName));
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
