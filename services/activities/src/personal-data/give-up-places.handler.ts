import { createOutbox } from '@guildhall/events';
import { systemActor, type Clock, type IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { createActivityRepository } from '../activity/activity.repository.js';
import type { MemberId } from '../references/member.js';
import { createRegistrationRepository } from '../registration/registration.repository.js';
import { fillSeats } from '../registration/use-cases/announce-places.js';

const heldPlaces = `
  select distinct r.activity_id from registration r join activity a on a.id = r.activity_id
  where r.member_id = $1 and r.status in ('CONFIRMED', 'WAITLISTED') and a.status = 'PUBLISHED' and a.ends_at > $2
  order by r.activity_id`;

const giveUp = `
  update registration set status = case status when 'WAITLISTED' then 'WITHDRAWN' else 'CANCELLED' end, version = version + 1
  where activity_id = $1 and member_id = $2 and status in ('CONFIRMED', 'WAITLISTED')`;

/** Gives up the places of somebody who is erased in what has not ended; who waits first has each seat when this commits. */
export async function giveUpPlaces(
  manager: EntityManager,
  memberId: MemberId,
  { clock, ids }: { readonly clock: Clock; readonly ids: IdSource },
): Promise<void> {
  const now = clock.now();
  const outbox = createOutbox(manager, clock, ids);
  const activities = createActivityRepository(manager);
  const registrations = createRegistrationRepository(manager);
  const held: readonly { activity_id: ActivityId }[] = await manager.query(heldPlaces, [memberId, now]);
  for (const { activity_id: activityId } of held) {
    await manager.query('select 1 from activity where id = $1 for no key update', [activityId]);
    await manager.query(giveUp, [activityId, memberId]);
    const activity = await activities.findVisible(systemActor('erase-member'), activityId);
    if (activity === null) continue;
    await fillSeats({ registrations, outbox }, activity, now);
  }
}
