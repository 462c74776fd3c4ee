/**
 * One step of a path that a person wrote. A selector takes the list's item whose key has the value, a
 * text the item that is a text and begins so.
 */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'selector'; readonly key: string; readonly value: string }
  | { readonly kind: 'text'; readonly start: string };

const QUOTED = /"(?:[^"\\]|\\["\\])*"|'(?:[^']|'')*'/.source;

const BARE = /[^\s.[\]"'=]+/.source;

/** A key at the start, behind a dot or in brackets; an index; the beginning of a text; or a selector. */
const STEP = new RegExp(
  [
    `(?:^|(?<!^)\\.)(?<key>${QUOTED}|${BARE})`,
    `\\[(?<index>\\d{1,9})\\]`,
    `\\[(?<start>[^\\]"'\\s*]+)\\*\\]`,
    `\\[(?<quoted>${QUOTED})\\]`,
    `\\[(?<name>${QUOTED}|${BARE})=(?<value>${QUOTED}|[^\\]"'\\s][^\\]"']*)\\]`,
  ].join('|'),
  'y',
);

/**
 * Parses a dotted path such as `image.tag`, `spec.images[0]`, `env[name=TAG].value` or
 * `metadata.annotations."example.org/image"`, the last one also as `annotations["example.org/image"]`.
 * @returns `undefined` when the text is no such path.
 */
export function parsePath(text: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = [];
  let position = 0;
  while (position < text.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(text);
    if (match?.groups === undefined) return undefined;
    steps.push(stepOf(match.groups));
    position = STEP.lastIndex;
  }
  return steps.length === 0 ? undefined : steps;
}

function stepOf(groups: Readonly<Record<string, string | undefined>>): PathStep {
  const { key, index, start, quoted, name, value } = groups;
  if (index !== undefined) return { kind: 'index', index: Number(index) };
  if (start !== undefined) return { kind: 'text', start };
  if (name !== undefined && value !== undefined) {
    return { kind: 'selector', key: unquoteStep(name), value: unquoteStep(value) };
  }
  return { kind: 'key', key: unquoteStep(String(key ?? quoted)) };
}

function unquoteStep(text: string): string {
  if (text.startsWith('"')) return text.slice(1, -1).replace(/\\(?<character>.)/g, '$<character>');
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

/** The steps as a person would write them. */
export function renderSteps(steps: readonly PathStep[]): string {
  const texts = steps.map((step) => {
    if (step.kind === 'text') return `[${step.start}*]`;
    if (step.kind === 'selector') return `[${renderKey(step.key)}=${renderKey(step.value)}]`;
    return renderStep(step.kind === 'key' ? step.key : step.index);
  });
  return texts.join('').replace(/^\./, '');
}

function renderKey(text: string): string {
  return /^[\w-]+$/.test(text) ? text : JSON.stringify(text);
}

/** The way to a node: keys of mappings and indices of lists, from the root of a document. */
export type Path = readonly (string | number)[];

/** A step of the way to a node, as one that a person wrote. */
export function toStep(step: string | number): PathStep {
  return typeof step === 'number' ? { kind: 'index', index: step } : { kind: 'key', key: step };
}

/** `images[0].newTag`; keys that are no plain words stand in quotes: `annotations["a.b/c"]`. */
export function renderPath(path: Path): string {
  return path
    .map((step) => renderStep(step))
    .join('')
    .replace(/^\./, '');
}

/** A step as it stands in a path behind another one. */
function renderStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[\w-]+$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
}

/** A place that a target decides. */
export interface PlannedPlace {
  /** Index of the document in the file. */
  readonly document: number;
  readonly path: Path;
}
