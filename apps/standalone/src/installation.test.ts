import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { adoptInstallation, findInstallation, loadOrCreateInstallation } from './installation.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-installation-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (): string => join(folder, 'installation.json');

describe('the secrets of an installation', () => {
  it('are made at the first start, for their owner alone, and are the same ever after', async () => {
    const made = await loadOrCreateInstallation(folder);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateInstallation(folder)).toEqual(made);
    expect(findInstallation(folder)).toEqual(made);
  });

  it('are 32 random bytes each for the case files, two different ones, and different in every installation', async () => {
    const { advocacyMasterKey, advocacyPseudonymKey } = await loadOrCreateInstallation(folder);
    for (const key of [advocacyMasterKey, advocacyPseudonymKey]) expect(Buffer.from(key, 'base64')).toHaveLength(32);
    const other = await loadOrCreateInstallation(join(folder, 'other'));
    const keys = [advocacyMasterKey, advocacyPseudonymKey, other.advocacyMasterKey, other.advocacyPseudonymKey];
    expect(new Set(keys).size).toBe(4);
  });

  it('are made once when ten starts come at the same moment, and no draft is left', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => loadOrCreateInstallation(folder)));
    expect(new Set(made.map((installation) => JSON.stringify(installation))).size).toBe(1);
    expect(readdirSync(folder)).toEqual(['installation.json']);
  });

  it.each(['', '{', '{"advocacyMasterKey":"top-secret-key-of-this-union"}', 'top-secret-key-of-this-union'])(
    'are refused when the file is broken, in one sentence that does not repeat it: %j',
    async (content) => {
      writeFileSync(file(), content);
      const failure = await loadOrCreateInstallation(folder).catch((error: unknown) => error);
      expect(failure).toMatchObject({
        message: expect.stringMatching(/^[^\n]+installation\.json does not hold .+ backup; .+\.$/),
      });
      expect(String(failure)).not.toContain('top-secret');
      expect(readFileSync(file(), 'utf8')).toBe(content);
      expect(findInstallation(folder)).toBeUndefined();
    },
  );

  it.each(['passKey', 'credentialKey'] as const)(
    'of before there was a %s get it at the next start and keep the rest',
    async (name) => {
      const made = await loadOrCreateInstallation(folder);
      writeFileSync(file(), JSON.stringify({ ...made, [name]: undefined }));
      const completed = await loadOrCreateInstallation(folder);
      expect(Buffer.from(completed[name] ?? '', 'base64')).toHaveLength(32);
      expect({ ...completed, [name]: made[name] }).toEqual(made);
      expect(await loadOrCreateInstallation(folder)).toEqual(completed);
      expect(statSync(file()).mode & 0o777).toBe(0o600);
    },
  );

  it('can be adopted by an empty data folder, and never replace others', async () => {
    const made = await loadOrCreateInstallation(folder);
    const target = join(folder, 'restored');
    await adoptInstallation(target, made);
    expect(await loadOrCreateInstallation(target)).toEqual(made);
    await adoptInstallation(target, { ...made, startedAt: '2000-01-01T00:00:00.000Z' });
    expect(findInstallation(target)).toEqual(made);
  });
});
