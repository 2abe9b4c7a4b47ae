import base from './jest.config.mjs';

// Tests that drive a real browser: a command of their own, because they need chromium on the machine.
export default {
  ...base,
  testMatch: ['**/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  maxWorkers: 1,
  testTimeout: 240_000,
};
