import { createHash, randomBytes } from 'node:crypto';
import { canonicalJson } from '@guildhall/subgraph';
import type { Chain } from './chain.js';
import type { Reading } from './disclosure.js';

const saltBytes = 16;

/** Chains by SHA-256. */
export const chain: Chain = {
  facts: canonicalJson,
  link(reading, previous) {
    const salt = randomBytes(saltBytes);
    const commitment = commit(salt, reading);
    return { salt, commitment, hash: join(previous, commitment) };
  },
  isIntact(links) {
    let previous: Uint8Array | undefined;
    for (const { salt, commitment, hash, reading } of links) {
      const isErased = salt === undefined && reading === undefined;
      const isTrue =
        isErased || (salt !== undefined && reading !== undefined && commit(salt, reading).equals(commitment));
      if (!isTrue || !join(previous, commitment).equals(hash)) return false;
      previous = hash;
    }
    return true;
  },
};

function commit(salt: Uint8Array, reading: Reading): Buffer {
  return createHash('sha256').update('guildhall/disclosure').update(salt).update(canonicalJson(reading)).digest();
}

function join(previous: Uint8Array | undefined, commitment: Uint8Array): Buffer {
  return createHash('sha256')
    .update('guildhall/chain')
    .update(previous ?? new Uint8Array(32))
    .update(commitment)
    .digest();
}
