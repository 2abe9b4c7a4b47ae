import type { EntityManager } from 'typeorm';
import type { RegistrationId } from '../registration/registration.js';

/** Reads and writes how often passes were made invalid. Whoever asks has read the registrations within their scope. */
export type PassRepository = ReturnType<typeof createPassRepository>;

/** A repository over one connection or transaction. */
export function createPassRepository(manager: EntityManager) {
  return {
    /** The issue that passes of registrations have now; those that are missing have 0. */
    async listIssues(ids: readonly RegistrationId[]): Promise<ReadonlyMap<RegistrationId, number>> {
      const rows: readonly { registration_id: RegistrationId; issue: number }[] = await manager.query(
        'select registration_id, issue from check_in_pass where registration_id = any($1::uuid[])',
        [ids],
      );
      return new Map(rows.map(({ registration_id, issue }) => [registration_id, issue]));
    },

    /** Makes every pass of the registration invalid that was shown until now. */
    async renew(id: RegistrationId, now: Date): Promise<void> {
      await manager.query(
        `insert into check_in_pass as kept (registration_id, issue, renewed_at) values ($1, 1, $2)
         on conflict (registration_id) do update set issue = least(kept.issue + 1, 65535), renewed_at = excluded.renewed_at`,
        [id, now],
      );
    },
  };
}
