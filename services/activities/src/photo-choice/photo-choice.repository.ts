import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { Registration, RegistrationId } from '../registration/registration.js';
import { seatSql } from '../registration/registration-status.js';
import type { PhotoChoice, PhotoCounts } from './photo-choice.js';

/** Reads and writes choices; whoever asks has seen the registration or may know of the activity's. */
export type PhotoChoiceRepository = ReturnType<typeof createPhotoChoiceRepository>;

/** A repository over one connection or transaction. */
export function createPhotoChoiceRepository(manager: EntityManager) {
  return {
    /** The choices of registrations that were read with the actor. */
    async listOf(registrationIds: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, PhotoChoice>> {
      const rows: readonly { registration_id: RegistrationId; choice: PhotoChoice }[] = await manager.query(
        'select registration_id, choice from photo_choice where registration_id = any($1::uuid[])',
        [registrationIds],
      );
      return new Map(rows.map((row) => [row.registration_id, row.choice]));
    },

    /** How those with a seat chose. */
    async count(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, PhotoCounts>> {
      const rows: readonly (PhotoCounts & { activity_id: ActivityId })[] = await manager.query(
        `select r.activity_id, count(*) filter (where c.choice = 'YES')::int as yes, count(*) filter (where c.choice = 'NO')::int as no,
           count(*) filter (where c.choice = 'ASK_ME')::int as "askMe", count(*) filter (where c.choice is null)::int as open
         from registration r left join photo_choice c on c.registration_id = r.id
         where r.activity_id = any($1::uuid[]) and r.status in ${seatSql} group by r.activity_id`,
        [activityIds],
      );
      return new Map(rows.map(({ activity_id, yes, no, askMe, open }) => [activity_id, { yes, no, askMe, open }]));
    },

    /** Those with a seat who said no, in the order in which they registered. */
    async pageRefusals(activityId: ActivityId, { first, after }: PageRequest): Promise<Page<Registration>> {
      const query = manager.createQueryBuilder<Registration>('Registration', 'registration').where(
        `registration.activityId = :activityId and registration.status in ${seatSql} and exists (
             select 1 from photo_choice c where c.registration_id = registration.id and c.choice = 'NO')`,
        { activityId },
      );
      if (after !== undefined)
        query.andWhere('(registration.queuedAt, registration.id) > (:queuedAt, :id)', {
          queuedAt: after[0],
          id: after[1],
        });
      const rows = await query
        .orderBy('registration.queuedAt')
        .addOrderBy('registration.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ queuedAt, id }) => [queuedAt.toISOString(), id]);
    },

    /** Keeps a choice in the place of an earlier one. */
    async choose(registrationId: RegistrationId, choice: PhotoChoice): Promise<void> {
      await manager.query(
        `insert into photo_choice (registration_id, choice) values ($1, $2)
         on conflict (registration_id) do update set choice = excluded.choice`,
        [registrationId, choice],
      );
    },
  };
}
