import base from './jest.config.mjs';

// Tests against a real Redis: a command of their own, because they need redis-server on the machine.
export default {
  ...base,
  testMatch: ['**/*.redis.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  maxWorkers: 1,
};
