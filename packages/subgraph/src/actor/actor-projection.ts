import type { EventHandlers } from '@guildhall/events';
import type { EntityManager } from 'typeorm';
import { eraseSignIn } from '../personal-data/erase-sign-in.js';

/** Keeps a service's actor tables in step with membership's events. The inbox applies each event once and in order. */
export const actorProjection: EventHandlers = {
  async MemberRegistered(manager, { data }) {
    await manager.query('insert into actor_member (member_id, subject, is_active) values ($1, $2, $3)', [
      data.memberId,
      data.subject,
      data.status === 'ACTIVE',
    ]);
    await setConstituencies(manager, data.memberId, data.constituencies ?? []);
  },
  async MemberStudiesChanged(manager, { data }) {
    await setConstituencies(manager, data.memberId, data.constituencies);
  },
  async MemberStatusChanged(manager, { data }) {
    if (data.status === 'ERASED') {
      await forget(manager, data.memberId);
      return;
    }
    await manager.query('update actor_member set is_active = $2 where member_id = $1', [
      data.memberId,
      data.status === 'ACTIVE',
    ]);
  },
  async GroupMembershipStarted(manager, { data }) {
    await manager.query(
      'insert into actor_group_membership (member_id, group_id) values ($1, $2) on conflict do nothing',
      [data.memberId, data.groupId],
    );
  },
  async GroupMembershipEnded(manager, { data }) {
    await manager.query('delete from actor_group_membership where member_id = $1 and group_id = $2', [
      data.memberId,
      data.groupId,
    ]);
  },
  async MandateStarted(manager, { data }) {
    await manager.query(
      `insert into actor_mandate (mandate_id, member_id, group_id, kind, starts_at, ends_at, constituency_id)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [data.mandateId, data.memberId, data.groupId, data.kind, data.from, data.to, data.constituencyId ?? null],
    );
  },
  async MandateEnded(manager, { data }) {
    await manager.query('update actor_mandate set ends_at = least(ends_at, $2) where mandate_id = $1', [
      data.mandateId,
      data.endedAt,
    ]);
  },
  async AppointmentStarted(manager, { data }) {
    await manager.query(
      'insert into actor_appointment (appointment_id, subject, role, starts_at, ends_at) values ($1, $2, $3, $4, $5)',
      [data.appointmentId, data.subject, data.role, data.from, data.to],
    );
  },
  async AppointmentEnded(manager, { data }) {
    await manager.query('update actor_appointment set ends_at = least(ends_at, $2) where appointment_id = $1', [
      data.appointmentId,
      data.endedAt,
    ]);
  },
};

/** Nobody is known by their sign-in any more, so nothing that was theirs is found through it, or through a right they had. */
async function forget(manager: EntityManager, memberId: string): Promise<void> {
  const [known]: readonly { subject: string }[] = await manager.query(
    'select subject from actor_member where member_id = $1',
    [memberId],
  );
  if (known !== undefined) {
    await eraseSignIn(manager, { memberId, subject: known.subject });
    await manager.query('delete from actor_appointment where subject = $1', [known.subject]);
  }
  for (const table of ['actor_group_membership', 'actor_mandate', 'actor_member'])
    await manager.query(`delete from ${table} where member_id = $1`, [memberId]);
  await setConstituencies(manager, memberId, []);
}

async function setConstituencies(
  manager: EntityManager,
  memberId: string,
  constituencies: readonly string[],
): Promise<void> {
  await manager.query('delete from actor_constituency where member_id = $1 and constituency_id <> all($2::uuid[])', [
    memberId,
    constituencies,
  ]);
  await manager.query(
    `insert into actor_constituency (member_id, constituency_id) select $1, unnest($2::uuid[]) on conflict do nothing`,
    [memberId, constituencies],
  );
}
