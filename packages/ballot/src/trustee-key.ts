import { InvalidBallotKeyError } from './ballot-errors.js';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.js';
import { getSuite } from './suite.js';

/** A trustee's key pair: X25519 keys in base64url. */
export type TrusteeKey = { readonly publicKey: string; readonly privateKey: string };

/** How many bytes either half of a key has. */
const keyBytes = 32;

/** Makes a key pair on this device. The private half is nowhere else: if it is lost, nobody opens the ballots. */
export async function makeTrusteeKey(): Promise<TrusteeKey> {
  const { kem } = await getSuite();
  const pair = await kem.generateKeyPair();
  return {
    publicKey: toBase64Url(new Uint8Array(await kem.serializePublicKey(pair.publicKey))),
    privateKey: toBase64Url(new Uint8Array(await kem.serializePrivateKey(pair.privateKey))),
  };
}

/** Public halves whose private halves everybody knows: those of the demo union. */
const knownToAll: ReadonlySet<string> = new Set([
  'MmNYWg1SacsISSDLgaT02vxgv1mUz2rVGZ3-dMYhWUw',
  'XYeLkWZB60GBeAJDcs1ILqdOndZbou9z7AFgQd8xMB4',
]);

/**
 * Whether a trustee may seal ballots with this key: the few points that give everybody the same secret are refused, and so
 * are the keys of the demo union.
 */
export async function isBallotKey(publicKey: string): Promise<boolean> {
  if (knownToAll.has(publicKey)) return false;
  const suite = await getSuite();
  try {
    await suite.seal({ recipientPublicKey: await readPublicKey(publicKey) }, new Uint8Array(1));
    return true;
  } catch {
    return false;
  }
}

/** Whether the private half opens what is sealed with the public one. */
export async function isKeyPair({ publicKey, privateKey }: TrusteeKey): Promise<boolean> {
  const suite = await getSuite();
  try {
    const { enc, ct } = await suite.seal({ recipientPublicKey: await readPublicKey(publicKey) }, new Uint8Array(1));
    await suite.open({ recipientKey: await readPrivateKey(privateKey), enc }, ct);
    return true;
  } catch {
    return false;
  }
}

/** Reads a public key. Throws `InvalidBallotKeyError`. */
export async function readPublicKey(text: string): Promise<CryptoKey> {
  const { kem } = await getSuite();
  return kem.deserializePublicKey(readKey(text));
}

/** Reads a private key. Throws `InvalidBallotKeyError`. */
export async function readPrivateKey(text: string): Promise<CryptoKey> {
  const { kem } = await getSuite();
  return kem.deserializePrivateKey(readKey(text));
}

function readKey(text: string): Bytes {
  const bytes = fromBase64Url(text);
  if (bytes?.length !== keyBytes) throw new InvalidBallotKeyError('A key is 32 bytes in base64url.');
  return bytes;
}
