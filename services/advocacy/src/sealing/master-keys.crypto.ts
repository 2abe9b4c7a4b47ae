import { createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes-gcm.crypto.js';
import { UnknownMasterKey, type KeyManager } from './key-manager.js';

/** The master keys of this process, 32 bytes each: the first wraps, the others only unwrap what they wrapped before. */
export function createMasterKeys(current: Uint8Array, older: readonly Uint8Array[] = []): KeyManager {
  const keys = new Map([current, ...older].map((key) => [nameOf(key), key]));
  const currentName = nameOf(current);
  return {
    currentKeyId: () => Promise.resolve(currentName),
    wrap: (dataKey, owner) =>
      Promise.resolve({ keyId: currentName, dataKey: encrypt(current, `${owner}/data-key`, dataKey) }),
    async unwrap({ keyId, dataKey }, owner) {
      const master = keys.get(keyId);
      if (master === undefined) throw new UnknownMasterKey();
      return decrypt(master, `${owner}/data-key`, dataKey);
    },
  };
}

/** A name that follows from the key and tells nothing of it. */
function nameOf(master: Uint8Array): string {
  const key = Buffer.from(hkdfSync('sha256', master, new Uint8Array(), 'guildhall/advocacy/key-id', 32));
  return createHmac('sha256', key).update('key-id').digest('base64url').slice(0, 16);
}
