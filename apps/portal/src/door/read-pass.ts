/*
 * Reads a check-in pass in the browser, so that a scanner believes it without a network. The layout is that of the
 * activities service: base45 after a prefix, 48 bytes that say it, 64 bytes that sign them (Ed25519).
 */

/** What a pass says that a door needs. */
export type ReadPass = {
  readonly keyId: string;
  readonly registrationId: string;
  readonly activityId: string;
  readonly checkpoint: number;
  readonly issue: number;
  readonly notBefore: Date;
  readonly notAfter: Date;
};

/** A public key as the service publishes it. */
export type PassKey = { readonly id: string; readonly publicKey: string };

const prefix = 'GP1:';
const bodyLength = 48;
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Whether the text of a QR code could be a pass at all. */
export function looksLikePass(text: string): boolean {
  return text.startsWith(prefix);
}

/** What a pass says, nothing when it is none, and `unsure` when this browser cannot check the signature. */
export async function readPass(text: string, keys: readonly PassKey[]): Promise<ReadPass | 'unsure' | undefined> {
  const bytes = looksLikePass(text) ? fromBase45(text.slice(prefix.length)) : undefined;
  if (bytes?.length !== bodyLength + 64 || bytes[0] !== 1) return undefined;
  const pass = unpack(bytes);
  const key = keys.find(({ id }) => id === pass.keyId);
  if (key === undefined) return undefined;
  const isSigned = await verify(key, bytes);
  if (isSigned === undefined) return 'unsure';
  return isSigned ? pass : undefined;
}

/** Nothing where the browser does not know Ed25519. */
async function verify({ publicKey }: PassKey, bytes: Uint8Array<ArrayBuffer>): Promise<boolean | undefined> {
  try {
    const raw = Uint8Array.from(atob(publicKey.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, bytes.slice(bodyLength), bytes.slice(0, bodyLength));
  } catch {
    return undefined;
  }
}

function unpack(bytes: Uint8Array<ArrayBuffer>): ReadPass {
  const view = new DataView(bytes.buffer);
  const hex = (from: number, to: number): string =>
    Array.from(bytes.slice(from, to), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const uuid = (from: number): string =>
    [0, 4, 6, 8, 10].map((start, index) => hex(from + start, from + ([4, 6, 8, 10, 16][index] ?? 16))).join('-');
  return {
    keyId: hex(1, 5),
    registrationId: uuid(5),
    activityId: uuid(21),
    checkpoint: view.getUint8(37),
    issue: view.getUint16(38),
    notBefore: new Date(view.getUint32(40) * 1000),
    notAfter: new Date(view.getUint32(44) * 1000),
  };
}

function fromBase45(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (character) => alphabet.indexOf(character));
    if (digits.length === 1 || digits.includes(-1)) return undefined;
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    if (value >= 256 ** (digits.length - 1)) return undefined;
    if (digits.length === 3) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}
