import { type ImageReference, isDigest, isTag, parseImageReference } from '../base/image.js';
import { listPlaceholders, parseTemplate } from './message/template.js';

/** A template, and the text that stood in its place before; absent where it is new. */
interface TemplateBefore {
  readonly template: string;
  readonly before: string | undefined;
}

/**
 * The image that values of a file asked for before, as far as they tell: what stood in the places of
 * `{{image}}`, else of `{{tag}}`, `{{digest}}` and `{{repository}}`.
 * @param fallback The repository, where the values do not say it.
 */
export function findPreviousImage(
  values: readonly TemplateBefore[],
  fallback: string,
): ImageReference | undefined {
  const matches = values.map(matchTemplate);
  const textsOf = (name: string) => matches.flatMap((match) => match.get(name) ?? []);
  for (const text of textsOf('image')) {
    const parsed = parseImageReference(text);
    if (parsed.valid) return parsed.reference;
  }
  const tag = textsOf('tag').find(isTag);
  const digest = textsOf('digest').find(isDigest);
  if (tag === undefined && digest === undefined) return undefined;
  return {
    repository: textsOf('repository').find(isRepository) ?? fallback,
    tag,
    digest,
  };
}

/** What stood in the place of each placeholder, where there is one way only to tell. */
function matchTemplate({ template, before = '' }: TemplateBefore): ReadonlyMap<string, string> {
  const shortest = patternOf(template, '(.+?)').exec(before);
  const longest = patternOf(template, '(.+)').exec(before);
  const names = listPlaceholders(template);
  const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? ''] as const);
  return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}

function patternOf(template: string, placeholder: string | ((name: string) => string)): RegExp {
  const parts = parseTemplate(template).map(({ text, expression }) => {
    if (expression === undefined) return escapeRegExp(text);
    return typeof placeholder === 'string' ? placeholder : placeholder(expression);
  });
  return new RegExp(`^${parts.join('')}$`, 's');
}

/** What may stand in the place of a placeholder, where not anything may. */
const VALUES = new Map([
  ['image', '\\S+'],
  ['repository', '(?:[^\\s@:/]+(?::\\d+)?/)?[^\\s@:]+'],
  ['tag', '[^/:@]+'],
  ['digest', '[A-Za-z0-9]+:[0-9A-Fa-f]+'],
]);

/**
 * Why a text is not what a template replaces: an item that has moved, or a whole reference in the place
 * of a tag.
 * @returns `undefined` for a text that may be, and for a template without placeholders.
 */
export function explainMisfit(template: string, text: string): string | undefined {
  const names = listPlaceholders(template);
  if (names.length === 0) return undefined;
  if (patternOf(template, (name) => VALUES.get(name) ?? '.*').test(text)) return undefined;
  const there = `${JSON.stringify(text)} stands here, which does not fit ${JSON.stringify(template)}`;
  return `${there}. ${suggestTemplate(names, text)}`;
}

function suggestTemplate(names: readonly string[], text: string): string {
  const isTag = names.includes('tag') && !names.includes('digest');
  if (isTag && /^[^/:@]+@/.test(text)) {
    return "Set '{{tag}}@{{digest}}' to write the digest as well, or write the tag alone here once by hand.";
  }
  if (isTag && /[/:]/.test(text)) {
    return "Set '{{image}}' where a whole reference is to stand, or correct the path.";
  }
  return 'Correct the path; an item of a list of texts is named by how it begins: images[NAME=*].';
}

function isRepository(text: string): boolean {
  const parsed = parseImageReference(text);
  return parsed.valid && parsed.reference.repository === text;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
