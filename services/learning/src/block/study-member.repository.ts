import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';

/** What study groups and mentoring ask about members beyond their ids. */
export type StudyMemberRepository = ReturnType<typeof createStudyMemberRepository>;

/** A repository over one connection or transaction. */
export function createStudyMemberRepository(manager: EntityManager) {
  return {
    /** Whether somebody is an active member. */
    async isActive(memberId: Id<'Member'>): Promise<boolean> {
      const rows: readonly unknown[] = await manager.query(
        'select 1 from actor_member where member_id = $1 and is_active',
        [memberId],
      );
      return rows.length > 0;
    },
  };
}
