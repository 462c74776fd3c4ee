import fc from 'fast-check';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { ImageReference } from '../../src/base/image.js';
import { image, kustomization, type GeneratedKustomization } from '../patch/support/arbitraries.js';
import { readImage } from './rules.js';

/** A kustomization over `a.yaml`, the name of an entry of it or of a new one, and an image. */
export interface Promotion {
  readonly text: string;
  readonly name: string;
  readonly image: ImageReference;
}

/** What generated kustomizations do not have, as changes of their text. */
const VARIANTS = new Map<string, (text: string, name: string) => string>([
  ['as it is', (text) => text],
  ['a component', makeComponent],
  ['keys in upper case', upperKeys],
  ['a tagSuffix', addTagSuffix],
]);

/** Kustomizations without an entry. */
const EMPTY = ['', 'images: []\n', 'images:\n', 'images: ~\n', 'images: # none yet\n'];

const generated = kustomization.chain(({ text, names }) =>
  fc
    .record({
      name: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...names) },
        fc.constantFrom('new', 'new/app'),
      ),
      variant: fc.oneof(
        { weight: 3, arbitrary: fc.constant('as it is') },
        fc.constantFrom(...VARIANTS.keys()),
      ),
    })
    .map(({ name, variant }) => {
      const whole = text.includes('resources:') ? text : addFirst(text, 'resources: [a.yaml]');
      return { name, text: VARIANTS.get(variant)?.(whole, name) ?? whole };
    }),
);

const empty = fc.record({
  name: fc.constantFrom('app', 'new/app'),
  text: fc
    .tuple(fc.constantFrom('', 'kind: Component\n'), fc.constantFrom(...EMPTY))
    .map(([head, tail]) => `${head}resources: [a.yaml]\n${tail}`),
});

export const promotion: fc.Arbitrary<Promotion> = fc
  .record({
    file: fc.oneof({ weight: 9, arbitrary: generated }, empty),
    any: image,
    // Seldom met by chance: the image that is there already, and a name that is the repository.
    twist: fc.constantFrom('none', 'none', 'none', 'same image', 'same name'),
  })
  .map(({ file: { text, name }, any, twist }) => {
    const there = twist === 'same image' ? readImage(text, name) : undefined;
    const repository = twist === 'same name' ? name : any.repository;
    return { text, name, image: there ?? { ...any, repository } };
  });

/** Promotions of a name that two entries have. */
export const ambiguousPromotion: fc.Arbitrary<Promotion> = fc
  .record({ file: kustomization.filter(({ names }) => names.length > 1), image })
  .map(({ file, image: wanted }) => ({ ...renameSecond(file), image: wanted }));

function renameSecond({ text, names }: GeneratedKustomization): Omit<Promotion, 'image'> {
  const [name = '', second = ''] = names;
  const key = new RegExp(`(?<=\\bname: ['"]?)${second}(?=['"\\s,}]|$)`);
  return { name, text: text.replace(key, name) };
}

function addFirst(text: string, line: string): string {
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  return text.replace(/^\uFEFF?(?:---\r?\n)?/, (start) => `${start}${line}${lineBreak}`);
}

function makeComponent(text: string): string {
  return text.includes('kind: Kustomization')
    ? text.replace('kind: Kustomization', 'kind: Component')
    : addFirst(text, 'kind: Component');
}

/** Go's JSON decoder, and so kustomize, ignores the case of keys. */
function upperKeys(text: string): string {
  return text.replace(/\b(?:name|newName|newTag|digest): /g, (key) => key.toUpperCase());
}

function addTagSuffix(text: string, name: string): string {
  const images = parseDocument(text).get('images');
  for (const entry of isSeq(images) ? images.items : []) {
    if (!isMap(entry) || entry.get('name') !== name) continue;
    const key = entry.items.map((pair) => pair.key).find((each) => String(each) === 'name');
    const start = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
    const column = start - text.lastIndexOf('\n', start) - 1;
    const end = entry.flow === true ? ', ' : `\n${' '.repeat(column)}`;
    return `${text.slice(0, start)}tagSuffix: -x${end}${text.slice(start)}`;
  }
  return text;
}
