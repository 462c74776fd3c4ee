import { describe, expect, it } from '@jest/globals';
import { readLinks } from '../../../src/patch/images/renames.js';
import { PATH } from '../support/patch-text.js';

function read(text: string) {
  return readLinks({ path: PATH, bytes: new TextEncoder().encode(text) });
}

describe('readLinks', () => {
  it.each([
    {
      description: 'of all three lists, in their order',
      text: 'components: [c]\nresources: [a.yaml, ../base]\nbases: [b]\n',
      paths: ['a.yaml', '../base', 'b', 'c'],
    },
    {
      description: 'through an alias',
      text: 'x: &x ../base\nresources: [*x]\n',
      paths: ['../base'],
    },
    {
      description: 'without items that are no texts',
      text: 'resources: [~, {path: a}, [b], c]\n',
      paths: ['c'],
    },
    { description: 'none of what is no list', text: 'resources: a\nbases: {b: c}\n', paths: [] },
  ])('reads the paths $description', ({ text, paths }) => {
    expect(read(text).paths).toEqual(paths);
  });

  it('renames through the entries, one after the other', () => {
    const { rename } = read(
      'images:\n- {name: a, newName: b}\n- {name: b, newName: r/c, newTag: v1}\n- {name: x}\n',
    );
    expect(['a', 'b', 'x', 'y'].map(rename)).toEqual(['r/c', 'r/c', 'x', 'y']);
  });

  it('tells no name behind a pattern that cannot be told and renames', () => {
    const { rename } = read('images:\n- {name: a, newName: b}\n- {name: (x?)+b, newName: c}\n');
    expect(rename('a')).toBe('a');
  });

  it('goes on behind a pattern that cannot be told and keeps the name', () => {
    const { rename } = read('images:\n- {name: (x?)+a, newTag: v1}\n- {name: a, newName: b}\n');
    expect(rename('a')).toBe('b');
  });
});
