import { createHash } from 'node:crypto';
import { fromBase64Url, isBallotKey, isKeyPair, openTrusteeKey, sealedLength, sealTrusteeKey } from '@guildhall/ballot';
import type { BallotSeals } from './ballot.js';

/** The seals of ballots as browsers make them. */
export const ballotSeals: BallotSeals = {
  read(text) {
    const sealed = fromBase64Url(text);
    return sealed && { sealed, receipt: createHash('sha256').update(sealed).digest('hex') };
  },
  lengthOf: sealedLength,
  isBallotKey,
  isKeyPair,
  sealTrusteeKey,
  openTrusteeKey,
};
