import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { CandidateId } from '../candidate.js';
import { appealAgainst } from '../decide-candidacy.js';
import { takeCandidacy } from './take-candidacy.js';

/** Appeals against being refused or taken out: once against each decision, and in time. */
export function appealCandidacy(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { candidateId, text }: { readonly candidateId: CandidateId; readonly text: string },
) {
  return transaction(async (unit) => {
    const taken = await takeCandidacy(unit, actor, { candidateId, action: 'APPEAL' });
    if (!taken.ok) return taken;
    const appeal = appealAgainst(taken.value, text.trim(), { id: ids.random(), now: clock.now() });
    return appeal.ok ? ok({ ...taken.value, appeal: await unit.candidates.addAppeal(appeal.value) }) : appeal;
  });
}
