import type { IdSource } from '@guildhall/kernel';
import type { Repositories } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import type { NeedsReading, SharedNeeds } from '../needs.js';

/** Who read what of whom, and what for. */
export type Reading = Pick<NeedsReading, 'readerId' | 'groupId' | 'purpose' | 'activityId'> & {
  readonly readerId: MemberId;
  readonly shared: readonly SharedNeeds[];
};

/** Writes down that each person's needs were read, before anybody is shown them, and tells them; one's own are no reading. */
export async function noteReadings(
  { needs, notifications }: Pick<Repositories, 'needs' | 'notifications'>,
  { ids, now }: { readonly ids: IdSource; readonly now: Date },
  { shared, readerId, groupId, purpose, activityId }: Reading,
): Promise<void> {
  const others = shared.filter(({ memberId }) => memberId !== readerId);
  const actId = ids.random<'NeedsReading'>();
  await needs.addReadings(
    actId,
    others.map(({ memberId, fields }) => ({
      id: ids.random(),
      memberId,
      readerId,
      groupId,
      purpose,
      activityId,
      fields,
      readAt: now,
    })),
  );
  await notifications.tell({
    to: others.map(({ memberId }) => memberId),
    reason: 'NEEDS_READ',
    sourceId: actId,
    subject: { kind: 'NEEDS', id: actId },
    groupId,
    from: readerId,
  });
}
