import { exportPKCS8, exportSPKI, generateKeyPair } from 'jose';
import { identityAlgorithm } from './identity-claims.js';

/** A fresh Ed25519 key pair: the private key as PKCS #8 PEM for the signer, the public key as SPKI PEM for every verifier. */
export async function generateKeyPairPem(): Promise<{ privateKey: string; publicKey: string }> {
  const pair = await generateKeyPair(identityAlgorithm, { crv: 'Ed25519', extractable: true });
  return { privateKey: await exportPKCS8(pair.privateKey), publicKey: await exportSPKI(pair.publicKey) };
}
