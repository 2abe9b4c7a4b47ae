import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ElectionId } from '../election.js';
import { voidElection as makeVoid } from '../halt.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/** Voids an election for good; what was cast is never opened, and its seats can be filled by another election. */
export function voidElection(
  { transaction, clock }: Deps,
  actor: Actor,
  { electionId, reason }: { readonly electionId: ElectionId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'VOID', now });
    if (!taken.ok) return taken;
    const voided = makeVoid(taken.value, reason, now);
    if (!voided.ok) return voided;
    const election = await unit.elections.save(voided.value);
    await setClocks(unit, election);
    // Nobody will open these ballots; they are not to tell whose they are either.
    if ((taken.value.resumesTo ?? taken.value.status) === 'VOTING') await unit.ballotBox.rewrite();
    return ok(election);
  });
}
