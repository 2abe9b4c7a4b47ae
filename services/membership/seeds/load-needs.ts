import { planDemoNeeds, planDemoNeedsAtActivities, type DemoUnion } from '@guildhall/demo';
import { insertRows, type SeedOptions } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads what demo people need, what they let others read of it, and who did. */
export async function loadNeeds(
  manager: EntityManager,
  union: DemoUnion,
  { anchor, size }: Pick<SeedOptions, 'anchor' | 'size'>,
): Promise<void> {
  const { profiles, consents, readings } = planDemoNeeds(union, { anchor, size });
  await insertRows(
    manager,
    'needs_profile',
    profiles.map((profile) => ({
      member_id: profile.memberId,
      needs: profile.needs,
      diet_note: profile.dietNote,
      access_note: profile.accessNote,
      language_note: profile.languageNote,
      updated_at: profile.updatedAt,
    })),
  );
  await insertRows(
    manager,
    'member_consent',
    consents.map(({ id, memberId, groupId, fields, from, to, withdrawnAt }) => ({
      id,
      fields,
      member_id: memberId,
      purpose: groupId === undefined ? 'NEEDS_AT_ACTIVITY' : 'NEEDS_IN_GROUP',
      audience: groupId === undefined ? 'ORGANISERS' : 'GROUP',
      group_id: groupId,
      from_at: from,
      to_at: to,
      withdrawn_at: withdrawnAt,
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'member_consent',
    planDemoNeedsAtActivities(union, { profiles }).map(({ id, memberId, activityId, fields, from, to }) => ({
      id,
      fields,
      member_id: memberId,
      purpose: 'NEEDS_AT_ACTIVITY',
      audience: 'ACTIVITY',
      activity_id: activityId,
      from_at: from,
      to_at: to,
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'needs_reading',
    readings.map(({ id, actId, memberId, readerId, groupId, fields, readAt }) => ({
      id,
      fields,
      act_id: actId,
      member_id: memberId,
      reader_id: readerId,
      group_id: groupId,
      purpose: 'NEEDS_IN_GROUP',
      read_at: readAt,
    })),
  );
}
