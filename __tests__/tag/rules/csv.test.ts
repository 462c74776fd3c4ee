import { describe, expect, it } from '@jest/globals';
import { parseItemFields, parseListInput } from '../../../src/tag/rules/parse.js';

function parse(text: string) {
  const problems: string[] = [];
  const items = parseListInput(text, problems);
  return { items, fields: items.map((item) => parseItemFields(item, problems)), problems };
}

describe('list inputs', () => {
  it.each([
    { description: 'lines', text: 'a,b\nc', fields: [['a', 'b'], ['c']] },
    { description: 'CRLF and blank lines', text: 'a\r\n\r\n  \r\nb\r\n', fields: [['a'], ['b']] },
    { description: 'comments', text: '# x\na\n  # y\n\t#z\nb', fields: [['a'], ['b']] },
    { description: 'what looks like a comment behind text', text: 'a # x', fields: [['a # x']] },
    { description: 'a comma in a line in quotes', text: '"a,""b,c"""', fields: [['a', 'b,c']] },
    {
      description: 'a comma in quotes, which are gone',
      text: 'a,"b,c"',
      fields: [['a', 'b', 'c']],
    },
    { description: 'a quote in a line in quotes', text: '"a,b"', fields: [['a', 'b']] },
    { description: 'the first line of an item', text: '"a\nb"', fields: [['a']] },
    { description: 'nothing', text: '', fields: [] },
  ])('have $description', ({ text, fields }) => {
    expect(parse(text)).toMatchObject({ fields, problems: [] });
  });

  it.each([
    { description: 'a quote that is not closed', text: '"a' },
    { description: 'a quote inside a field', text: 'a=b"c' },
  ])('are refused with $description', ({ text }) => {
    expect(parse(text).problems).toEqual([
      expect.stringContaining(`${JSON.stringify(text)} cannot be read as CSV (Error:`),
    ]);
  });
});
