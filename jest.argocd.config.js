/** The runs against a real Argo CD, which `npm run conformance:argocd` provides. */

import conformance from './jest.conformance.config.js';

/** @type {import('jest').Config} */
export default {
  ...conformance,
  testMatch: ['**/conformance/argocd/*.test.ts'],
};
