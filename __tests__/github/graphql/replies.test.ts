import { describe, expect, it } from '@jest/globals';
import {
  parseCreatedCommit,
  parseGraphqlReply,
  parseHead,
  parseHistories,
} from '../../../src/github/graphql/replies.js';

describe('parseGraphqlReply', () => {
  const headers = { date: 'x' };

  it.each([
    {
      description: 'data',
      reply: { data: { repository: null } },
      expected: { kind: 'ok', data: { repository: null }, headers },
    },
    {
      description: 'an empty list of errors',
      reply: { data: { a: 1 }, errors: [] },
      expected: { kind: 'ok', data: { a: 1 }, headers },
    },
    {
      description: 'a refusal beside data',
      reply: { data: { a: 1 }, errors: [{ type: 'NOT_FOUND', message: 'No\n\nsuch ' }] },
      expected: {
        ...{ kind: 'refused', status: 200, type: 'NOT_FOUND', message: 'No such', headers },
        granted: { a: 1 },
      },
    },
    {
      description: 'several refusals',
      reply: {
        errors: [
          { message: 'one' },
          { message: 'two', extensions: { code: 'undefinedField' } },
          { type: 'x', message: 'three' },
        ],
      },
      expected: {
        kind: 'refused',
        status: 200,
        type: 'undefinedField',
        message: 'one two three',
        headers,
      },
    },
    {
      description: 'a refusal of no known shape',
      reply: { errors: ['no'] },
      expected: { kind: 'refused', status: 200, message: 'without a message', headers },
    },
    ...['', '<html>', 7, null, [], {}, { data: null }].map((reply) => ({
      description: JSON.stringify(reply),
      reply,
      expected: { kind: 'unanswered', detail: 'what it sent could not be read' },
    })),
  ])('reads $description', ({ reply, expected }) => {
    expect(parseGraphqlReply({ kind: 'ok', data: reply, headers })).toEqual(expected);
  });
});

describe('parseCreatedCommit', () => {
  it.each([
    { signature: { isValid: true }, told: true },
    { signature: { isValid: false }, told: false },
    { signature: null, told: false },
    { signature: {}, told: undefined },
    { signature: undefined, told: undefined },
  ])('takes from $signature whether it is verified: $told', ({ signature, told }) => {
    const data = { createCommitOnBranch: { commit: { oid: 'abc', signature } } };
    expect(parseCreatedCommit(data, 'm')).toEqual({ sha: 'abc', message: 'm', isVerified: told });
  });
});

describe('parseHistories', () => {
  const node = { oid: 'a', message: 'm', parents: { nodes: [{ oid: 'b' }] } };
  const dataOf = (history0: unknown) => ({ repository: { head: { target: { history0 } } } });

  it('takes the commits of each path', () => {
    const { parents, ...root } = node;
    expect(parents.nodes).toHaveLength(1);
    expect(parseHistories(dataOf({ nodes: [node, root] }), ['x'])).toEqual(
      new Map([
        [
          'x',
          [
            { sha: 'a', message: 'm', parent: 'b' },
            { sha: 'a', message: 'm' },
          ],
        ],
      ]),
    );
  });

  it.each([[null], [{ ...node, message: null }], [{ ...node, oid: null }]])(
    'does not leave %j out of them',
    (bad) => {
      expect(() => parseHistories(dataOf({ nodes: [node, bad] }), ['x'])).toThrow(
        expect.objectContaining({ code: 'unavailable' }),
      );
    },
  );
});

describe('parseHead', () => {
  it.each([
    [{}],
    [{ repository: null }],
    [{ repository: { nameWithOwner: 'o/r', head: null } }],
    [{ repository: { nameWithOwner: 'o/r', head: { name: 'main', target: null } } }],
    [{ repository: { head: { name: 'main', target: { oid: 'a' } } } }],
  ])('has none in %j', (data) => {
    expect(parseHead(data, ['x'])).toBeUndefined();
  });

  it('does not take a file without its mode for one', () => {
    const target = { oid: 'c', file0: { mode: null, oid: 'b', object: {} } };
    const data = { repository: { nameWithOwner: 'o/r', head: { name: 'main', target } } };
    expect(() => parseHead(data, ['a'])).toThrow(expect.objectContaining({ code: 'unavailable' }));
  });

  it('takes what is there', () => {
    const target = { oid: 'c', file0: null, file1: { mode: 0o100755, oid: 'b', object: {} } };
    const data = { repository: { nameWithOwner: 'o/r', head: { name: 'main', target } } };
    expect(parseHead(data, ['a', 'dir/b', 'c'])).toEqual({
      repository: 'o/r',
      branch: 'main',
      commit: 'c',
      entries: new Map([['dir/b', { name: 'b', type: 'file', sha: 'b' }]]),
    });
  });
});
