import { describe, expect, it } from '@jest/globals';
import { PromoteError } from '../../src/base/errors.js';
import type { Edit } from '../../src/patch/text/splice.js';
import { applyPlans } from '../../src/patch/patch.js';
import type { IntendedChange } from '../../src/patch/targets/plan.js';
import { parseSource } from '../../src/patch/yaml/source.js';

const TEXT = 'a: one\nb: &x two\nc: [*x, !t {d: e}]\n? [f]\n: 1\n1: x\n"1": y\n&k kk: z\n';

interface Defect {
  readonly description: string;
  /** Text to find, and what to replace it by. */
  readonly edits: readonly (readonly [string, string])[];
  readonly changes: readonly IntendedChange[];
}

const SET_A: IntendedChange = { document: 0, path: ['a'], after: 'new' };

function apply({ edits, changes }: Pick<Defect, 'edits' | 'changes'>) {
  const file = { path: 'a.yaml', bytes: new TextEncoder().encode(TEXT) };
  const ranges = edits.map(([find, text]): Edit => {
    const start = TEXT.indexOf(find);
    return { start, end: start + find.length, text };
  });
  return applyPlans(file, parseSource(file), [{ edits: ranges, changes }]);
}

describe('applyPlans', () => {
  it('accepts edits that do what they are meant to', () => {
    const { targets } = apply({ edits: [['one', 'new']], changes: [SET_A] });
    expect(targets).toMatchObject([{ changes: [{ path: 'a', before: 'one', after: 'new' }] }]);
  });

  it.each<Defect>([
    { description: 'another value', edits: [['one', 'other']], changes: [SET_A] },
    { description: 'no change where one was meant', edits: [['one', 'one']], changes: [SET_A] },
    {
      description: 'a second change',
      edits: [
        ['one', 'new'],
        ['two', '2'],
      ],
      changes: [SET_A],
    },
    { description: 'a change elsewhere', edits: [['two', 'new']], changes: [SET_A] },
    {
      description: 'a number instead of a string',
      edits: [['one', '5']],
      changes: [{ ...SET_A, after: '5' }],
    },
    {
      description: 'a word that YAML 1.1 reads as a boolean',
      edits: [['one', 'on']],
      changes: [{ ...SET_A, after: 'on' }],
    },
    { description: 'a list instead of a string', edits: [['one', '[new]']], changes: [SET_A] },
    {
      description: 'a value where none was meant',
      edits: [['one', 'new']],
      changes: [{ document: 0, path: ['a'] }],
    },
    {
      description: 'an anchor that changes its name',
      edits: [
        ['one', 'new'],
        ['&x', '&y'],
      ],
      changes: [SET_A],
    },
    {
      description: 'an alias that changes',
      edits: [
        ['one', 'new'],
        ['*x', '*y'],
      ],
      changes: [SET_A],
    },
    {
      description: 'a tag that changes',
      edits: [
        ['one', 'new'],
        ['!t', '!u'],
      ],
      changes: [SET_A],
    },
    {
      description: 'a key that is no text and changes',
      edits: [
        ['one', 'new'],
        ['[f]', '[g, h]'],
      ],
      changes: [SET_A],
    },
    {
      description: 'a mapping that becomes a list',
      edits: [
        ['one', 'new'],
        ['{d: e}', '[d]'],
      ],
      changes: [SET_A],
    },
    { description: 'a key that is added', edits: [['one', 'new\nz: 1']], changes: [SET_A] },
    {
      description: 'an anchor of a key that changes its name',
      edits: [
        ['one', 'new'],
        ['&k', '&l'],
      ],
      changes: [SET_A],
    },
    {
      description: 'a document that is added',
      edits: [
        ['one', 'new'],
        ['z\n', 'z\n---\nz'],
      ],
      changes: [SET_A],
    },
    {
      description: 'keys that change places',
      edits: [
        ['a: one\n', ''],
        ['c:', 'a: new\nc:'],
      ],
      changes: [SET_A],
    },
    {
      description: 'a value of the second of two like keys',
      edits: [
        ['one', 'new'],
        ['y\n', 'z\n'],
      ],
      changes: [SET_A],
    },
    { description: 'text that is no YAML', edits: [['one', '"']], changes: [SET_A] },
  ])('refuses $description', ({ edits, changes }) => {
    expect(() => apply({ edits, changes })).toThrow(PromoteError);
    expect(() => apply({ edits, changes })).toThrow(/nothing was written/);
  });
});
