// ESM through @swc/jest. Workspace packages resolve to their built `dist`, so tests run after a build.
export default {
  testEnvironment: 'node',
  testMatch: ['**/src/**/*.test.ts', '**/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.(browser|redis)\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { module: { type: 'es6' }, jsc: { target: 'es2024', parser: { syntax: 'typescript' } } },
    ],
  },
  globalSetup: './packages/testing/dist/global-setup.js',
  globalTeardown: './packages/testing/dist/global-teardown.js',
  maxWorkers: 2,
  // ESM modules of a finished file are never collected: a worker that ran a hundred files would meet the heap's limit.
  workerIdleMemoryLimit: '1GB',
  testTimeout: 90_000,
};
