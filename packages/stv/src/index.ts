export { InvalidBallotError, InvalidContestError, type Ballot, type Papers } from './ballot.js';
export {
  BallotFileError,
  writeBallotFile,
  type BallotFile,
  type BallotFileFault,
  type FiledPapers,
} from './ballot-file.js';
export {
  countBallots,
  countPapers,
  quotaOf,
  type Contest,
  type Count,
  type Stage,
  type SurplusShare,
} from './count.js';
export { journeyOf, type JourneyStep } from './journey.js';
export { readBallotFile } from './read-ballot-file.js';
export type { Tie } from './tie.js';
export { formatVotes, InvalidVotesError, parseVotes, wholeVote, type Votes } from './votes.js';
