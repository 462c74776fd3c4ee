import type { InputReader } from '../../base/input-reader.js';
import { splitTemplate, type TemplatePart } from '../../base/template.js';

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
const PLACEHOLDER = /(\\?\{\{[^{}]*\}\})/;

export function parseTemplate(template: string): readonly TemplatePart[] {
  return splitTemplate(template, PLACEHOLDER).map((part) => {
    const isEscaped = part.expression !== undefined && part.text.startsWith('\\');
    return isEscaped ? { text: part.text.slice(1) } : part;
  });
}

/** The names in `{{…}}`, in their order. */
export function listPlaceholders(template: string): readonly string[] {
  return parseTemplate(template).flatMap(({ expression }) => expression ?? []);
}

/** The names in `{{…}}` that are none of the allowed placeholders. */
export function findUnknownPlaceholders(
  template: string,
  allowed: readonly Placeholder[] = PLACEHOLDERS,
): readonly string[] {
  return listPlaceholders(template).filter((name) => !allowed.some((known) => known === name));
}

/** Puts a value in the place of every placeholder. What else stands in `{{…}}` stays, without `\`. */
export function renderTemplate(
  template: string,
  valueOf: (placeholder: Placeholder) => string,
): string {
  const texts = parseTemplate(template).map(({ text, expression }) => {
    const placeholder = PLACEHOLDERS.find((known) => known === expression);
    return placeholder === undefined ? text : valueOf(placeholder);
  });
  return texts.join('');
}
