import { expect, it } from '@jest/globals';
import { parseReplyMessage } from '../../../src/github/http/client.js';

it.each([
  { body: { message: 'Not\n Found ' }, expected: 'Not Found' },
  { body: { message: 'Validation Failed', errors: [] }, expected: 'Validation Failed' },
  {
    body: { message: 'Validation Failed', errors: [{ message: 'No\ncommits' }] },
    expected: 'Validation Failed: No commits',
  },
  {
    body: { message: 'x', errors: [{ field: 'head', code: 'invalid' }, 'more', { code: 'y' }, 1] },
    expected: 'x: head invalid; more',
  },
  // Gitea's null is no list.
  { body: { message: 'not found', errors: null }, expected: 'not found' },
  { body: { message: ' ' }, expected: 'without a message' },
  { body: {}, expected: 'without a message' },
  { body: 'Bad Gateway', expected: 'without a message' },
  { body: null, expected: 'without a message' },
])('$body says "$expected"', ({ body, expected }) => {
  expect(parseReplyMessage(body)).toBe(expected);
});
