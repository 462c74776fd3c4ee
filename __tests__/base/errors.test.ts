import { describe, expect, it } from '@jest/globals';
import { asPromoteError, PromoteError } from '../../src/base/errors.js';

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
