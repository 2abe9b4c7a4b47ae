import type { Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ResourceId } from '../resource/resource.js';
import type { ResourceDecision, ResourceReport } from './report.js';

/** What is known of a member's reports when they make another one. */
export type ReporterRecord = {
  readonly isOpen: boolean;
  readonly hasCounted: boolean;
  readonly today: number;
  readonly groundless: number;
};

/** A report without whose it is. */
export type AnonymousReport = Pick<ResourceReport, 'id' | 'resourceId' | 'reason' | 'reportedAt'> & {
  readonly words: string | null;
};

/** A decision as it is read. */
export type ReadDecision = Pick<ResourceDecision, 'id' | 'resourceId' | 'decision' | 'decidedAt'> & {
  readonly reason: string | null;
};

/** Reads and writes reports and decisions. Resolvers ask only for resources whose reports the viewer may read. */
export type ReportRepository = ReturnType<typeof createReportRepository>;

const dayMs = 86_400_000;

/** A repository over one connection or transaction; writers hold the lock of the resource. */
export function createReportRepository(manager: EntityManager) {
  return {
    /** What is known of the member's reports of anything and of this resource. */
    async recordOf(memberId: Id<'Member'>, resourceId: ResourceId, now: Date): Promise<ReporterRecord> {
      const [record]: ReporterRecord[] = await manager.query(
        `select coalesce(bool_or(resource_id = $2 and closed_at is null), false) as "isOpen",
           coalesce(bool_or(resource_id = $2 and counts), false) as "hasCounted",
           count(*) filter (where reported_at > $3)::int as today,
           count(*) filter (where closed_at is not null and exists (
             select 1 from resource_decision d where d.resource_id = report.resource_id and d.decision = 'RESTORE'
               and d.decided_at = report.closed_at))::int as groundless
         from resource_report report where reporter_id = $1`,
        [memberId, resourceId, new Date(now.getTime() - dayMs)],
      );
      return record ?? { isOpen: false, hasCounted: false, today: 0, groundless: 0 };
    },

    /** How many open reports count towards a hold. */
    async countTowardsHold(resourceId: ResourceId): Promise<number> {
      const [row]: { count: number }[] = await manager.query(
        'select count(*)::int as count from resource_report where resource_id = $1 and closed_at is null and counts',
        [resourceId],
      );
      return row?.count ?? 0;
    },

    /** Writes a report. */
    async file({ id, resourceId, reporterId, reason, words, counts, reportedAt }: ResourceReport): Promise<void> {
      await manager.query(
        `insert into resource_report (id, resource_id, reporter_id, reason, words, counts, reported_at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [id, resourceId, reporterId, reason, words ?? null, counts, reportedAt],
      );
    },

    /** Ends the open reports of a resource. */
    async close(resourceId: ResourceId, now: Date): Promise<void> {
      await manager.query('update resource_report set closed_at = $2 where resource_id = $1 and closed_at is null', [
        resourceId,
        now,
      ]);
    },

    /** Writes down a decision. */
    async decide({ id, resourceId, decision, reason, decidedBy, decidedAt }: ResourceDecision): Promise<void> {
      await manager.query(
        `insert into resource_decision (id, resource_id, decision, reason, decided_by, decided_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [id, resourceId, decision, reason ?? null, decidedBy ?? null, decidedAt],
      );
    },

    /** The open reports of resources, oldest first, at most 50 of each. */
    listOpen: (ids: readonly ResourceId[]): Promise<readonly AnonymousReport[]> =>
      manager.query(
        `select report.* from unnest($1::uuid[]) as asked (id) cross join lateral (
           select id, resource_id as "resourceId", reason, words, reported_at as "reportedAt" from resource_report
           where resource_id = asked.id and closed_at is null order by reported_at, id limit 50) report`,
        [ids],
      ),

    /** What was decided about resources, oldest first. */
    listDecisions: (ids: readonly ResourceId[]): Promise<readonly ReadDecision[]> =>
      manager.query(
        `select id, resource_id as "resourceId", decision, reason, decided_at as "decidedAt" from resource_decision
         where resource_id = any($1) order by decided_at, id`,
        [ids],
      ),
  };
}
