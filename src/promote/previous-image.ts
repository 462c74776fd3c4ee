import { type ImageReference, isDigest, isTag, parseImageReference } from '../base/image.js';
import { parseTemplate } from './message/template.js';

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
  const names = parseTemplate(template).flatMap(({ name }) => name ?? []);
  const texts = names.map((name, index) => [name, shortest?.[index + 1] ?? ''] as const);
  return new Map(texts.filter(([, text], index) => text === longest?.[index + 1]));
}

function patternOf(template: string, placeholder: string): RegExp {
  const parts = parseTemplate(template).map(({ text, name }) =>
    name === undefined ? escapeRegExp(text) : placeholder,
  );
  return new RegExp(`^${parts.join('')}$`, 's');
}

function isRepository(text: string): boolean {
  const parsed = parseImageReference(text);
  return parsed.valid && parsed.reference.repository === text;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
