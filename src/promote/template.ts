/** What may stand in `{{…}}` in a commit message. */
export const PLACEHOLDERS = [
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

const PLACEHOLDER = /\{\{\s*(?<name>[^{}]*?)\s*\}\}/g;

/** A piece of a template as it is written: text, or a name in `{{…}}`. */
export interface TemplatePart {
  readonly text: string;
  readonly name?: string;
}

export function parseTemplate(template: string): readonly TemplatePart[] {
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const { 0: text, index, groups } of template.matchAll(PLACEHOLDER)) {
    parts.push({ text: template.slice(end, index) }, { text, name: String(groups?.['name']) });
    end = index + text.length;
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

/** Puts a value in the place of every placeholder. What else stands in `{{…}}` stays as it is. */
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
