export { DuplicatePreferenceError, InvalidBallotKeyError, UnknownPreferenceError } from './ballot-errors.js';
export { fromBase64Url } from './bytes.js';
export { ballotOpener, openBallot, type OpenedBallot, type OpenOptions } from './open-ballot.js';
export {
  proofIn,
  proofOf,
  receiptOf,
  rootIn,
  rootOf,
  treeOf,
  verifyInclusion,
  type ReceiptProof,
  type ReceiptTree,
} from './receipt-tree.js';
export { sealBallot, sealedLength, type BallotPlace, type SealOptions } from './seal-ballot.js';
export { isBallotKey, isKeyPair, makeTrusteeKey, type TrusteeKey } from './trustee-key.js';
export { openTrusteeKey, sealTrusteeKey } from './trustee-secret.js';
