/** The runs against a real Argo CD, which `npm run conformance:argocd` provides. */

import conformance from './jest.conformance.config.js';

/** @type {import('jest').Config} */
export default {
  ...conformance,
  testMatch: ['**/conformance/argocd/*.test.ts'],
  // Each starts an Argo CD of its own, and most of it is about time.
  maxWorkers: 1,
};
