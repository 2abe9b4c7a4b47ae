import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { toId, type Id } from '@guildhall/kernel';
import { normaliseName } from './sealing.js';
import { createMasterKeys } from './master-keys.crypto.js';
import { createVault } from './vault.crypto.js';

const keys = { manager: createMasterKeys(randomBytes(32)), pseudonym: randomBytes(32) };
const vault = createVault(keys);
const caseId: Id<'Case'> = toId(randomUUID());
const key = await vault.newKey(caseId);
const place = { caseId, place: 'narrative' };

describe('a sealed text', () => {
  it.each(['', 'short', 'ünï 🧡 \u0000 \u0080', 'x'.repeat(255), 'x'.repeat(256), 'x'.repeat(10_000)])(
    'opens to the words that were sealed',
    async (text) => {
      expect(await vault.open(key, place, await vault.seal(key, place, text))).toBe(text);
    },
  );

  it('opens in its place and under its key only', async () => {
    const sealed = await vault.seal(key, place, 'words');
    const otherCase = toId<'Case'>(randomUUID());
    const other = createVault({ ...keys, manager: createMasterKeys(randomBytes(32)) });
    await expect(vault.open(key, { caseId, place: 'outcome' }, sealed)).rejects.toThrow();
    await expect(vault.open(key, { ...place, caseId: otherCase }, sealed)).rejects.toThrow();
    await expect(vault.open(await vault.newKey(caseId), place, sealed)).rejects.toThrow();
    await expect(other.open(key, place, sealed)).rejects.toThrow('another master key');
  });

  it('does not open once a single bit of it changed', async () => {
    const sealed = await vault.seal(key, place, 'words');
    for (const index of [0, 1, 13, 100, sealed.length - 1]) {
      const changed = Uint8Array.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      await expect(vault.open(key, place, changed)).rejects.toThrow();
    }
  });

  it('never looks the same twice', async () => {
    expect(await vault.seal(key, place, 'words')).not.toEqual(await vault.seal(key, place, 'words'));
  });
});

describe('a keyed name', () => {
  const memberId = toId<'Member'>(randomUUID());

  it('is the same under the same key and another one under another key', () => {
    const other = createVault({ ...keys, pseudonym: randomBytes(32) });
    expect(vault.pseudonym(memberId)).toBe(createVault(keys).pseudonym(memberId));
    expect(vault.pseudonym(memberId)).not.toBe(other.pseudonym(memberId));
    expect(vault.nameIndex('Ada')).not.toBe(other.nameIndex('Ada'));
  });

  it('differs between uses, so that one cannot be used to find the other', () => {
    expect(
      new Set([vault.pseudonym(memberId), vault.alias(memberId), vault.nameIndex(memberId), vault.digest(memberId)])
        .size,
    ).toBe(4);
  });

  it.each(['ANNA BELL', 'Bell, Anna', 'A\u0301nna  Be\u0300ll', ' anna-bell '])(
    'finds a person however their name is written: %s',
    (name) => {
      expect(normaliseName(name)).toBe('anna bell');
      expect(vault.nameIndex(name)).toBe(vault.nameIndex('Anna Bell'));
    },
  );
});
