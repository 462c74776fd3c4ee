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

/** The names in `{{…}}` of a template, in order, whether they are placeholders or not. */
export function findNames(template: string): readonly string[] {
  return [...template.matchAll(PLACEHOLDER)].map((match) => String(match.groups?.['name']));
}

/** The names in `{{…}}` that are none of the allowed placeholders. */
export function findUnknownPlaceholders(
  template: string,
  allowed: readonly Placeholder[] = PLACEHOLDERS,
): readonly string[] {
  return findNames(template).filter((name) => !allowed.some((known) => known === name));
}

/** Puts a value in the place of every placeholder. What else stands in `{{…}}` stays as it is. */
export function renderTemplate(
  template: string,
  valueOf: (placeholder: Placeholder) => string,
): string {
  return template.replaceAll(PLACEHOLDER, (written, name: string) => {
    const placeholder = PLACEHOLDERS.find((known) => known === name);
    return placeholder === undefined ? written : valueOf(placeholder);
  });
}
