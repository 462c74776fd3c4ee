import { describe, expect, it } from '@jest/globals';
import { asPromoteError, chooseFailure, PromoteError, settleAll } from '../../src/base/errors.js';

describe('asPromoteError', () => {
  it('keeps what is one already', () => {
    const error = new PromoteError('conflict', 'x', { cause: 'y' });
    expect(asPromoteError(error)).toBe(error);
    expect(error.cause).toBe('y');
  });

  it.each([
    { description: 'an error', thrown: new TypeError('boom'), detail: 'TypeError: boom' },
    { description: 'something else', thrown: 'boom', detail: 'boom' },
  ])('calls $description a defect', ({ thrown, detail }) => {
    const error = asPromoteError(thrown);
    expect(error.code).toBe('internal');
    expect(error.message).toContain(detail);
    expect(error.cause).toBe(thrown);
  });
});

const failure = new PromoteError('unavailable', 'no answer');
const limit = new PromoteError('unavailable', 'later', { retryAt: 60_000 });
const longer = new PromoteError('unavailable', 'much later', { retryAt: 90_000 });
const final = new PromoteError('token-invalid', 'no', { retryAt: 1 });
const defect = new TypeError('boom');

describe('settleAll', () => {
  it('gives what all give', async () => {
    expect(await settleAll([Promise.resolve(1), 'two'])).toEqual([1, 'two']);
  });

  it('fails when nothing is on its way any more', async () => {
    let isDone = false;
    const slow = new Promise((resolve) => setImmediate(resolve)).then(() => (isDone = true));
    await expect(settleAll([Promise.reject(failure), slow])).rejects.toBe(failure);
    expect(isDone).toBe(true);
  });

  it.each([
    {
      description: 'the longest wait',
      failures: [failure, limit, longer, limit],
      expected: longer,
    },
    { description: 'what is final', failures: [longer, final, limit], expected: final },
    { description: 'a defect', failures: [longer, defect], expected: defect },
    { description: 'the first of equal ones', failures: [failure, failure], expected: failure },
  ])('tells $description', ({ failures, expected }) => {
    expect(chooseFailure(failures)).toBe(expected);
  });
});
