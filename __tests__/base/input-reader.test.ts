import { describe, expect, it } from '@jest/globals';
import { InputReader } from '../../src/base/input-reader.js';

function readerOf(value: string): InputReader {
  return new InputReader(new Map([['x', value]]));
}

describe('InputReader.string', () => {
  it.each([
    { description: 'trims', value: '  a b \n', expected: 'a b' },
    { description: 'takes empty as not given', value: '', expected: undefined },
    { description: 'takes white space as not given', value: ' \n ', expected: undefined },
  ])('$description', ({ value, expected }) => {
    expect(readerOf(value).string('x')).toBe(expected);
    expect(readerOf(value).has('x')).toBe(expected !== undefined);
  });

  it('takes an absent input as not given', () => {
    expect(new InputReader(new Map()).string('x')).toBeUndefined();
  });
});

describe('InputReader.lines and words', () => {
  it.each([
    { value: 'a\n b \r\n\nc', lines: ['a', 'b', 'c'], words: ['a', 'b', 'c'] },
    { value: 'a, b\nc,,', lines: ['a, b', 'c,,'], words: ['a', 'b', 'c'] },
    { value: '', lines: [], words: [] },
  ])('$value', ({ value, lines, words }) => {
    expect(readerOf(value).lines('x')).toEqual(lines);
    expect(readerOf(value).words('x')).toEqual(words);
  });
});

describe('InputReader.boolean', () => {
  it.each([
    { value: 'true', expected: true },
    { value: 'True', expected: true },
    { value: 'FALSE', expected: false },
    { value: '', expected: undefined },
  ])('$value', ({ value, expected }) => {
    const reader = readerOf(value);
    expect(reader.boolean('x')).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  it.each(['yes', '1', 'tRUE', 'on'])('refuses %s', (value) => {
    const reader = readerOf(value);
    expect(reader.boolean('x')).toBeUndefined();
    expect(reader.problems).toEqual([
      { input: 'x', message: `expected true or false, got "${value}"` },
    ]);
  });
});

describe('InputReader.integer', () => {
  it.each([
    { value: '4', expected: 4 },
    { value: '040', expected: 40 },
    { value: '', expected: undefined },
  ])('$value', ({ value, expected }) => {
    const reader = readerOf(value);
    expect(reader.integer('x', 4, 40)).toBe(expected);
    expect(reader.problems).toEqual([]);
  });

  it.each(['3', '41', '7.0', '7px', '-7', '1e1', '0x10', 'NaN', '９'])('refuses %s', (value) => {
    const reader = readerOf(value);
    expect(reader.integer('x', 4, 40)).toBeUndefined();
    expect(reader.problems).toEqual([
      { input: 'x', message: `expected a whole number from 4 to 40, got "${value}"` },
    ]);
  });
});

describe('InputReader.oneOf', () => {
  it('takes a word of the list', () => {
    expect(readerOf('b').oneOf('x', ['a', 'b'])).toBe('b');
    expect(readerOf('').oneOf('x', ['a', 'b'])).toBeUndefined();
  });

  it('refuses another', () => {
    const reader = readerOf('B');
    expect(reader.oneOf('x', ['a', 'b'])).toBeUndefined();
    expect(reader.problems).toEqual([{ input: 'x', message: 'expected one of a, b, got "B"' }]);
  });
});

describe('InputReader.reject', () => {
  it('adds the cure', () => {
    const reader = readerOf('');
    reader.reject('x', 'a digest', 'v1', 'Use tag for a tag');
    expect(reader.problems).toEqual([
      { input: 'x', message: 'expected a digest, got "v1". Use tag for a tag' },
    ]);
  });

  it.each([
    ['https://x-access-token:hidden@github.com/org/gitops', '"https://***@github.com/org/gitops"'],
    ['https://me:hidden@a host/', '"https://***@a host/"'],
    ['https://hidden@x.example/#a', '"https://***@x.example/#a"'],
    ['https://x.example/a@b', '"https://x.example/a@b"'],
  ])('does not show the credentials of an address', (given, shown) => {
    const reader = readerOf('');
    reader.reject('x', 'owner/name', given);
    expect(reader.problems[0]?.message).toBe(`expected owner/name, got ${shown}`);
  });

  it('keeps what was given to one line of bounded length', () => {
    const reader = readerOf('');
    reader.reject('x', 'less', `a\nb${'c'.repeat(1000)}`);
    const [problem] = reader.problems;
    expect(problem?.message).toMatch(/^expected less, got "a\\nbc{197}…"$/);
  });
});
