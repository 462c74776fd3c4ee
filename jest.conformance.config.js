/** The runs against the real kustomize, Gitea and registry, which `npm run conformance` provides. */

import unit from './jest.config.js';

/** @type {import('jest').Config} */
export default {
  ...unit,
  testMatch: ['**/conformance/*.test.ts', '**/conformance/act/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  verbose: true,
};
