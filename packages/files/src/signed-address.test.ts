import { createHmac } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createSignedAddresses } from './signed-address.js';

const id = '7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10';
const now = new Date('2026-10-05T09:00:00Z');
const of = (noun: string, key = 'one') =>
  createSignedAddresses({
    noun,
    folder: 'files',
    digest: (value) => createHmac('sha256', key).update(JSON.stringify(value)).digest('base64url'),
  });
const addresses = of('file');
const { url } = addresses.sign('https://files.test/', { id, use: 'download', expiresAt: now });

describe('a signed address', () => {
  it('leads to its file until its last instant', () => {
    expect(url).toMatch(/^https:\/\/files\.test\/files\/7a1e3f1c/);
    expect(addresses.read(new URL(url), { use: 'download', now })).toBe(id);
    const late = new Date(now.getTime() + 1);
    expect(addresses.read(new URL(url), { use: 'download', now: late })).toBeUndefined();
  });

  it.each([
    ['another use', () => addresses.read(new URL(url), { use: 'upload', now })],
    ['a file of another kind', () => of('picture').read(new URL(url), { use: 'download', now })],
    ['another key', () => of('file', 'two').read(new URL(url), { use: 'download', now })],
    ['another file', () => addresses.read(new URL(url.replace('9e10', '9e11')), { use: 'download', now })],
    ['a later end', () => addresses.read(new URL(url.replace(/expires=\d/, 'expires=9')), { use: 'download', now })],
    [
      'an end that is no instant',
      () => addresses.read(new URL(url.replace('expires=', 'expires=x')), { use: 'download', now }),
    ],
    ['no signature', () => addresses.read(new URL(url.replace(/signature=.*/, '')), { use: 'download', now })],
  ])('is worth nothing for %s', (_name, read) => {
    expect(read()).toBeUndefined();
  });
});
