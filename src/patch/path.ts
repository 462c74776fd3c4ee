/** The way to a node: keys of mappings and indices of lists, from the root of a document. */
export type Path = readonly (string | number)[];

/** `images[0].newTag`; keys that are no plain words stand in quotes: `annotations["a.b/c"]`. */
export function renderPath(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[\w-]+$/.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
