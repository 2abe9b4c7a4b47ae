import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId } from '../candidate.js';
import { decideAppeal } from '../decide-candidacy.js';
import { countAgain } from './count-again.js';
import { readEligibility } from './read-eligibility.js';
import { takeCandidacy } from './take-candidacy.js';
import { tellCandidate } from './tell-candidate.js';

/** How an appeal is decided, and why. */
export type DecideCandidacyAppeal = {
  readonly candidateId: CandidateId;
  readonly isGranted: boolean;
  readonly reason: string;
};

/** Decides an appeal, as somebody else than who made the decision. Who stands again is counted again. */
export function decideCandidacyAppeal(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  input: DecideCandidacyAppeal,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeCandidacy(unit, actor, { candidateId: input.candidateId, action: 'DECIDE_APPEAL' });
    if (!taken.ok) return taken;
    const facts = await readEligibility(unit, taken.value, now);
    const decision = { isGranted: input.isGranted, reason: input.reason.trim(), facts };
    const decided = decideAppeal(taken.value, decision, { by: actorKey(actor), now });
    if (!decided.ok) return decided;
    const candidacy = {
      ...taken.value,
      candidate: await unit.candidates.save(decided.value.candidate),
      appeal: await unit.candidates.saveAppeal(decided.value.appeal),
    };
    if (candidacy.candidate.status === 'STANDING') await countAgain(unit, candidacy, { now, campusZone });
    await tellCandidate(unit, candidacy);
    return ok(candidacy);
  });
}
