import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { afterWorkingDays, electionRulesOf } from '../../election/election-rules.js';
import type { CandidateId } from '../candidate.js';
import { screen } from '../decide-candidacy.js';
import { readEligibility } from './read-eligibility.js';
import { takeCandidacy } from './take-candidacy.js';
import { tellCandidate } from './tell-candidate.js';

/** Whether somebody may stand, and why not. */
export type ScreenCandidate = {
  readonly candidateId: CandidateId;
  readonly isEligible: boolean;
  readonly reason: string | undefined;
};

/** Says whether somebody may stand, during screening; the candidate is told, and can appeal against a refusal. */
export function screenCandidate({ transaction, clock, campusZone }: Deps, actor: Actor, input: ScreenCandidate) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeCandidacy(unit, actor, { candidateId: input.candidateId, action: 'SCREEN' });
    if (!taken.ok) return taken;
    const facts = await readEligibility(unit, taken.value, now);
    const { appealDays } = electionRulesOf(taken.value.election);
    const screened = screen(
      taken.value,
      { isEligible: input.isEligible, reason: (input.reason ?? '').trim(), facts },
      { by: actorKey(actor), now, appealUntil: afterWorkingDays(now, appealDays, campusZone) },
    );
    if (!screened.ok) return screened;
    const candidacy = { ...taken.value, candidate: await unit.candidates.save(screened.value) };
    await tellCandidate(unit, candidacy);
    return ok(candidacy);
  });
}
