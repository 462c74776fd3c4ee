import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  renderCode,
  renderCodeBlock,
  renderLink,
  renderTable,
  renderText,
} from '../../src/base/markdown.js';

describe('renderCode', () => {
  it.each([
    { text: 'a', expected: '`a`' },
    { text: 'a`b', expected: '``a`b``' },
    { text: '`a', expected: '`` `a ``' },
    { text: 'a|b', expected: '`a\\|b`' },
    { text: 'a\n\nb', expected: '`a b`' },
  ])('$text', ({ text, expected }) => {
    expect(renderCode(text)).toBe(expected);
  });
});

describe('renderCodeBlock', () => {
  it('has a fence that nothing inside can close', () => {
    expect(renderCodeBlock('+a\n```\n+b\n', 'diff')).toBe('````diff\n+a\n```\n+b\n````');
  });

  it('is closed by its last line only', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('`', '```', 'a', '\n')), (pieces) => {
        const [fence, ...rest] = renderCodeBlock(pieces.join(''), '').split('\n');
        expect(rest.indexOf(fence ?? '')).toBe(rest.length - 1);
      }),
    );
  });
});

describe('renderText', () => {
  it.each([
    {
      text: 'a *b* [c](d) <img> @team #1',
      expected: 'a \\*b\\* \\[c\\](d) \\<img\\> \\@team \\#1',
    },
    { text: 'one\ntwo', expected: 'one<br>two' },
    { text: 'https://a.example WWW.b', expected: 'https&#58;//a.example WWW&#46;b' },
  ])('$text', ({ text, expected }) => {
    expect(renderText(text)).toBe(expected);
  });
});

describe('renderLink', () => {
  it.each([
    { url: 'https://a.example/b?c=d', expected: '[x](https://a.example/b?c=d)' },
    { url: 'http://a.example', expected: '[x](http://a.example)' },
    {
      url: 'https://a.example/(b) <c>|`d`\n"@',
      expected: '[x](https://a.example/%28b%29%20%3cc%3e%7c%60d%60%0a%22%40)',
    },
    { url: 'javascript:alert(1)', expected: 'x' },
    { url: '', expected: 'x' },
    { url: '/a', expected: 'x' },
  ])('$url', ({ url, expected }) => {
    expect(renderLink('x', url)).toBe(expected);
  });
});

describe('renderTable', () => {
  it('has a head and rows', () => {
    expect(renderTable(['A', 'B'], [['1', '2']])).toBe('| A | B |\n| --- | --- |\n| 1 | 2 |');
  });
});
