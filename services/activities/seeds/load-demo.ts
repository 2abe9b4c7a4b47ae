import { constituencyId, constituencyOf, planDemoUnion, type DemoUnion } from '@guildhall/demo';
import type { SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { loadAfter } from './load-after.js';
import { loadAudiences } from './load-audiences.js';
import { loadDoor } from './load-door.js';
import { loadFairStarts } from './load-fair-starts.js';
import { loadOrganising } from './load-organising.js';
import { loadSeats } from './load-seats.js';
import { loadService } from './load-service.js';
import { loadTraining } from './load-training.js';
import { loadVenues } from './load-venues.js';
import { activityRow, mandateRows, registrationRow } from './demo-rows.js';
import { loadQuestions } from './load-questions.js';
import { loadStrikes } from './load-strikes.js';
import { insertRows } from '@guildhall/subgraph';
import { isHeld } from '../src/registration/registration-status.js';

/**
 * Loads the labelled demo union: this service's copy of who may do what, the activities and the registrations. What
 * ends by the clock has its job, and no event is sent.
 */
export async function loadDemoActivities(
  manager: EntityManager,
  { anchor, size, onProgress }: SeedOptions,
): Promise<void> {
  const union = planDemoUnion({ anchor, size });
  onProgress(`Loading who may do what among ${union.members.length} demo members.`);
  await loadActors(manager, union);
  onProgress(`Loading ${union.activities.length} activities.`);
  const lowered = loweredCapacities(union);
  await insertRows(
    manager,
    'activity',
    union.activities.map((activity) => ({
      ...activityRow(activity, anchor),
      ...(lowered.has(activity.id) && { capacity: lowered.get(activity.id) }),
    })),
  );
  await loadAudiences(manager, union);
  onProgress(`Loading ${union.registrations.length} registrations.`);
  await insertRows(manager, 'registration', union.registrations.map(registrationRow));
  await loadOrganising(manager, union, anchor);
  await loadDoor(manager, union);
  await loadFairStarts(manager, union, anchor);
  await loadAfter(manager, union, anchor);
  await loadStrikes(manager, union, { anchor, size });
  await loadQuestions(manager, union, { anchor, size });
  await loadService(manager, union, { anchor, size, onProgress });
  await loadTraining(manager, union, { anchor });
  await loadVenues(manager, anchor);
  await loadSeats(manager, union, anchor);
  for (const { id, capacity } of union.activities)
    if (lowered.has(id)) await manager.query('update activity set capacity = $2 where id = $1', [id, capacity]);
}

/** Capacities before they were lowered, of what is overfull: nobody is let in beyond the capacity of the day. */
function loweredCapacities({ activities, registrations }: DemoUnion): ReadonlyMap<string, number> {
  const held = Map.groupBy(
    registrations.filter(({ status }) => isHeld(status)),
    ({ activityId }) => activityId,
  );
  return new Map(
    activities.flatMap(({ id, capacity = Number.POSITIVE_INFINITY }) => {
      const taken = held.get(id)?.length ?? 0;
      return taken > capacity ? [[id, taken]] : [];
    }),
  );
}

async function loadActors(manager: EntityManager, union: DemoUnion): Promise<void> {
  await insertRows(
    manager,
    'actor_member',
    union.members.map(({ id, subject, status }) => ({ member_id: id, subject, is_active: status === 'ACTIVE' })),
  );
  await insertRows(
    manager,
    'actor_constituency',
    union.members.map((member) => ({ member_id: member.id, constituency_id: constituencyId(constituencyOf(member)) })),
  );
  const active = union.groupMemberships.filter(({ status }) => status === 'ACTIVE');
  await insertRows(
    manager,
    'actor_group_membership',
    active.map(({ memberId, groupId }) => ({ member_id: memberId, group_id: groupId })),
  );
  await insertRows(manager, 'actor_mandate', mandateRows(union));
  const appointments = union.appointments.map(({ id, subject, role, from, to, endedAt }) => ({
    appointment_id: id,
    subject,
    role,
    starts_at: from,
    ends_at: endedAt ?? to,
  }));
  await insertRows(manager, 'actor_appointment', appointments);
}
