import type { Id, PositionKind } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { GroupActivity, MandateTerm, OfficeHolder } from './mandate-term.js';

type TermRow = {
  mandate_id: Id<'Mandate'>;
  member_id: Id<'Member'>;
  group_id: Id<'Group'> | null;
  kind: PositionKind;
  constituency_id: Id<'Constituency'> | null;
  position_id: Id<'Position'> | null;
  starts_at: Date;
  ends_at: Date;
  has_begun: boolean;
};

/**
 * Keeps what handovers follow from: mandates, declared elections, and what groups plan. These are facts the platform
 * heard; who may read them is asked of the handover.
 */
export type MandateTermRepository = ReturnType<typeof createMandateTermRepository>;

/** A repository over one connection or transaction. */
export function createMandateTermRepository(manager: EntityManager) {
  return {
    /**
     * Opens handovers one after the other. A declaration and the mandate it is about may arrive at the same moment, and
     * neither would see the other. Declarations are few.
     */
    async lockOpening(): Promise<void> {
      await manager.query(`select pg_advisory_xact_lock(hashtextextended('handover', 0))`);
    },

    /** Keeps a mandate; of one that was kept when it was given, keeps that it has begun, and when. */
    async add(term: MandateTerm): Promise<void> {
      await manager.query(
        `insert into mandate_term as t (mandate_id, member_id, group_id, kind, constituency_id, position_id, starts_at, ends_at, has_begun)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (mandate_id) do update set starts_at = excluded.starts_at, has_begun = true
           where excluded.has_begun and not t.has_begun`,
        [
          term.mandateId,
          term.memberId,
          term.groupId ?? null,
          term.kind,
          term.constituencyId ?? null,
          term.positionId ?? null,
          term.startsAt,
          term.endsAt,
          term.hasBegun,
        ],
      );
    },

    /** Ends a mandate no later than the instant. */
    async end(mandateId: Id<'Mandate'>, endedAt: Date): Promise<void> {
      await manager.query('update mandate_term set ends_at = least(ends_at, $2) where mandate_id = $1', [
        mandateId,
        endedAt,
      ]);
    },

    async find(mandateId: Id<'Mandate'>): Promise<MandateTerm | undefined> {
      const [row]: readonly TermRow[] = await manager.query('select * from mandate_term where mandate_id = $1', [
        mandateId,
      ]);
      return row === undefined ? undefined : toTerm(row);
    },

    /** Every mandate that may be of the same office. */
    async listOfOffice({ kind, groupId, constituencyId, positionId }: MandateTerm): Promise<readonly MandateTerm[]> {
      const rows: readonly TermRow[] = await manager.query(
        `select * from mandate_term where kind = $1 and group_id is not distinct from $2
           and constituency_id is not distinct from $3 and (position_id is null or $4::uuid is null or position_id = $4)`,
        [kind, groupId ?? null, constituencyId ?? null, positionId ?? null],
      );
      return rows.map(toTerm);
    },

    /** The mandates that an election gave and that nobody hands over yet, of the same office. */
    async listWaiting({ kind, groupId, constituencyId }: MandateTerm): Promise<readonly MandateTerm[]> {
      const rows: readonly TermRow[] = await manager.query(
        `select t.* from mandate_term t join declared_mandate d using (mandate_id)
         where t.kind = $1 and t.group_id is not distinct from $2 and t.constituency_id is not distinct from $3
           and not exists (select 1 from handover_capsule c where c.mandate_id = t.mandate_id)
         order by t.starts_at, t.mandate_id`,
        [kind, groupId ?? null, constituencyId ?? null],
      );
      return rows.map(toTerm);
    },

    /** Who holds an office of the groups at the instant, without what is only for the union or a constituency. */
    async listHolders(
      groupIds: readonly Id<'Group'>[],
      now: Date,
    ): Promise<ReadonlyMap<Id<'Group'>, readonly OfficeHolder[]>> {
      const rows: readonly TermRow[] = await manager.query(
        `select * from mandate_term where group_id = any($1::uuid[]) and starts_at <= $2 and ends_at > $2 and has_begun
         order by starts_at, mandate_id`,
        [groupIds, now],
      );
      return Map.groupBy(rows.map(toTerm), ({ groupId }) => groupId ?? ('' as Id<'Group'>));
    },

    /** Who is an officer of the whole union at the instant. */
    async listUnionOfficers(now: Date): Promise<readonly Id<'Member'>[]> {
      const rows: readonly { member_id: Id<'Member'> }[] = await manager.query(
        `select distinct member_id from mandate_term where kind = 'UNION_OFFICER' and starts_at <= $1 and ends_at > $1 and has_begun
         order by member_id`,
        [now],
      );
      return rows.map((row) => row.member_id);
    },

    /** Remembers that an election gave a mandate. */
    async declare(mandateId: Id<'Mandate'>, electionId: Id<'Election'>): Promise<void> {
      await manager.query(
        'insert into declared_mandate (mandate_id, election_id) values ($1, $2) on conflict (mandate_id) do nothing',
        [mandateId, electionId],
      );
    },

    /** Which election gave a mandate; nothing for one that was given otherwise, or not declared yet. */
    async findElection(mandateId: Id<'Mandate'>): Promise<Id<'Election'> | undefined> {
      const [row]: readonly { election_id: Id<'Election'> }[] = await manager.query(
        'select election_id from declared_mandate where mandate_id = $1',
        [mandateId],
      );
      return row?.election_id;
    },

    /** Remembers when an activity of a group is; what was told later replaces what was told before. */
    async keepActivity({ activityId, groupId, startsAt, endsAt, isOpen }: GroupActivity): Promise<void> {
      await manager.query(
        `insert into group_activity (activity_id, group_id, starts_at, ends_at, is_open) values ($1, $2, $3, $4, $5)
         on conflict (activity_id) do update set group_id = $2, starts_at = $3, ends_at = $4, is_open = $5`,
        [activityId, groupId, startsAt, endsAt, isOpen],
      );
    },

    /** What the groups did and plan between two instants, by start, at most so many each. */
    async listActivities(
      groupIds: readonly Id<'Group'>[],
      { from, to, max }: { readonly from: Date; readonly to: Date; readonly max: number },
    ): Promise<ReadonlyMap<Id<'Group'>, readonly GroupActivity[]>> {
      const rows: readonly GroupActivity[] = await manager.query(
        `select activity_id as "activityId", group_id as "groupId", starts_at as "startsAt", ends_at as "endsAt", is_open as "isOpen"
         from (select a.*, row_number() over (partition by group_id order by starts_at desc, activity_id desc) as place
           from group_activity a where group_id = any($1::uuid[]) and starts_at >= $2 and starts_at < $3) ranked
         where place <= $4 order by starts_at, activity_id`,
        [groupIds, from, to, max],
      );
      return Map.groupBy(rows, ({ groupId }) => groupId);
    },
  };
}

function toTerm(row: TermRow): MandateTerm {
  return {
    mandateId: row.mandate_id,
    memberId: row.member_id,
    groupId: row.group_id ?? undefined,
    kind: row.kind,
    constituencyId: row.constituency_id ?? undefined,
    positionId: row.position_id ?? undefined,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    hasBegun: row.has_begun,
  };
}
