import { representedBy, type Actor, type Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { issueStatuses, type IssueStatus } from '../issue/issue.js';
import type { IssueCount } from './issue-space.js';

/** Counts the issues of courses for their representatives, and for nobody else. */
export type IssueSpaceRepository = ReturnType<typeof createIssueSpaceRepository>;

/** A repository over one connection. */
export function createIssueSpaceRepository(manager: EntityManager) {
  return {
    /** How many issues of each course stand where; every state is listed. Courses the actor does not represent are left out. */
    async countByStatus(
      actor: Actor,
      ids: readonly Id<'Constituency'>[],
    ): Promise<ReadonlyMap<Id<'Constituency'>, readonly IssueCount[]>> {
      const own = representedBy(actor).filter((id) => ids.includes(id));
      const rows: readonly { constituency_id: Id<'Constituency'>; status: IssueStatus; count: number }[] =
        await manager.query(
          `select constituency_id, status, count(*)::int as count from issue
           where constituency_id = any($1::uuid[]) and post_state = 'VISIBLE' group by constituency_id, status`,
          [own],
        );
      const counted = new Map(rows.map((row) => [`${row.constituency_id}/${row.status}`, row.count]));
      return new Map(
        own.map((id) => [id, issueStatuses.map((status) => ({ status, count: counted.get(`${id}/${status}`) ?? 0 }))]),
      );
    },
  };
}
