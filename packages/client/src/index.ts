export {
  DuplicatePreferenceError,
  InvalidBallotKeyError,
  UnknownPreferenceError,
  isKeyPair,
  makeTrusteeKey,
  openBallot,
  proofOf,
  receiptOf,
  rootOf,
  sealBallot,
  sealedLength,
  verifyInclusion,
} from '@guildhall/ballot';
export type { OpenedBallot, OpenOptions, ReceiptProof, SealOptions, TrusteeKey } from '@guildhall/ballot';
export type { CountDifference, DifferingFact } from './count-difference.js';
export * from './create-client.js';
export { graphql } from './generated/gql.js';
export type * as Graph from './generated/graphql.js';
export * from './graph-error.js';
export * from './pages.js';
export * from './published-contest.js';
export * from './recount-contest.js';
export * from './recount-draw.js';
export * from './unwrap.js';
export {
  BallotFileError,
  countBallots,
  countPapers,
  formatVotes,
  InvalidBallotError,
  InvalidContestError,
  InvalidVotesError,
  journeyOf,
  parseVotes,
  readBallotFile,
  wholeVote,
  writeBallotFile,
} from '@guildhall/stv';
export type {
  Ballot,
  BallotFile,
  BallotFileFault,
  Contest,
  Count,
  FiledPapers,
  JourneyStep,
  Papers,
  Stage,
  Tie,
  Votes,
} from '@guildhall/stv';
