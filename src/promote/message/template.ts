import type { InputReader } from '../../base/input-reader.js';

/** Parses an input that is a template. Placeholders that are not allowed are noted in `reader`. */
export function parseMessageTemplate(
  reader: InputReader,
  input: string,
  allowed: readonly Placeholder[] = PLACEHOLDERS,
): string | undefined {
  const template = reader.string(input);
  if (template === undefined) return undefined;
  for (const name of findUnknownPlaceholders(template, allowed)) {
    const expected = `placeholders among ${allowed.map((known) => `{{${known}}}`).join(', ')}`;
    reader.reject(input, expected, `{{${name}}}`);
  }
  return template;
}

/** What may stand in `{{…}}` in a commit message. */
const PLACEHOLDERS = [
  'image',
  'repository',
  'tag',
  'digest',
  'sha',
  'short-sha',
  'image-name',
  'previous-tag',
  'gitops-branch',
] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What may stand in `{{…}}` in a value of `targets`, which is rendered before a file is patched. */
export const SET_PLACEHOLDERS: readonly Placeholder[] = PLACEHOLDERS.filter(
  (name) => name !== 'previous-tag' && name !== 'image-name',
);

/** A backslash before it makes it literal, as in Handlebars. */
const PLACEHOLDER = /(?<escape>\\?)\{\{\s*(?<name>[^{}]*?)\s*\}\}/g;

/** A piece of a template: text, or a name in `{{…}}` with the text that it is written as. */
interface TemplatePart {
  readonly text: string;
  readonly name?: string;
}

export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const { 0: written, index, groups } of template.matchAll(PLACEHOLDER)) {
    const { escape, name } = { escape: '', name: '', ...groups };
    const part = escape === '' ? { text: written, name } : { text: written.slice(1) };
    parts.push({ text: template.slice(end, index) }, part);
    end = index + written.length;
  }
  return [...parts, { text: template.slice(end) }];
}

/** The names in `{{…}}` that are none of the allowed placeholders. */
export function findUnknownPlaceholders(
  template: string,
  allowed: readonly Placeholder[] = PLACEHOLDERS,
): readonly string[] {
  const names = parseTemplate(template).flatMap(({ name }) => name ?? []);
  return names.filter((name) => !allowed.some((known) => known === name));
}

/** Puts a value in the place of every placeholder. What else stands in `{{…}}` stays, without `\`. */
export function renderTemplate(
  template: string,
  valueOf: (placeholder: Placeholder) => string,
): string {
  const texts = parseTemplate(template).map(({ text, name }) => {
    const placeholder = PLACEHOLDERS.find((known) => known === name);
    return placeholder === undefined ? text : valueOf(placeholder);
  });
  return texts.join('');
}
