import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId } from '../candidate.js';
import { moveCandidate } from '../decide-candidacy.js';
import { takeCandidacy } from './take-candidacy.js';

/** Does not want to stand; nobody who nominated is told. */
export function declineNomination(
  { transaction, clock }: Deps,
  actor: Actor,
  { candidateId }: { readonly candidateId: CandidateId },
) {
  return transaction(async (unit) => {
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'DECLINE' });
    if (!taken.ok) return taken;
    const declined = moveCandidate(taken.value, 'DECLINE', clock.now());
    return declined.ok ? ok({ ...taken.value, candidate: await unit.candidates.save(declined.value) }) : declined;
  });
}
