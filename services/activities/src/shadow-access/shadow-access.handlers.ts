/*
 * Who reads what a group plans before they take over an office there. Learning opens and ends it with the handover; it
 * ends by itself at the stated instant, when the reader's own rights begin. It gives no right to change anything.
 */
import type { EventHandlers } from '@guildhall/events';

/** Keeps shadow access in step with the handovers that learning tells of. */
export const shadowAccessHandlers: EventHandlers = {
  async ShadowAccessStarted(manager, { data }) {
    await manager.query(
      `insert into shadow_access (capsule_id, group_id, member_id, starts_at, ends_at) values ($1, $2, $3, $4, $5)
       on conflict (capsule_id) do update set group_id = $2, member_id = $3, starts_at = $4, ends_at = $5`,
      [data.capsuleId, data.groupId, data.memberId, data.from, data.until],
    );
  },
  async ShadowAccessEnded(manager, { data }) {
    await manager.query(
      'update shadow_access set ends_at = greatest(starts_at, least(ends_at, $2)) where capsule_id = $1',
      [data.capsuleId, data.endedAt],
    );
  },
};
