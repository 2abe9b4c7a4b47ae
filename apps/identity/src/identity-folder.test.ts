import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadKeys, loadOrCreateKeys } from './identity-keys.js';
import { recallIssuer, rememberIssuer } from './issuer-record.js';
import { loadOrCreateMachineClients } from './machine-clients.js';

let folder = '';
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'guildhall-identity-')), 'identity');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

const housing = { clientId: 'department-housing', description: 'Housing', scopes: ['referrals:read'] };

describe('the identity folder', () => {
  it('has no keys before they are made, and the same keys ever after', async () => {
    expect(await loadKeys(folder)).toBeUndefined();
    const keys = await loadOrCreateKeys(folder);
    expect(await loadOrCreateKeys(folder)).toEqual(keys);
    expect(await loadKeys(folder)).toEqual(keys);
  });

  it('gives everybody the same keys when several ask first at once', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => loadOrCreateKeys(folder)));
    expect(new Set(all.map(({ signingKeys }) => signingKeys.keys[0]?.kid)).size).toBe(1);
  });

  it('can be read by its owner alone', async () => {
    await loadOrCreateKeys(folder);
    await loadOrCreateMachineClients(folder, [housing]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of ['keys.json', 'clients.json']) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{}', 'not json', '{"signingKeys":{"keys":[]},"cookieKeys":["secret-in-file"]}'])(
    'with the keys %p is refused by a sentence that names the file and repeats nothing of it',
    async (text) => {
      await rememberIssuer(folder, 'http://127.0.0.1:4001');
      writeFileSync(join(folder, 'keys.json'), text);
      await expect(loadOrCreateKeys(folder)).rejects.toThrow(/keys\.json does not hold Guildhall signing keys/);
      await expect(loadOrCreateKeys(folder)).rejects.not.toThrow(/secret-in-file/);
    },
  );

  it('keeps the secret of each machine client, and refuses to run one without', async () => {
    const [first] = await loadOrCreateMachineClients(folder, [housing]);
    const [second] = await loadOrCreateMachineClients(folder, [housing]);
    expect(second).toEqual(first);
    expect(first?.clientSecret.length).toBeGreaterThanOrEqual(43);
    await expect(loadOrCreateMachineClients(folder, [housing, { ...housing, clientId: 'other' }])).rejects.toThrow(
      '"other"',
    );
  });

  it('remembers the issuer the platform last ran under', async () => {
    expect(await recallIssuer(folder)).toBeUndefined();
    await rememberIssuer(folder, 'http://127.0.0.1:4001');
    await rememberIssuer(folder, 'http://127.0.0.1:5001');
    expect(await recallIssuer(folder)).toBe('http://127.0.0.1:5001');
  });
});
