import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutFirst, cutLast, LineSplitter } from '../../../src/coverage/read/lines.js';

describe('LineSplitter', () => {
  it('gives every line that is not empty, wherever the text is cut', () => {
    const texts = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n'), { maxLength: 40 });
    fc.assert(
      fc.property(texts, (pieces) => {
        const lines: string[] = [];
        const splitter = new LineSplitter((text, start, end) => lines.push(text.slice(start, end)));
        for (const piece of pieces) splitter.write(piece);
        splitter.end();
        expect(lines).toEqual(pieces.join('').split(/\r?\n/).filter(Boolean));
      }),
    );
  });

  it('does not hide an error of its own', () => {
    const splitter = new LineSplitter(() => {
      throw new TypeError('a bug');
    });
    expect(() => {
      splitter.write('a\n');
    }).toThrow(TypeError);
  });
});

describe('cutFirst and cutLast', () => {
  it.each([
    { text: 'a,b,c', first: ['a', 'b,c'], last: ['a,b', 'c'] },
    { text: 'a', first: ['a', ''], last: ['a', ''] },
    { text: ',', first: ['', ''], last: ['', ''] },
  ])('cut $text', ({ text, first, last }) => {
    expect(cutFirst(text, ',')).toEqual(first);
    expect(cutLast(text, ',')).toEqual(last);
  });
});
