/*
 * One thing of a record as it is shown: a piece of evidence that stands and is not hidden, or a credential in whatever
 * state it is. Life: read anew each time. Owner: learning.
 */
import type { Achievement } from '../achievement/achievement.js';
import type { Credential } from '../credential/credential.js';
import type { Evidence } from '../record/evidence.js';

/** A piece of evidence to show. */
export type SharedEvidence = { readonly __typename: 'SharedEvidence'; readonly evidence: Evidence };

/** A credential to show, with everything its document is written from. */
export type SharedCredential = {
  readonly __typename: 'SharedCredential';
  readonly credential: Credential;
  readonly achievement: Achievement;
  readonly evidence: readonly Evidence[];
};

/** One thing to show. */
export type SharedItem = SharedEvidence | SharedCredential;
