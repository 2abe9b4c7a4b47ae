import {
  err,
  FieldChecks,
  ok,
  validationError,
  type Actor,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Deps, Repositories } from '../../deps.js';
import type { Election, ElectionId } from '../election.js';
import { checkNewDates, type Today } from '../schedule.js';
import { setClocks } from './set-clocks.js';
import { takeElection } from './take-election.js';

/** Announces an election: everybody sees it from now on, with the commitment to its seed, and its clocks run. */
export function announceElection(
  { transaction, clock, campusZone }: Deps,
  actor: Actor,
  { electionId }: { readonly electionId: ElectionId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const taken = await takeElection(unit, actor, { electionId, action: 'ANNOUNCE', now });
    if (!taken.ok) return taken;
    const ready = await checkReady(unit, taken.value, { now, campusZone });
    if (!ready.ok) return ready;
    const election = await unit.elections.save({ ...taken.value, status: 'NOMINATIONS', announcedAt: now });
    await setClocks(unit, election);
    return ok(election);
  });
}

async function checkReady(
  { contests, elections }: Unit<Repositories>,
  election: Election,
  today: Today,
): Promise<Result<unknown, ValidationError>> {
  const dates = checkNewDates(election, election, today);
  if (!dates.ok) return err(validationError(dates.error.fields.map((field) => ({ ...field, path: 'electionId' }))));
  const hasContest = (await contests.listOf([election.id])).length > 0;
  const hasTrustee = await elections.canHoldSecondKey(election.secondTrustee, today.now);
  return new FieldChecks()
    .that(hasContest, 'electionId', 'REQUIRED', 'An election needs a contest.')
    .that(
      hasTrustee,
      'electionId',
      'CONTRADICTION',
      'The second trustee is not a member of staff who runs no elections.',
    )
    .finish(election);
}
