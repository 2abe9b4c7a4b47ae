import { conflict, err, ok, type Actor } from '@guildhall/kernel';
import { checkTerms } from '../../contest/contest.js';
import type { Deps } from '../../deps.js';
import type { ElectionId } from '../election.js';
import { checkSecondTrustee, editElection as edit, type ElectionChanges } from '../plan.js';
import { titleTaken } from './plan-election.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/** Changes what is written of an election before voting; its clocks follow its dates. */
export function editElection(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { electionId, ...changes }: ElectionChanges & { readonly electionId: ElectionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'EDIT', now });
    if (!taken.ok) return taken;
    const edited = edit(taken.value, changes, { now, campusZone });
    if (!edited.ok) return edited;
    const terms = checkTerms(edited.value, await unit.contests.listOf([electionId]));
    if (!terms.ok) return terms;
    const { secondTrustee, returningOfficer } = edited.value;
    if (secondTrustee !== taken.value.secondTrustee) {
      const isFit = secondTrustee !== returningOfficer && (await unit.elections.canHoldSecondKey(secondTrustee, now));
      const trustee = checkSecondTrustee(isFit);
      if (!trustee.ok) return trustee;
      if (await unit.elections.hasSecondKey(electionId))
        return err(conflict('The second trustee has given a key already.'));
    }
    if (await unit.elections.isTitleTaken(edited.value.title, electionId)) return err(titleTaken);
    const election = await unit.elections.save(edited.value);
    await setClocks(unit, election);
    return ok(election);
  });
}
