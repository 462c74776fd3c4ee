/** Configuration of the unit tests. Those of the bundle have their own: jest.dist.config.js. */

const everyBranch = { branches: 100 };

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  // What a machine has set for git, GitHub or a proxy says nothing of the project.
  globalSetup: './__tests__/environment.mjs',
  // No test is about speed, and a machine may be busy with other things: this ends one that hangs.
  testTimeout: 10 * 60 * 1000,
  // Jest would leave a core free, of the two that a runner may have.
  maxWorkers: '100%',
  testPathIgnorePatterns: ['/node_modules/', '/__tests__/bundle/', '/__tests__/conformance/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    // Properties are tried on the same cases in every run.
    '^fast-check$': '<rootDir>/__tests__/fakes/fast-check.mjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['ts-jest', { useESM: true, tsconfig: '__tests__/tsconfig.json' }] },
  collectCoverageFrom: ['src/**/*.ts'],
  coverageReporters: ['text-summary', 'lcov'],
  coverageThreshold: {
    global: { branches: 90, lines: 95 },
    'src/coverage/': everyBranch,
    'src/tag/': everyBranch,
    'src/patch/': everyBranch,
    'src/verify/rules/': everyBranch,
    'src/verify/history/': everyBranch,
    'src/argocd/': everyBranch,
  },
};
