import { describe, expect, it } from '@jest/globals';
import { isMovingTag } from '../../src/tag/given.js';
import { contextOf } from '../fakes/context.js';

describe('isMovingTag', () => {
  const payload = { repository: { default_branch: 'trunk' } };
  it.each([
    { tag: 'latest', parts: {}, expected: true },
    { tag: 'main', parts: {}, expected: true },
    { tag: 'feature-x', parts: { ref: 'refs/heads/feature/x' }, expected: true },
    { tag: 'trunk', parts: { payload, ref: 'refs/tags/v1' }, expected: true },
    { tag: 'trunk', parts: { payload: {} }, expected: false },
    { tag: 'main-a1b2c3d', parts: {}, expected: false },
    ...['stable', 'edge', 'nightly', 'main-alpine', 'alpine-main', 'stable-alpine3.20'].map(
      (tag) => ({ tag, parts: {}, expected: true }),
    ),
    ...['latest-jdk17', 'web.latest', 'v_edge', 'Main-nightly'].map((tag) => ({
      tag,
      parts: {},
      expected: true,
    })),
    ...['main-42', 'main-1.2.3', 'nightly-20260131', 'main-abc123', 'main-build42'].map((tag) => ({
      tag,
      parts: {},
      expected: false,
    })),
    ...['1', 'v1', '1.2', '20260131', 'stablee', 'mainframe', 'unstable', '3.20-main'].map(
      (tag) => ({ tag, parts: {}, expected: false }),
    ),
    { tag: 'feature-x-debug', parts: { ref: 'refs/heads/feature/x' }, expected: true },
    { tag: '1.2', parts: { ref: 'refs/heads/1.2' }, expected: true },
    { tag: 'a--b', parts: { ref: 'refs/heads/日本' }, expected: false },
    { tag: '1.2.3', parts: { ref: 'refs/tags/1.2.3' }, expected: false },
    {
      tag: 'v1.2.3',
      parts: { eventName: 'workflow_run', payload: { workflow_run: { head_branch: 'v1.2.3' } } },
      expected: false,
    },
    {
      tag: 'dev',
      parts: { eventName: 'workflow_run', payload: { workflow_run: { head_branch: 'dev' } } },
      expected: true,
    },
  ])('$tag with $parts: $expected', ({ tag, parts, expected }) => {
    expect(isMovingTag(tag, contextOf(parts))).toBe(expected);
  });
});
