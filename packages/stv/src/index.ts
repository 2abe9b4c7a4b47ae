export { InvalidBallotError, InvalidContestError, type Ballot } from './ballot.js';
export { countBallots, type Contest, type Count, type Stage } from './count.js';
export { journeyOf, type JourneyStep } from './journey.js';
export type { Tie } from './tie.js';
export { formatVotes, wholeVote, type Votes } from './votes.js';
