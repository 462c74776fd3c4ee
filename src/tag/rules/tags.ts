import type { ComputedRule, ComputedTag } from './compute.js';
import { evaluateGlobalTemplate } from './evaluate.js';
import { joinPieces } from './expression.js';
import type { TagFacts } from './facts.js';
import type { Flavor } from './flavor.js';
import { sanitiseTag } from './sanitise.js';

/** The tags of an image. */
interface ImageTags {
  /** All to push, in order. */
  readonly tags: readonly string[];
  /** The first of them: docker/metadata-action's `version`. */
  readonly version: string;
  /** The one to deploy. */
  readonly deployTag: string;
  /** Whether that is given to image after image. */
  readonly moves: boolean;
}

/**
 * Puts together what the rules gave, in their order.
 * @returns `undefined` when none gave a tag.
 */
export function assembleTags(
  computed: readonly ComputedRule[],
  flavor: Flavor,
  facts: TagFacts,
): ImageTags | undefined {
  const given = computed.filter((rule) => rule.outcome === 'tag');
  const [first] = given;
  if (first === undefined) return undefined;
  const tags = [...new Set(given.map(({ tag }) => tag))];
  // The first rule that gives a tag decides alone. Like docker/metadata-action, `latest` is named
  // twice when a rule gives it too; pushing a name twice does no harm.
  const latest = flavor.latest === 'auto' ? first.latest : flavor.latest === 'true';
  const deployed = findDeployTag(given, facts) ?? first;
  return {
    tags: latest ? [...tags, computeLatest(flavor, facts)] : tags,
    version: first.tag,
    deployTag: deployed.tag,
    moves: deployed.moves,
  };
}

/** That of a rule that says so; else a whole version of a git tag; else one that names the commit. */
function findDeployTag(given: readonly ComputedTag[], facts: TagFacts): ComputedTag | undefined {
  return (
    given.find(({ rule }) => rule.deploy) ??
    given.find(({ isFullVersion }) => isFullVersion && facts.commit.tag !== undefined) ??
    given.find(({ rule }) => rule.type === 'sha')
  );
}

function computeLatest({ prefix, suffix }: Flavor, facts: TagFacts): string {
  const before = prefix.onLatest ? evaluateGlobalTemplate(prefix.template, facts) : [];
  const after = suffix.onLatest ? evaluateGlobalTemplate(suffix.template, facts) : [];
  return sanitiseTag(joinPieces([...before, { kind: 'value', text: 'latest' }, ...after]));
}
