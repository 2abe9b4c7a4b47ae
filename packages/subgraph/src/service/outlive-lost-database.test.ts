import { describe, expect, it } from '@jest/globals';
import { isDatabaseLoss } from './outlive-lost-database.js';

const withCode = (code: string): Error => Object.assign(new Error('any'), { code });

describe('a lost database', () => {
  it.each(['57P01', '57P03', '08006', 'ECONNREFUSED', 'ECONNRESET'])('is known by the code %s', (code) => {
    expect(isDatabaseLoss(withCode(code))).toBe(true);
  });

  it('is known by the words of the connection pool', () => {
    expect(isDatabaseLoss(new Error('timeout exceeded when trying to connect'))).toBe(true);
    expect(isDatabaseLoss(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isDatabaseLoss(new Error('Query runner already released. Cannot run queries anymore.'))).toBe(true);
  });

  it.each([withCode('23505'), withCode('42P01'), new Error('a mistake of ours'), 'text', undefined])(
    'is not what %p says',
    (error) => {
      expect(isDatabaseLoss(error)).toBe(false);
    },
  );
});
