import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId } from '../candidate.js';
import { moveCandidate } from '../decide-candidacy.js';
import { countAgain } from './count-again.js';
import { takeCandidacy } from './take-candidacy.js';

/** Stands down, at any time before the declaration; what was counted already is counted again. */
export function withdrawCandidacy(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { candidateId }: { readonly candidateId: CandidateId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'WITHDRAW' });
    if (!taken.ok) return taken;
    const withdrawn = moveCandidate(taken.value, 'WITHDRAW', now);
    if (!withdrawn.ok) return withdrawn;
    const candidacy = { ...taken.value, candidate: await unit.candidates.save(withdrawn.value) };
    await countAgain(unit, candidacy, { now, campusZone });
    return ok(candidacy);
  });
}
