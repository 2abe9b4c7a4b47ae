import type { Actor, Id } from '@guildhall/kernel';
import { addJobs } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { MemberId } from '../member/member.js';
import type { Asker, CompanyAsk, CompanyFacts, CompanyId, KnownActivity } from './company.js';
import { visibleAsks } from './company.policy.js';

/** Somebody who goes with the viewer. */
export type Companion = { readonly memberId: MemberId; readonly name: string };

/** The task that forgets who asked for company to an activity. */
export const forgetCompanyTask = 'forget-company';

/** Reads and writes asks and companies; every read takes the actor. */
export type CompanyRepository = ReturnType<typeof createCompanyRepository>;

type ActivityId = Id<'Activity'>;

/** A repository over one connection or transaction. */
export function createCompanyRepository(manager: EntityManager) {
  const findActivity = async (id: ActivityId, lock = ''): Promise<KnownActivity | undefined> => {
    const [row]: readonly { activity_id: ActivityId; starts_at: Date; ends_at: Date; is_open: boolean }[] =
      await manager.query(`select * from known_activity where activity_id = $1 ${lock}`, [id]);
    if (row === undefined) return undefined;
    return { activityId: row.activity_id, startsAt: row.starts_at, endsAt: row.ends_at, isOpen: row.is_open };
  };
  const findAsk = async (actor: Actor, id: ActivityId): Promise<CompanyAsk | undefined> => {
    const [row]: readonly AskRow[] = await manager.query(
      'select * from company_ask where activity_id = $1 and member_id = $2',
      [id, visibleAsks(actor) ?? null],
    );
    return row === undefined ? undefined : toAsk(row);
  };
  const find = async (actor: Actor, id: ActivityId, lock: string): Promise<CompanyFacts | null> => {
    const activity = await findActivity(id, lock);
    return activity === undefined ? null : { activity, ask: await findAsk(actor, id) };
  };

  return {
    /** What the actor asked for an activity; nothing for activities that are not known. */
    findOwn: (actor: Actor, id: ActivityId): Promise<CompanyFacts | null> => find(actor, id, ''),

    /** As `findOwn`; nobody else asks or takes back for this activity until the transaction ends. */
    findOwnLocked: (actor: Actor, id: ActivityId): Promise<CompanyFacts | null> => find(actor, id, 'for update'),

    /** An activity, for the platform's own task; nobody asks or takes back meanwhile. */
    findActivityLocked: (id: ActivityId): Promise<KnownActivity | undefined> => findActivity(id, 'for update'),

    /** Who goes with the actor, by the order in which they were found. */
    async listCompanions(actor: Actor, companyId: CompanyId): Promise<readonly Companion[]> {
      const rows: readonly { member_id: MemberId; display_name: string }[] = await manager.query(
        `select a.member_id, m.display_name from company_ask a join member m on m.id = a.member_id
         where a.company_id = $2 and a.member_id <> $1
           and exists (select 1 from company_ask me where me.company_id = $2 and me.member_id = $1) order by a.place`,
        [visibleAsks(actor) ?? null, companyId],
      );
      return rows.map((row) => ({ memberId: row.member_id, name: row.display_name }));
    },

    /** Everybody else who asked for the activity and is not blocked with the member; for finding company, and shown to nobody. */
    async listAskers(activityId: ActivityId, memberId: MemberId): Promise<readonly Asker[]> {
      const rows: readonly (AskRow & { languages: string[]; interests: string[] })[] = await manager.query(
        `select a.*, m.languages, m.interests from company_ask a join member m on m.id = a.member_id and m.status = 'ACTIVE'
         where a.activity_id = $1 and a.member_id <> $2`,
        [activityId, memberId],
      );
      return rows.map((row) => ({ ...toAsk(row), languages: row.languages, interests: row.interests }));
    },

    /** The blocked pairs among people, one way round. */
    async listBlocked(memberIds: readonly MemberId[]): Promise<readonly (readonly [MemberId, MemberId])[]> {
      const rows: readonly { blocker_id: MemberId; blocked_id: MemberId }[] = await manager.query(
        'select blocker_id, blocked_id from member_block where blocker_id = any($1::uuid[]) and blocked_id = any($1::uuid[])',
        [memberIds],
      );
      return rows.map((row) => [row.blocker_id, row.blocked_id] as const);
    },

    /** Adds an ask that waits. */
    async add({ id, activityId, memberId, sizeMax, askedAt }: CompanyAsk): Promise<void> {
      await manager.query(
        'insert into company_ask (id, activity_id, member_id, size_max, asked_at) values ($1, $2, $3, $4, $5)',
        [id, activityId, memberId, sizeMax, askedAt],
      );
    },

    /** Makes a company of people who waited. */
    async found(
      { id, activityId, foundAt }: { readonly id: CompanyId; readonly activityId: ActivityId; readonly foundAt: Date },
      memberIds: readonly MemberId[],
    ): Promise<void> {
      await manager.query('insert into company (id, activity_id, found_at) values ($1, $2, $3)', [
        id,
        activityId,
        foundAt,
      ]);
      await manager.query(
        `update company_ask a set company_id = $1, place = w.place
         from unnest($3::uuid[]) with ordinality as w(member_id, place) where a.activity_id = $2 and a.member_id = w.member_id`,
        [id, activityId, memberIds],
      );
    },

    /** Takes somebody into a company that has room. */
    async join(companyId: CompanyId, askId: CompanyAsk['id']): Promise<void> {
      await manager.query(
        `update company_ask set company_id = $1, place = (select min(p) from generate_series(1, 4) p
           where not exists (select 1 from company_ask o where o.company_id = $1 and o.place = p)) where id = $2`,
        [companyId, askId],
      );
    },

    /** Forgets an ask. Tells whether the company it belonged to is over: then its last one waits again. */
    async remove({ id, companyId }: CompanyAsk): Promise<{ readonly isOver: boolean }> {
      await manager.query('delete from company_ask where id = $1', [id]);
      if (companyId === undefined) return { isOver: false };
      const rows: readonly unknown[] = await manager.query('select 1 from company_ask where company_id = $1', [
        companyId,
      ]);
      if (rows.length > 1) return { isOver: false };
      await manager.query('update company_ask set place = null, company_id = null where company_id = $1', [companyId]);
      await manager.query('delete from company where id = $1', [companyId]);
      return { isOver: true };
    },

    /** The asks of one member that share a company with another's; their activities are locked. */
    async listSharedLocked(memberId: MemberId, otherId: MemberId): Promise<readonly CompanyAsk[]> {
      const rows: readonly AskRow[] = await manager.query(
        `select a.* from company_ask a
         join company_ask o on o.company_id = a.company_id and o.member_id = $2
         join known_activity k on k.activity_id = a.activity_id
         where a.member_id = $1 order by a.id for update of k, a`,
        [memberId, otherId],
      );
      return rows.map(toAsk);
    },

    /** Notes when an activity is, and plans to forget who asked for company to it; asks for a cancelled one are forgotten then and there. */
    async noteActivity({ activityId, startsAt, endsAt, isOpen }: KnownActivity): Promise<void> {
      await manager.query(
        `insert into known_activity (activity_id, starts_at, ends_at, is_open) values ($1, $2, $3, $4)
         on conflict on constraint known_activity_pk do update
           set starts_at = excluded.starts_at, ends_at = excluded.ends_at, is_open = excluded.is_open`,
        [activityId, startsAt, endsAt, isOpen],
      );
      const runAt = isOpen ? endsAt : new Date(0);
      await addJobs(manager, [
        { task: forgetCompanyTask, payload: { activityId }, runAt, key: `${forgetCompanyTask}:${activityId}` },
      ]);
    },

    /** Forgets an activity with everybody who asked for company to it; returns the companies there were. */
    async forget(activityId: ActivityId): Promise<readonly CompanyId[]> {
      await manager.query('delete from known_activity where activity_id = $1', [activityId]);
      const [rows]: readonly [readonly { id: CompanyId }[], number] = await manager.query(
        'delete from company where activity_id = $1 returning id',
        [activityId],
      );
      return rows.map(({ id }) => id);
    },
  };
}

type AskRow = {
  readonly id: CompanyAsk['id'];
  readonly activity_id: ActivityId;
  readonly member_id: MemberId;
  readonly size_max: number;
  readonly asked_at: Date;
  readonly company_id: CompanyId | null;
};

function toAsk(row: AskRow): CompanyAsk {
  return {
    id: row.id,
    activityId: row.activity_id,
    memberId: row.member_id,
    sizeMax: row.size_max,
    askedAt: row.asked_at,
    companyId: row.company_id ?? undefined,
  };
}
