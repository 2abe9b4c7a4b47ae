import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadOrCreateWebKeys } from './web-keys.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-web-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the keys of the session cookies', () => {
  it('are made once, for their owner alone, and stay the same', () => {
    const made = loadOrCreateWebKeys(folder);
    expect(Buffer.from(made[0] ?? '', 'base64url')).toHaveLength(32);
    expect(statSync(join(folder, 'web-keys.json')).mode & 0o777).toBe(0o600);
    expect(loadOrCreateWebKeys(folder)).toEqual(made);
    expect(loadOrCreateWebKeys(join(folder, 'other'))).not.toEqual(made);
  });

  it.each(['', '{', '{"cookieKeys":[]}', '{"cookieKeys":["short-secret"]}'])(
    'are refused when the file is broken, without repeating it: %j',
    (content) => {
      writeFileSync(join(folder, 'web-keys.json'), content);
      expect(() => loadOrCreateWebKeys(folder)).toThrow(/^[^\n]+web-keys\.json does not hold cookie keys\. Delete it/);
      expect(() => loadOrCreateWebKeys(folder)).not.toThrow('short-secret');
    },
  );
});
