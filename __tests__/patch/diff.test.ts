import { describe, expect, it } from '@jest/globals';
import { renderDiff } from '../../src/patch/diff.js';
import type { Edit } from '../../src/patch/text/splice.js';

const TEN = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`).join('');

/** Replaces the first occurrence of a text. */
function replace(text: string, find: string, by: string): Edit {
  const start = text.indexOf(find);
  return { start, end: start + find.length, text: by };
}

describe('renderDiff', () => {
  it('is empty without edits', () => {
    expect(renderDiff('f', TEN, [])).toBe('');
  });

  it('shares a hunk where the contexts touch, and counts on behind it', () => {
    const edits = [
      replace(TEN, 'line 25\n', ''),
      replace(TEN, 'line 5\n', 'line 5\nnew\n'),
      replace(TEN, 'line 9', 'LINE 9'),
      replace(TEN, 'line 1\n', 'first\n'),
    ];
    expect(renderDiff('dir/f', TEN, edits)).toBe(
      [
        '--- a/dir/f',
        '+++ b/dir/f',
        '@@ -1,12 +1,13 @@',
        '-line 1',
        '+first',
        ' line 2',
        ' line 3',
        ' line 4',
        ' line 5',
        '+new',
        ' line 6',
        ' line 7',
        ' line 8',
        '-line 9',
        '+LINE 9',
        ' line 10',
        ' line 11',
        ' line 12',
        '@@ -22,7 +23,6 @@',
        ' line 22',
        ' line 23',
        ' line 24',
        '-line 25',
        ' line 26',
        ' line 27',
        ' line 28',
        '',
      ].join('\n'),
    );
  });

  it('says where a final newline is missing', () => {
    expect(renderDiff('f', 'a\nb', [{ start: 3, end: 3, text: '\nc' }])).toBe(
      '--- a/f\n+++ b/f\n@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n\\ No newline at end of file\n',
    );
  });

  it('leaves the number of lines out where it is 1, as git does', () => {
    const edit = { start: 0, end: 1, text: 'b' };
    expect(renderDiff('f', 'a\n', [edit])).toBe('--- a/f\n+++ b/f\n@@ -1 +1 @@\n-a\n+b\n');
  });

  it('keeps carriage returns', () => {
    expect(renderDiff('f', 'a\r\nb\r\n', [{ start: 0, end: 1, text: 'c' }])).toContain(
      '-a\r\n+c\r\n b\r\n',
    );
  });
});
