import { createOutbox } from '@guildhall/events';
import { systemActor, type Clock, type IdSource } from '@guildhall/kernel';
import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { createActivityRepository } from '../activity/activity.repository.js';
import type { MemberId } from '../references/member.js';
import { placesHeld } from '../registration/registration-facts.js';
import type { RegistrationId } from '../registration/registration.js';
import { isHeld, sqlStatuses, type RegistrationStatus } from '../registration/registration-status.js';
import { createPoolRepository } from '../pool/pool.repository.js';
import { createSeatRepository } from '../registration/seat.repository.js';
import { fillSeats, type SeatUnit } from '../registration/use-cases/fill-seats.js';

const giveable = sqlStatuses(['ENTERED', 'WAITLISTED', 'OFFERED', 'CONFIRMED']);

const heldPlaces = `
  select distinct r.activity_id from registration r join activity a on a.id = r.activity_id
  where r.member_id = $1 and r.status in ${giveable} and a.status = 'PUBLISHED' and a.ends_at > $2
  order by r.activity_id`;

const giveUp = `
  update registration r set status = case old.status when 'CONFIRMED' then 'CANCELLED' else 'WITHDRAWN' end, version = r.version + 1
  from registration old where old.id = r.id and r.activity_id = $1 and r.member_id = $2 and r.status in ${giveable}
  returning r.id, old.status as was`;

/** Gives up the places of somebody who is erased in what has not ended; who waits first has each seat when this commits. */
export async function giveUpPlaces(
  manager: EntityManager,
  memberId: MemberId,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): Promise<void> {
  const now = clock.now();
  const outbox = createOutbox(manager, clock, ids);
  const activities = createActivityRepository(manager);
  const seats = createSeatRepository(manager);
  const pools = createPoolRepository(manager);
  const jobs: SeatUnit['jobs'] = { enqueueMany: (planned) => addJobs(manager, planned) };
  const held: readonly { activity_id: ActivityId }[] = await manager.query(heldPlaces, [memberId, now]);
  // All activities first, members after: nobody who fills seats elsewhere waits for us while we wait for them.
  await manager.query('select 1 from activity where id = any($1::uuid[]) order by id for no key update', [
    held.map(({ activity_id: activityId }) => activityId),
  ]);
  for (const { activity_id: activityId } of held) {
    const [given]: [readonly { id: RegistrationId; was: RegistrationStatus }[], number] = await manager.query(giveUp, [
      activityId,
      memberId,
    ]);
    const ended = given.filter(({ was }) => isHeld(was)).map(({ id }) => ({ id, activityId, memberId }));
    await outbox.appendMany('PlaceHeld', placesHeld(ended, false, now));
    const activity = await activities.findVisible(systemActor('erase-member'), activityId);
    if (activity === null) continue;
    await fillSeats({ seats, pools, outbox, jobs }, activity, now);
  }
}
