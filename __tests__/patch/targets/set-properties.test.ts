import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parse, stringify, type Scalar } from 'yaml';
import type { PathStep } from '../../../src/patch/yaml/path.js';
import { changeText } from '../support/patch-text.js';
import { propertyRuns } from '../../fakes/property-runs.js';

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

interface Leaf {
  readonly path: readonly PathStep[];
  readonly value: string;
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('v1', '1e3', 'on', '~', 'a: b', '- a', '# a', ' a', 'a\nb', "it's", '"', '{a}'),
);

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    text,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.stringMatching(/^[a-z][\w./ -]{0,5}$/), tie('tree'), {
      minKeys: 1,
      maxKeys: 4,
    }),
  ),
}));

function leavesOf(node: Tree, path: readonly PathStep[] = []): readonly Leaf[] {
  if (typeof node === 'string') return [{ path, value: node }];
  if (Array.isArray(node)) {
    return node.flatMap((item: Tree, index) => leavesOf(item, [...path, { kind: 'index', index }]));
  }
  return Object.entries(node).flatMap(([key, value]) =>
    leavesOf(value, [...path, { kind: 'key', key }]),
  );
}

/** A document in some style, a string in it, and another one for its place. */
const change = fc
  .record({
    root: fc.dictionary(fc.stringMatching(/^[a-z]\w{0,5}$/), tree, { minKeys: 1, maxKeys: 4 }),
    options: fc.record({
      indent: fc.constantFrom(2, 4),
      indentSeq: fc.boolean(),
      collectionStyle: fc.constantFrom<'any' | 'block' | 'flow'>('any', 'block', 'flow'),
      defaultStringType: fc.constantFrom<Scalar.Type>('PLAIN', 'QUOTE_SINGLE', 'BLOCK_LITERAL'),
      lineWidth: fc.constantFrom(0, 80),
    }),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    value: text,
    choice: fc.nat(),
  })
  .filter(({ root }) => leavesOf(root).length > 0)
  .map(({ root, options, lineBreak, value, choice }) => {
    const leaves = leavesOf(root);
    const index = choice % leaves.length;
    return {
      file: stringify(root, options).replaceAll('\n', lineBreak),
      path: leaves[index]?.path ?? [],
      index,
      value,
    };
  })
  // Other line breaks are refused.
  .filter(({ file }) => !/\r(?!\n)|[\u0085\u2028\u2029]/.test(file));

describe('a value in a generated document', () => {
  it('is set, and no other', () => {
    fc.assert(
      fc.property(change, ({ file, path, index, value }) => {
        const before = leavesOf(parse(file) as Tree);
        const set = (source: string) =>
          changeText(source, { kind: 'set', values: [{ path, value }] });
        const once = set(file);
        const expected = before.map((leaf, each) => (each === index ? { ...leaf, value } : leaf));
        expect(leavesOf(parse(once.text) as Tree)).toEqual(expected);
        expect(set(once.text)).toMatchObject({ changed: false, text: once.text });
      }),
      { numRuns: propertyRuns(1000) },
    );
  });
});
