import { describe, expect, it } from '@jest/globals';
import { parseChangedLines } from '../../../src/coverage/changes/diff.js';

describe('parseChangedLines', () => {
  it.each([
    {
      description: 'added and replaced lines',
      diff: 'diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -3 +3,2 @@ def f():\n-x\n+y\n+z\n@@ -9,0 +11 @@\n+w\n',
      expected: [['a.py', [3, 4, 11]]],
    },
    {
      description: 'removed lines',
      diff: '--- a/a.py\n+++ b/a.py\n@@ -3,2 +2,0 @@\n-x\n-y\n',
      expected: [['a.py', []]],
    },
    {
      description: 'a file that was removed',
      diff: '--- a/a.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n--- a/b.py\n+++ b/b.py\n@@ -0,0 +1 @@\n+x\n',
      expected: [['b.py', [1]]],
    },
    {
      description: 'lines that look like headers',
      diff: '--- a/a.py\n+++ b/a.py\n@@ -1 +1,2 @@\n--- a/x\n+++ b/x\n+@@ -1 +1,99 @@\n\\ No newline at end of file\n@@ -7,0 +9 @@\n+y\n',
      expected: [['a.py', [1, 2, 9]]],
    },
    {
      description: 'no newline between two sides',
      diff: '--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n--- a/b.py\n+++ b/b.py\n@@ -1 +1 @@\n-x\n+y\n',
      expected: [
        ['a.py', [1]],
        ['b.py', [1]],
      ],
    },
    {
      description: 'unusual paths',
      diff: '--- /dev/null\n+++ b/a b.py\t\n@@ -0,0 +1 @@\n+x\n+++ "b/q\\"\\t\\\\\\001\\a\\033.py"\n@@ -0,0 +2 @@\n+x\n',
      expected: [
        ['a b.py', [1]],
        ['q"\t\\\x01\x07\x1b.py', [2]],
      ],
    },
    { description: 'nothing', diff: '', expected: [] },
  ])('reads $description', ({ diff, expected }) => {
    expect([...parseChangedLines(diff)]).toEqual(expected);
  });
});
