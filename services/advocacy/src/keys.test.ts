import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { masterKeyVariable, pseudonymKeyVariable, readKeys } from './keys.js';

const good = {
  [masterKeyVariable]: randomBytes(32).toString('base64'),
  [pseudonymKeyVariable]: randomBytes(32).toString('base64'),
};

describe('the keys of the service', () => {
  it('are read from the environment', () => {
    const { master, pseudonym } = readKeys(good);
    expect([master.length, pseudonym.length]).toEqual([32, 32]);
  });

  it.each([
    [
      'a missing master key',
      { ...good, [masterKeyVariable]: undefined },
      `Advocacy needs ${masterKeyVariable}: 32 random bytes in base64.`,
    ],
    [
      'a short pseudonym key',
      { ...good, [pseudonymKeyVariable]: Buffer.from('short').toString('base64') },
      `Advocacy needs ${pseudonymKeyVariable}: 32 random bytes in base64.`,
    ],
    [
      'nothing at all',
      {},
      `Advocacy needs ${masterKeyVariable} and ${pseudonymKeyVariable}: 32 random bytes in base64.`,
    ],
    [
      'one key for both',
      { ...good, [pseudonymKeyVariable]: good[masterKeyVariable] },
      `${masterKeyVariable} and ${pseudonymKeyVariable} must be two different keys.`,
    ],
  ])('are refused with one sentence that quotes no key: %s', (_name, environment, sentence) => {
    expect(() => readKeys(environment)).toThrow(new Error(sentence));
  });
});
