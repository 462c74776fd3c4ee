import { expect, it } from '@jest/globals';
import { isBranchName } from '../../../src/promote/inputs/delivery.js';

it.each([
  { name: 'main', expected: true },
  { name: 'release/1.x', expected: true },
  { name: 'a-b_c.d', expected: true },
  { name: '', expected: false },
  { name: '@', expected: false },
  { name: 'refs/heads/main', expected: false },
  { name: 'a b', expected: false },
  { name: 'a..b', expected: false },
  { name: 'a@{b', expected: false },
  { name: 'a~1', expected: false },
  { name: '/a', expected: false },
  { name: 'a//b', expected: false },
  { name: 'a/', expected: false },
  { name: 'a.', expected: false },
  { name: '.a', expected: false },
  { name: 'a/.b', expected: false },
  { name: '-a', expected: false },
  { name: 'a.lock', expected: false },
  { name: 'a.lock/b', expected: false },
  { name: 'a\u0007', expected: false },
])('"$name": $expected', ({ name, expected }) => {
  expect(isBranchName(name)).toBe(expected);
});
