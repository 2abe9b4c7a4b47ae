import {
  err,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type NotAllowedError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { Candidacy, CandidateAction, CandidateId } from '../candidate.js';
import { candidatePolicy } from '../candidate.policy.js';

/**
 * The candidacy, locked with its election until the transaction ends, for somebody who may do this to it. Of two who act at
 * once the second finds what the first has left.
 */
export async function takeCandidacy(
  { candidates }: Pick<Repositories, 'candidates'>,
  actor: Actor,
  { candidateId, action }: { readonly candidateId: CandidateId; readonly action: CandidateAction },
): Promise<Result<Candidacy, NotFoundError | NotAllowedError>> {
  const candidacy = await candidates.findLocked(actor, candidateId);
  if (candidacy === null) return err(notFound('Candidate'));
  return candidatePolicy.can(actor, action, candidacy) ? ok(candidacy) : err(notAllowed(action, 'Candidate'));
}
