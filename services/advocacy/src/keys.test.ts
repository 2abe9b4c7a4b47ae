import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { kmsVariables, masterKeyVariable, olderKeysVariable, pseudonymKeyVariable, readKeys } from './keys.js';

const secret = (): string => randomBytes(32).toString('base64');
const good = { [masterKeyVariable]: secret(), [pseudonymKeyVariable]: secret() };
const kms = {
  [kmsVariables.url]: 'http://127.0.0.1:8200',
  [kmsVariables.key]: 'cases',
  [kmsVariables.token]: 'a-token',
};

describe('the keys of the service', () => {
  it('are read from the environment', async () => {
    const { manager, pseudonym } = readKeys(good);
    expect(pseudonym).toHaveLength(32);
    expect(await manager.currentKeyId()).toMatch(/^[\w-]{16}$/);
  });

  it('open with a master key of before what it wrapped, and wrap with the current one', async () => {
    const before = readKeys(good).manager;
    const wrapped = await before.wrap(Buffer.from('a data key'), 'a case');
    const after = readKeys({ ...good, [masterKeyVariable]: secret(), [olderKeysVariable]: good[masterKeyVariable] });
    expect(Buffer.from(await after.manager.unwrap(wrapped, 'a case')).toString()).toBe('a data key');
    expect((await after.manager.wrap(Buffer.from('new'), 'a case')).keyId).not.toBe(wrapped.keyId);
    await expect(
      readKeys({ ...good, [masterKeyVariable]: secret() }).manager.unwrap(wrapped, 'a case'),
    ).rejects.toThrow('another master key');
  });

  it('may stay in a key management service: then a master key of one’s own is no more than an older one', async () => {
    const wrapped = await readKeys(good).manager.wrap(Buffer.from('a data key'), 'a case');
    const joined = readKeys({ ...good, ...kms }).manager;
    expect(Buffer.from(await joined.unwrap(wrapped, 'a case')).toString()).toBe('a data key');
    expect(() => readKeys({ ...kms, [pseudonymKeyVariable]: good[pseudonymKeyVariable] })).not.toThrow();
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
    [
      'an older key that is none',
      { ...good, [olderKeysVariable]: `${secret()},short` },
      `${olderKeysVariable} takes keys of 32 bytes in base64, separated by commas.`,
    ],
    [
      'half a key management service',
      { ...good, ...kms, [kmsVariables.token]: '' },
      `${Object.values(kmsVariables).join(', ')} go together: ${kmsVariables.token} must be set too.`,
    ],
  ])('are refused with one sentence that quotes no key: %s', (_name, environment, sentence) => {
    expect(() => readKeys(environment)).toThrow(new Error(sentence));
  });
});
