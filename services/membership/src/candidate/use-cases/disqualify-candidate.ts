import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { afterWorkingDays, electionRulesOf } from '../../election/election-rules.js';
import type { CandidateId } from '../candidate.js';
import { disqualify } from '../decide-candidacy.js';
import { countAgain } from './count-again.js';
import { takeCandidacy } from './take-candidacy.js';
import { tellCandidate } from './tell-candidate.js';

/** Takes a candidate out with a public reason; what was counted already is counted again. */
export function disqualifyCandidate(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { candidateId, reason }: { readonly candidateId: CandidateId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'DISQUALIFY' });
    if (!taken.ok) return taken;
    const { appealDays } = electionRulesOf(taken.value.election);
    const appealUntil = afterWorkingDays(now, appealDays, campusZone);
    const out = disqualify(taken.value, reason.trim(), { by: actorKey(actor), now, appealUntil });
    if (!out.ok) return out;
    const candidacy = { ...taken.value, candidate: await unit.candidates.save(out.value) };
    await countAgain(unit, candidacy, { now, campusZone });
    await tellCandidate(unit, candidacy);
    return ok(candidacy);
  });
}
