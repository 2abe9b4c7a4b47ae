import { describe, expect, it } from '@jest/globals';
import type { ActivityId } from '../activity/activity.js';
import type { RegistrationId } from '../registration/registration.js';
import { fromBase45, toBase45 } from './base45.js';
import { openPass } from './pass.js';
import { passKeyVariable, readDoorKeys } from './pass-keys.crypto.js';

const keysOf = (byte: number) => readDoorKeys({ [passKeyVariable]: Buffer.alloc(32, byte).toString('base64') });
const facts = {
  registrationId: '018f0000-0000-7000-8000-0000000000b1' as RegistrationId,
  activityId: '018f0000-0000-7000-8000-0000000000a1' as ActivityId,
  checkpoint: 3,
  issue: 258,
  notBefore: new Date('2026-10-05T16:00:00.000Z'),
  notAfter: new Date('2026-10-06T01:30:00.000Z'),
};

describe('base45', () => {
  it('writes the examples of its standard, and reads them back', () => {
    for (const [text, encoded] of [
      ['AB', 'BB8'],
      ['Hello!!', '%69 VD92EX0'],
      ['base-45', 'UJCLQE7W581'],
      ['ietf!', 'QED8WEX0'],
    ] as const) {
      expect(toBase45(Buffer.from(text))).toBe(encoded);
      expect(Buffer.from(fromBase45(encoded) ?? []).toString()).toBe(text);
    }
  });

  it.each(['GGW', ':::', 'A', 'a0', 'BB8A', '::'])('refuses %s, which nothing is written as', (text) => {
    expect(fromBase45(text)).toBeUndefined();
  });
});

describe('a pass', () => {
  const signer = keysOf(1)?.passes;
  const text = signer?.sign(facts) ?? '';

  it('says what was signed, and fits a QR code of 45 modules with a quarter of it unreadable', () => {
    expect(signer?.read(text)).toEqual({ ...facts, keyId: signer?.keyId });
    expect(text).toMatch(/^GP1:[0-9A-Z $%*+\-./:]+$/);
    // Version 7 with level M holds 178 characters of this alphabet.
    expect(text.length).toBeLessThanOrEqual(178);
  });

  it('is worth nothing with any bit changed', () => {
    const bytes = fromBase45(text.slice(4)) ?? new Uint8Array();
    for (let bit = 0; bit < bytes.length * 8; bit += 7) {
      const changed = Uint8Array.from(bytes);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(signer?.read(`GP1:${toBase45(changed)}`)).toBeUndefined();
    }
  });

  it('is worth nothing under another key, in another version, cut short or without its prefix', () => {
    expect(keysOf(2)?.passes.read(text)).toBeUndefined();
    const bytes = fromBase45(text.slice(4)) ?? new Uint8Array();
    expect(openPass(`GP1:${toBase45(Uint8Array.from([2, ...bytes.subarray(1)]))}`)).toBeUndefined();
    for (const other of [text.slice(0, -3), text.slice(4), `${text}000`, '', 'https://example.org/'])
      expect(signer?.read(other)).toBeUndefined();
  });

  it('can be checked by the public key alone, as a scanner without a network does', async () => {
    const opened = openPass(text);
    const raw = Buffer.from(signer?.publicKey ?? '', 'base64url');
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    const check = (signature: Uint8Array) =>
      crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(opened?.body ?? []));
    expect(await check(opened?.signature ?? new Uint8Array())).toBe(true);
    expect(await check(new Uint8Array(64))).toBe(false);
  });
});

describe('the key of the door', () => {
  it('may be missing, and then there are no passes; one that is wrong stops the start and is not repeated', () => {
    expect(readDoorKeys({})).toBeUndefined();
    const failure = (): unknown => readDoorKeys({ [passKeyVariable]: 'c2hvcnQtc2VjcmV0' });
    expect(failure).toThrow('Activities needs GUILDHALL_PASS_KEY to be 32 random bytes in base64.');
  });

  it('gives every activity codes of its own, and takes each at its own door alone', () => {
    const keys = keysOf(1);
    const other = '018f0000-0000-7000-8000-0000000000a2' as ActivityId;
    const now = facts.notBefore;
    const codes = [facts.activityId, other].map((id) => keys?.codeAt(id, now).code ?? '');
    expect(new Set(codes).size).toBe(2);
    expect([keys?.isCode(other, codes[1] ?? '', now), keys?.isCode(other, codes[0] ?? '', now)]).toEqual([true, false]);
  });
});
