import {
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type IllegalTransitionError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import { electionLifecycle, type Election, type ElectionAction, type ElectionId } from '../election.js';
import { electionPolicy } from '../election.policy.js';

/** Who wants to do what with which election, and when. */
export type Taking = {
  readonly electionId: ElectionId;
  readonly action: ElectionAction;
  readonly now: Date;
};

/**
 * The election, locked until the transaction ends, for somebody who may do this to it now. Every step of its life begins
 * with this, so of two at once the second finds what the first has left.
 */
export async function takeElection(
  { elections }: Pick<Repositories, 'elections'>,
  actor: Actor,
  { electionId, action, now }: Taking,
): Promise<Result<Election, NotFoundError | NotAllowedError | IllegalTransitionError>> {
  const election = await elections.findVisibleLocked(actor, electionId);
  if (election === null) return err(notFound('Election'));
  const standing = await elections.readStanding(actor, electionId);
  if (!electionPolicy.can(actor, action, { election, standing })) return err(notAllowed(action, 'Election'));
  if (!electionLifecycle.can(action, election, now)) return err(illegalTransition(action, election.status));
  return ok(election);
}
