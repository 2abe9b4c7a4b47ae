import { createHash, createHmac, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { ActivityId } from '../activity/activity.js';
import { doorCodeAt, isDoorCode } from './door-code.crypto.js';
import { openPass, packPass, writePass, type DoorKeys, type PassSigner } from './pass.js';

/** The variable with the key that signs check-in passes: 32 random bytes in base64. */
export const passKeyVariable = 'GUILDHALL_PASS_KEY';

/** PKCS #8 around the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * Reads the key of the door. Without one there are no passes and no codes at the door, and people are checked in by
 * name; a key that is there but wrong stops the start with a sentence.
 */
export function readDoorKeys(environment: Readonly<Record<string, string | undefined>>): DoorKeys | undefined {
  const text = environment[passKeyVariable] ?? '';
  if (text === '') return undefined;
  const seed = Buffer.from(text, 'base64');
  if (seed.length !== 32) throw new Error(`Activities needs ${passKeyVariable} to be 32 random bytes in base64.`);
  const secretOf = (activityId: ActivityId): Buffer =>
    createHmac('sha256', seed).update(`code at the door\n${activityId}`).digest();
  return {
    passes: createSigner(createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' })),
    codeAt: (activityId, now) => doorCodeAt(secretOf(activityId), now),
    isCode: (activityId, code, now) => isDoorCode(secretOf(activityId), code, now),
  };
}

function createSigner(privateKey: KeyObject): PassSigner {
  const verifying = createPublicKey(privateKey);
  const publicKey = String(verifying.export({ format: 'jwk' }).x);
  const keyId = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 8);
  return {
    keyId,
    publicKey,
    sign(facts) {
      const body = packPass({ ...facts, keyId });
      return writePass(body, sign(null, body, privateKey));
    },
    read(text) {
      const opened = openPass(text);
      const isOurs = opened?.facts.keyId === keyId && verify(null, opened.body, verifying, opened.signature);
      return isOurs ? opened.facts : undefined;
    },
  };
}
