import type { Checkout } from '../../src/ports.js';

/** A checkout that nothing asks for. */
export const noCheckout: Checkout = {
  diff: () => Promise.reject(new Error('no diff is expected')),
  listFiles: () => Promise.reject(new Error('no list of files is expected')),
};
