import { describe, expect, it } from '@jest/globals';
import { parseOutputs } from './run-action.mjs';
import { renderLog } from './runner-log.mjs';

describe('parseOutputs', () => {
  it.each([
    { description: 'nothing', text: '', expected: {} },
    { description: 'a line', text: 'tag=main-a1b2c3d\n', expected: { tag: 'main-a1b2c3d' } },
    { description: 'a value with =', text: 'a=b=<<c\n', expected: { a: 'b=<<c' } },
    { description: 'a block', text: 'tags<<EOF\na\n\nb\nEOF\n', expected: { tags: 'a\n\nb' } },
    { description: 'an empty block', text: 'digest<<EOF\nEOF\n', expected: { digest: '' } },
    {
      description: 'Windows line ends',
      text: 'a<<E\r\n1\r\nE\r\nb=2\r\n',
      expected: { a: '1', b: '2' },
    },
    { description: 'the last of two', text: 'a=1\na=2\n', expected: { a: '2' } },
  ])('reads $description', ({ text, expected }) => {
    expect(parseOutputs(text)).toEqual(expected);
  });

  it.each([
    { text: 'tag', problem: 'Invalid line in GITHUB_OUTPUT: tag' },
    { text: 'tags<<EOF\na\n', problem: 'Output tags: no line is its delimiter EOF.' },
  ])('refuses $text', ({ text, problem }) => {
    expect(() => parseOutputs(text)).toThrow(problem);
  });
});

describe('renderLog', () => {
  it.each([
    { description: 'plain lines', stdout: 'a\n\n  b::c::d\n', expected: ['a', '', '  b::c::d'] },
    {
      description: 'groups',
      stdout: '::group::Coverage\nread\n::endgroup::\ndone\n',
      expected: ['Coverage', '  read', 'done'],
    },
    {
      description: 'annotations, with and without properties',
      stdout: '::error file=a.py,line=1::100%25 bad%0Asecond\n::warning::w\n::notice::n\n',
      expected: ['Error: 100% bad', 'second', 'Warning: w', 'Notice: n'],
    },
    {
      description: 'secrets',
      stdout: '::add-mask::s3cret\nthe s3cret, s3cret\n',
      expected: ['the ***, ***'],
    },
    { description: 'what is only for debugging', stdout: '::debug::d\na\n', expected: ['a'] },
  ])('shows $description', ({ stdout, expected }) => {
    expect(renderLog(stdout)).toEqual(expected);
  });
});
