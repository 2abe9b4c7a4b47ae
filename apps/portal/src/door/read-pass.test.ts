import { describe, expect, it } from '@jest/globals';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { looksLikePass, readPass } from './read-pass.js';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, 5)]),
  format: 'der',
  type: 'pkcs8',
});
const key = { id: '0a0b0c0d', publicKey: String(createPublicKey(privateKey).export({ format: 'jwk' }).x) };

function encode(bytes: Uint8Array): string {
  const digits = (value: number, count: number): string =>
    Array.from({ length: count }, (_unused, place) => alphabet[Math.floor(value / 45 ** place) % 45]).join('');
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) text += digits((bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0), 3);
  return `GP1:${text}`;
}

const body = Buffer.concat([
  Buffer.from('010a0b0c0d', 'hex'),
  Buffer.from('018f000000007000800000000000000b', 'hex'),
  Buffer.from('018f000000007000800000000000000a', 'hex'),
  Buffer.from('0300026530000065310000', 'hex'),
]);
const text = encode(Buffer.concat([body, sign(null, body, privateKey)]));

describe('a scanner without a network', () => {
  it('reads what a signed pass says', async () => {
    expect(await readPass(text, [key])).toEqual({
      keyId: '0a0b0c0d',
      registrationId: '018f0000-0000-7000-8000-00000000000b',
      activityId: '018f0000-0000-7000-8000-00000000000a',
      checkpoint: 3,
      issue: 2,
      notBefore: new Date(0x65300000 * 1000),
      notAfter: new Date(0x65310000 * 1000),
    });
  });

  it('believes nothing that was changed, signed by another key, or is something else', async () => {
    const forged = Buffer.from(body);
    forged[38] = 9;
    expect(await readPass(encode(Buffer.concat([forged, sign(null, body, privateKey)])), [key])).toBeUndefined();
    expect(await readPass(text, [{ ...key, id: 'ffffffff' }])).toBeUndefined();
    expect(await readPass(text, [])).toBeUndefined();
    for (const other of ['', 'GP1:', 'GP1:abc', 'https://example.org', text.slice(0, -6)])
      expect(await readPass(other, [key])).toBeUndefined();
    expect([looksLikePass(text), looksLikePass('Ada')]).toEqual([true, false]);
  });

  it('says that it is unsure where the browser cannot check', async () => {
    expect(await readPass(text, [{ ...key, publicKey: 'AAAA' }])).toBe('unsure');
  });
});
