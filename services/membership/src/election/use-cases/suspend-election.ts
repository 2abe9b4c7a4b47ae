import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { ElectionId } from '../election.js';
import { suspendElection as suspend } from '../halt.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/** Halts an election; its clocks stand still until it is taken up again. */
export function suspendElection(
  { transaction, clock }: Deps,
  actor: Actor,
  { electionId, reason }: { readonly electionId: ElectionId; readonly reason: string },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'SUSPEND', now });
    if (!taken.ok) return taken;
    const suspended = suspend(taken.value, reason, now);
    if (!suspended.ok) return suspended;
    const election = await unit.elections.save(suspended.value);
    await setClocks(unit, election);
    return ok(election);
  });
}
