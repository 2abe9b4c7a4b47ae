import { fromBase64Url, digestOfTexts, toBase64Url } from './bytes.js';
import { InvalidBallotKeyError } from './ballot-errors.js';
import { openLayer, sealLayer } from './layer.js';
import { readPrivateKey } from './trustee-key.js';

/** The election that a private key is for; it cannot be taken for that of another one. */
const secretInfo = (electionId: string) => digestOfTexts(['guildhall trustee key 1', electionId]);

/**
 * Seals a trustee's private key with the other trustee's public one, so that it can wait for the other: where it is kept, it
 * opens nothing. Throws `InvalidBallotKeyError`.
 */
export async function sealTrusteeKey(
  privateKey: string,
  { electionId, publicKey }: { readonly electionId: string; readonly publicKey: string },
): Promise<string> {
  const bytes = fromBase64Url(privateKey);
  if (bytes === undefined) throw new InvalidBallotKeyError('A key is written in base64url.');
  return toBase64Url(await sealLayer(bytes, publicKey, secretInfo(electionId)));
}

/** Opens what `sealTrusteeKey` sealed. Throws `InvalidBallotKeyError` for any other key, election or text. */
export async function openTrusteeKey(
  sealed: string,
  { electionId, privateKey }: { readonly electionId: string; readonly privateKey: string },
): Promise<string> {
  const key = await readPrivateKey(privateKey);
  try {
    return toBase64Url(await openLayer(fromBase64Url(sealed) ?? new Uint8Array(), key, secretInfo(electionId)));
  } catch (error) {
    throw new InvalidBallotKeyError('This key does not open the other one.', { cause: error });
  }
}
