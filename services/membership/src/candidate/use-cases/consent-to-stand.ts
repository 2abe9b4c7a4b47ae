import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId } from '../candidate.js';
import { moveCandidate } from '../decide-candidacy.js';
import { takeCandidacy } from './take-candidacy.js';

/** Agrees to stand, while nominations are open; also who declined before. */
export function consentToStand(
  { transaction, clock }: Deps,
  actor: Actor,
  { candidateId }: { readonly candidateId: CandidateId },
) {
  return transaction(async (unit) => {
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'CONSENT' });
    if (!taken.ok) return taken;
    const consented = moveCandidate(taken.value, 'CONSENT', clock.now());
    return consented.ok ? ok({ ...taken.value, candidate: await unit.candidates.save(consented.value) }) : consented;
  });
}
