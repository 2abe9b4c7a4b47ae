import { ballotMutationNames } from './ballot-mutation-names.js';
import { candidacyMutationNames } from './candidacy-ways.js';
import { circleMutationNames } from './circle-ways.js';
import { tieMutationNames } from './connection-ways.js';
import { helpMutationNames } from './help-ways.js';
import { lifeMutationNames } from './life-ways.js';
import { needsMutationNames } from './needs-ways.js';
import { postMutationNames } from './post-mutation-names.js';

/** The mutations of the life of elections. */
export const electionMutationNames = [
  'planElection',
  'editElection',
  'addContest',
  'editContest',
  'removeContest',
  'announceElection',
  'publishCandidates',
  'declareElection',
  'suspendElection',
  'resumeElection',
  'voidElection',
  'planByElection',
] as const;

/**
 * Mutations whose expected failures are reached, each of them, in the outcomes test of their own nouns instead of in the
 * common list. That test checks that none is missed.
 */
export const reachedElsewhere = {
  'ballot-outcomes.int.test.ts': ballotMutationNames,
  'candidacy-outcomes.int.test.ts': candidacyMutationNames,
  'circle-outcomes.int.test.ts': circleMutationNames,
  'connection-outcomes.int.test.ts': tieMutationNames,
  'election-outcomes.int.test.ts': electionMutationNames,
  'help-outcomes.int.test.ts': helpMutationNames,
  'life-outcomes.int.test.ts': lifeMutationNames,
  'needs-outcomes.int.test.ts': needsMutationNames,
  'post-outcomes.int.test.ts': postMutationNames,
  'training.int.test.ts': ['decideTrainingRule', 'requirePositionTraining'],
  /** In group-outcomes.int.test.ts. */
  groups: [
    'acceptAdmission',
    'approveAffiliation',
    'changeJoinPolicy',
    'declineAdmission',
    'declineAffiliation',
    'editGroup',
    'editPosition',
    'extendMandate',
    'inviteToGroup',
    'removePosition',
    'requestAffiliationChanges',
    'requestToJoin',
    'submitAffiliation',
    'withdrawAdmission',
    'withdrawAffiliation',
  ],
} as const satisfies Readonly<Record<string, readonly string[]>>;
