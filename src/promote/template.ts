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

/** What may stand in `{{…}}` in a value of `targets`, which is rendered before a file is read. */
export const SET_PLACEHOLDERS: readonly string[] = PLACEHOLDERS.filter(
  (name) => name !== 'previous-tag' && name !== 'image-name',
);

const PLACEHOLDER = /\{\{\s*(?<name>[^{}]*?)\s*\}\}/g;

/** The names in `{{…}}` of a template, in order. */
export function findPlaceholders(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => String(match.groups?.['name']));
}

/** Puts a value in the place of every `{{…}}`; one whose value is not known stays as it is. */
export function renderTemplate(
  template: string,
  valueOf: (placeholder: string) => string | undefined,
): string {
  return template.replaceAll(PLACEHOLDER, (written, name: string) => valueOf(name) ?? written);
}
