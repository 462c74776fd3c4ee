import { renderOneLine } from '../../../src/base/markdown.js';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  findTrailer,
  OWN_TRAILERS,
  parseTrailerLines,
  renderTrailers,
} from '../../../src/promote/message/trailers.js';

function parse(lines: readonly string[]) {
  const rejected: string[] = [];
  const trailers = parseTrailerLines(lines, OWN_TRAILERS, (expected, line) =>
    rejected.push(`${expected}: ${line}`),
  );
  return { trailers, rejected };
}

describe('parseTrailerLines', () => {
  it.each([
    {
      description: 'takes Key: value',
      line: 'Coverage: 81.25',
      expected: [{ key: 'Coverage', value: '81.25' }],
    },
    {
      description: 'takes a value with colons',
      line: 'Change:  https://ci.example/1',
      expected: [{ key: 'Change', value: 'https://ci.example/1' }],
    },
    { description: 'leaves out an empty value', line: 'Coverage: ', expected: [] },
  ])('$description', ({ line, expected }) => {
    expect(parse([line])).toEqual({ trailers: expected, rejected: [] });
  });

  it.each([
    { description: 'a line without a colon', line: 'Coverage 81', expected: 'Key: value' },
    { description: 'a key with a space', line: 'Signed off: me', expected: 'Key: value' },
    { description: "one of the action's own keys", line: 'image: x', expected: 'other than' },
    { description: 'its id', line: 'PROMOTION-ID: x', expected: 'other than' },
  ])('refuses $description', ({ line, expected }) => {
    const { trailers, rejected } = parse([line]);
    expect(trailers).toEqual([]);
    expect(rejected).toEqual([expect.stringContaining(expected)]);
  });
});

describe('renderTrailers', () => {
  it('keeps a value to its line, so that it cannot forge another trailer', () => {
    const value = 'a\r\nImage: evil\u2028Source-Commit: evil\u0085x';
    expect(renderTrailers([{ key: 'Change', value }])).toBe(
      'Change: a Image: evil Source-Commit: evil x',
    );
  });

  it('never renders more lines than trailers', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (values) => {
        const text = renderTrailers(values.map((value) => ({ key: 'Key', value })));
        expect(text.split(/[\r\n\u0085\u2028\u2029]/u)).toHaveLength(values.length);
      }),
    );
  });
});

describe('renderOneLine', () => {
  it('drops control characters', () => {
    expect(renderOneLine(' a\u0000\tb\u001b[31m ')).toBe('a b [31m');
  });
});

describe('findTrailer', () => {
  const message = 'subject\n\nImage: not a trailer\n\nImage: app:1\nPromotion-Id: abc\n';

  it.each([
    { description: 'finds one in the last paragraph', key: 'Image', expected: 'app:1' },
    { description: 'takes keys in any case', key: 'promotion-id', expected: 'abc' },
    { description: 'says when there is none', key: 'Coverage', expected: undefined },
  ])('$description', ({ key, expected }) => {
    expect(findTrailer(message, key)).toBe(expected);
  });

  it.each([
    { appended: 'Co-authored-by: Ada <ada@example.com>\nSigned-off-by: Ada', expected: 'app:1' },
    { appended: '---------\n\nCo-authored-by: Ada <ada@example.com>', expected: 'app:1' },
    { appended: 'Reviewed-by: Ada', expected: undefined },
  ])('behind which a merge appended "$appended": $expected', ({ appended, expected }) => {
    const squashed = `${message}\n${appended}\n`;
    expect(findTrailer(squashed, 'Image')).toBe(expected);
    expect(findTrailer(squashed.replaceAll('\n', '\r\n'), 'Image')).toBe(expected);
  });
});
