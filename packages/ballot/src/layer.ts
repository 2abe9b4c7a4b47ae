import { InvalidBallotKeyError } from './ballot-errors.js';
import type { Bytes } from './bytes.js';
import { getSuite } from './suite.js';
import { readPublicKey } from './trustee-key.js';

/** How many bytes the sender's key of a layer has, which belongs to this one message. */
const senderKeyBytes = 32;

/** What a layer adds to a text, in bytes: the sender's key, and the seal. */
export const layerBytes = senderKeyBytes + 16;

/** Seals a text for the holder of a key, bound to what it is for. Throws `InvalidBallotKeyError`. */
export async function sealLayer(text: Bytes, publicKey: string, info: Bytes): Promise<Bytes> {
  const suite = await getSuite();
  const recipientPublicKey = await readPublicKey(publicKey);
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, text).catch((error: unknown) => {
    throw new InvalidBallotKeyError('Nothing can be sealed with this key.', { cause: error });
  });
  return new Uint8Array([...new Uint8Array(enc), ...new Uint8Array(ct)]);
}

/** Opens what `sealLayer` sealed; throws for any other key, purpose or text. */
export async function openLayer(text: Uint8Array, recipientKey: CryptoKey, info: Bytes): Promise<Uint8Array> {
  const suite = await getSuite();
  const enc = text.subarray(0, senderKeyBytes);
  return new Uint8Array(await suite.open({ recipientKey, enc, info }, text.subarray(senderKeyBytes)));
}
