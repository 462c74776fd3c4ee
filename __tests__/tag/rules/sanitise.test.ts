import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isTag } from '../../../src/base/image.js';
import { sanitiseTag } from '../../../src/tag/rules/sanitise.js';

describe('sanitiseTag', () => {
  it.each([
    { description: 'keeps a valid tag', text: 'UPPER.Case_x--y', tag: 'UPPER.Case_x--y' },
    { description: 'makes one dash of a run', text: 'renovate/@types/n', tag: 'renovate-types-n' },
    { description: 'does not escape HTML', text: 'a&b=c\'d"e', tag: 'a-b-c-d-e' },
    { description: 'drops leading dots and dashes', text: '.-/.hidden', tag: 'hidden' },
    { description: 'keeps a leading underscore', text: '-_x', tag: '_x' },
    { description: 'keeps trailing separators', text: 'x-.', tag: 'x-.' },
    {
      description: 'replaces letters that are not ASCII',
      text: 'feat/ünïcode',
      tag: 'feat-n-code',
    },
    { description: 'has nothing left of other scripts', text: '日本語', tag: '' },
    { description: 'has nothing left of separators', text: '.-.', tag: '' },
    { description: 'keeps 128 characters', text: 'x'.repeat(128), tag: 'x'.repeat(128) },
    {
      description: 'cuts 129 and ends in a hash of them all',
      text: 'x'.repeat(129),
      tag: `${'x'.repeat(119)}-0ec9eb33`,
    },
  ])('$description', ({ text, tag }) => {
    expect(sanitiseTag(text)).toBe(tag);
  });

  it('tells long texts apart that differ behind the cut', () => {
    const long = 'x'.repeat(200);
    expect(sanitiseTag(`${long}a`)).not.toBe(sanitiseTag(`${long}b`));
  });

  it('gives a valid tag or nothing, and leaves a valid tag alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tag = sanitiseTag(text);
        expect(tag === '' || isTag(tag)).toBe(true);
        expect(sanitiseTag(tag)).toBe(tag);
      }),
    );
  });
});
