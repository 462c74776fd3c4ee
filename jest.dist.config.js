/** Configuration of the tests that start the bundle in `dist/` as the runner does. */

import unit from './jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: ['**/__tests__/bundle/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
};
