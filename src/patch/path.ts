/** The way to a node: keys of mappings and indices of lists, from the root of a document. */
export type Path = readonly (string | number)[];

/** `images[0].newTag`; keys that are no plain words stand in quotes: `annotations["a.b/c"]`. */
export function renderPath(path: Path): string {
  return path
    .map((step) => renderStep(step))
    .join('')
    .replace(/^\./, '');
}

/** A step as it stands in a path behind another one. */
export function renderStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}
