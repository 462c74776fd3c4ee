import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { renderReadRequest, splitMessage } from '../../../src/github/graphql/queries.js';

describe('splitMessage', () => {
  it.each([
    { message: 'subject', expected: { headline: 'subject' } },
    { message: 'subject\n', expected: { headline: 'subject' } },
    { message: 'subject\n\n', expected: { headline: 'subject' } },
    {
      message: 'subject\n\nbody\n\nKey: v',
      expected: { headline: 'subject', body: 'body\n\nKey: v' },
    },
    { message: 'subject\nbody', expected: { headline: 'subject', body: 'body' } },
    { message: 'subject\n\n\n  body', expected: { headline: 'subject', body: '  body' } },
  ])('splits $message', ({ message, expected }) => {
    expect(splitMessage(message)).toEqual(expected);
  });
});

describe('renderReadRequest', () => {
  it('keeps what the user wrote out of the query', () => {
    const word = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(word, word, fc.array(word, { minLength: 1 }), (name, branch, paths) => {
        const { query } = renderReadRequest({ repository: `o/${name}`, branch }, paths);
        const plain = renderReadRequest(
          { repository: 'x/y', branch: 'z' },
          paths.map(() => ''),
        );
        expect(query).toBe(plain.query);
      }),
    );
  });
});
