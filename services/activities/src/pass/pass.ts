/*
 * A check-in pass: what the QR code on a phone says, signed by this service so that a scanner believes it without a
 * network. Life: made anew whenever its holder looks at it; an older issue is worth nothing. Owner: activities.
 */
import type { Activity, ActivityId } from '../activity/activity.js';
import { doorOpensAt } from '../activity/activity.js';
import type { RegistrationId } from '../registration/registration.js';
import { fromBase45, toBase45 } from './base45.js';

/** What a pass says. Instants have whole seconds. */
export type PassFacts = {
  /** Which key signed it: eight hexadecimal digits. */
  readonly keyId: string;
  readonly registrationId: RegistrationId;
  readonly activityId: ActivityId;
  /** The number of the checkpoint within the activity; 0 is the main door. */
  readonly checkpoint: number;
  /** How often the pass was made invalid before this one; a lower issue than the registration's is an old pass. */
  readonly issue: number;
  readonly notBefore: Date;
  readonly notAfter: Date;
};

/** Who signs and checks passes. */
export interface PassSigner {
  readonly keyId: string;
  /** The public key that checks passes: 32 bytes in base64url. */
  readonly publicKey: string;
  /** The text of the QR code. */
  sign(facts: Omit<PassFacts, 'keyId'>): string;
  /** What the text of a QR code says, or nothing when this service did not sign it. */
  read(text: string): PassFacts | undefined;
}

/** What the key of the door is for: passes, and the codes that are shown at a door, each activity's from a secret of its own. */
export interface DoorKeys {
  readonly passes: PassSigner;
  /** The code of an instant, and until when it is shown. */
  codeAt(activityId: ActivityId, now: Date): { readonly code: string; readonly shownUntil: Date };
  /** Whether a code is the one shown now, or the one before it. */
  isCode(activityId: ActivityId, code: string, now: Date): boolean;
}

/** What a text that is a pass begins with; the digit is the version of the layout. */
export const passPrefix = 'GP1:';

const signatureLength = 64;
const bodyLength = 48;
const version = 1;

/** A pass holds from the opening of the door until this long after the end, for those who leave late. */
const afterEndMs = 6 * 3_600_000;

/** From when until when a pass of an activity holds. */
export function passTimes(activity: Activity): Pick<PassFacts, 'notBefore' | 'notAfter'> {
  return { notBefore: doorOpensAt(activity), notAfter: new Date(activity.endsAt.getTime() + afterEndMs) };
}

/** The bytes that are signed: version, key, registration, activity, checkpoint, issue, and the two instants in seconds. */
export function packPass(facts: PassFacts): Buffer {
  const body = Buffer.alloc(bodyLength);
  body.writeUInt8(version, 0);
  body.write(facts.keyId, 1, 4, 'hex');
  body.write(facts.registrationId.replaceAll('-', ''), 5, 16, 'hex');
  body.write(facts.activityId.replaceAll('-', ''), 21, 16, 'hex');
  body.writeUInt8(facts.checkpoint, 37);
  body.writeUInt16BE(facts.issue, 38);
  body.writeUInt32BE(Math.floor(facts.notBefore.getTime() / 1000), 40);
  body.writeUInt32BE(Math.floor(facts.notAfter.getTime() / 1000), 44);
  return body;
}

/** The text of a QR code from the signed bytes and the signature. */
export function writePass(body: Uint8Array, signature: Uint8Array): string {
  return passPrefix + toBase45(Buffer.concat([body, signature]));
}

/** Splits the text of a QR code into what is said and the signature over it; nothing when it is not a pass of this version. */
export function openPass(
  text: string,
): { readonly facts: PassFacts; readonly body: Uint8Array; readonly signature: Uint8Array } | undefined {
  if (!text.startsWith(passPrefix)) return undefined;
  const bytes = fromBase45(text.slice(passPrefix.length));
  if (bytes?.length !== bodyLength + signatureLength || bytes[0] !== version) return undefined;
  const body = Buffer.from(bytes.subarray(0, bodyLength));
  return { facts: unpack(body), body, signature: bytes.subarray(bodyLength) };
}

function unpack(body: Buffer): PassFacts {
  const uuid = (from: number): string => {
    const hex = body.toString('hex', from, from + 16);
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
  };
  return {
    keyId: body.toString('hex', 1, 5),
    registrationId: uuid(5) as RegistrationId,
    activityId: uuid(21) as ActivityId,
    checkpoint: body.readUInt8(37),
    issue: body.readUInt16BE(38),
    notBefore: new Date(body.readUInt32BE(40) * 1000),
    notAfter: new Date(body.readUInt32BE(44) * 1000),
  };
}
