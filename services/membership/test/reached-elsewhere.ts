import { tieMutationNames } from './connection-ways.js';
import { needsMutationNames } from './needs-ways.js';
import { postMutationNames } from './post-mutation-names.js';

/**
 * Mutations whose expected failures are reached, each of them, in the outcomes test of their own nouns instead of in the
 * common list. That test checks that none is missed.
 */
export const reachedElsewhere = {
  'connection-outcomes.int.test.ts': tieMutationNames,
  'needs-outcomes.int.test.ts': needsMutationNames,
  'post-outcomes.int.test.ts': postMutationNames,
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
