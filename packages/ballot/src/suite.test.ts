import { describe, expect, it } from '@jest/globals';
import { DhkemX25519HkdfSha256 } from '@hpke/core';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { scriptedKeyExchange, suiteOver } from './suite.js';

/** RFC 9180, appendix A.1.1: base mode of DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
const appendixA1 = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  ikmE: '7268600d403fce431561aef583ee1613527cff655c1343f29812e66706df3234',
  pkEm: '37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431',
  skEm: '52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736',
  ikmR: '6db9df30aa07dd42ee5e8181afdb977e538f5e1fec8a06223f33f7013e525037',
  pkRm: '3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d',
  skRm: '4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8',
  sharedSecret: 'fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc',
  text: '4265617574792069732074727574682c20747275746820626561757479',
  sealed: 'f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a',
};

const hex = (bytes: ArrayBuffer): string => bytesToHex(new Uint8Array(bytes));

describe.each([
  ['of the platform', () => Promise.resolve(new DhkemX25519HkdfSha256())],
  ['in plain script', scriptedKeyExchange],
])('the suite over the key exchange %s', (_name, exchange) => {
  it('derives the keys of RFC 9180', async () => {
    const kem = await exchange();
    const sender = await kem.deriveKeyPair(hexToBytes(appendixA1.ikmE));
    const recipient = await kem.deriveKeyPair(hexToBytes(appendixA1.ikmR));
    expect(hex(await kem.serializePublicKey(sender.publicKey))).toBe(appendixA1.pkEm);
    expect(hex(await kem.serializePrivateKey(sender.privateKey))).toBe(appendixA1.skEm);
    expect(hex(await kem.serializePublicKey(recipient.publicKey))).toBe(appendixA1.pkRm);
    expect(hex(await kem.serializePrivateKey(recipient.privateKey))).toBe(appendixA1.skRm);
  });

  it('agrees on the secret of RFC 9180 and seals its text to the same bytes', async () => {
    const suite = suiteOver(await exchange());
    const recipientPublicKey = await suite.kem.deserializePublicKey(hexToBytes(appendixA1.pkRm));
    const params = { recipientPublicKey, ekm: hexToBytes(appendixA1.ikmE), info: hexToBytes(appendixA1.info) };
    expect(hex((await suite.kem.encap(params)).sharedSecret)).toBe(appendixA1.sharedSecret);
    const { ct, enc } = await suite.seal(params, hexToBytes(appendixA1.text), utf8ToBytes('Count-0'));
    expect(hex(enc)).toBe(appendixA1.pkEm);
    expect(hex(ct)).toBe(appendixA1.sealed);
  });

  it('opens what RFC 9180 sealed, and not with another key, another purpose or a changed byte', async () => {
    const suite = suiteOver(await exchange());
    const recipientKey = await suite.kem.deserializePrivateKey(hexToBytes(appendixA1.skRm));
    const enc = hexToBytes(appendixA1.pkEm);
    const given = { recipientKey, enc, info: hexToBytes(appendixA1.info) };
    const sealed = hexToBytes(appendixA1.sealed);
    const count = utf8ToBytes('Count-0');
    expect(hex(await suite.open(given, sealed, count))).toBe(appendixA1.text);
    const other = await suite.kem.deserializePrivateKey(hexToBytes(appendixA1.skEm));
    await expect(suite.open({ ...given, recipientKey: other }, sealed, count)).rejects.toThrow();
    await expect(suite.open({ ...given, info: utf8ToBytes('x') }, sealed, count)).rejects.toThrow();
    await expect(suite.open(given, sealed.with(3, 0), count)).rejects.toThrow();
  });
});
