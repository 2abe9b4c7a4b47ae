import { memberOf, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { RegistrationId } from '../registration/registration.js';
import type { DrawnEntry, EntryCount, EntryId, FairStart, OwnEntry } from './fair-start.js';

/** Which entry an invitation leads to. */
export type InvitedEntry = { readonly id: EntryId; readonly activityId: ActivityId; readonly size: number };

/** Reads and writes fair starts and entries. What is public of them is public with the activity; own entries take the actor. */
export type FairStartRepository = ReturnType<typeof createFairStartRepository>;

/** Whose registration makes an entry: entered and not drawn yet, or drawn, whatever became of the place since. */
const isInEntry = (alias: string): string => `(${alias}.status = 'ENTERED' or ${alias}.draw_number is not null)`;

type OwnRow = {
  id: EntryId;
  activity_id: ActivityId;
  registration_id: RegistrationId;
  invite_code: Id<'Invitation'> | null;
  member_ids: MemberId[];
};
type StartRow = {
  activity_id: ActivityId;
  commitment: string;
  rules_version: number;
  places: number | null;
  seed: string | null;
};
type EntryRow = {
  id: EntryId;
  activity_id: ActivityId;
  size: number;
  tickets: number;
  number: string;
  is_placed: boolean;
  rank: number;
};

const ranked = `
  select e.id, e.activity_id, e.size, e.tickets, e.number, e.is_placed,
    row_number() over (partition by e.activity_id order by e.number, e.id)::int as rank
  from draw_entry e where e.activity_id = any($1::uuid[]) and e.number is not null`;

const toEntry = ({
  id,
  activity_id: activityId,
  size,
  tickets,
  number,
  is_placed: isPlaced,
  rank,
}: EntryRow): DrawnEntry => ({
  id,
  activityId,
  size,
  tickets,
  number,
  isPlaced,
  rank,
});

/** A repository over one connection or transaction. */
export function createFairStartRepository(manager: EntityManager) {
  return {
    /** The fair starts of the activities that have one. */
    async listOf(activityIds: readonly ActivityId[]): Promise<readonly FairStart[]> {
      const rows: readonly StartRow[] = await manager.query(
        'select activity_id, commitment, rules_version, places, seed from fair_start where activity_id = any($1::uuid[])',
        [activityIds],
      );
      return rows.map((row) => ({
        activityId: row.activity_id,
        commitment: row.commitment,
        rulesVersion: row.rules_version,
        places: row.places ?? undefined,
        seed: row.seed ?? undefined,
      }));
    },

    /** How many entries and people there are: those who are in it now, or those who were drawn. */
    async countEntries(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, EntryCount>> {
      const rows: readonly { activity_id: ActivityId; entries: number; people: number }[] = await manager.query(
        `select activity_id, count(*)::int as entries, sum(size)::int as people from (
           select activity_id, size from draw_entry where activity_id = any($1::uuid[]) and number is not null
           union all
           select activity_id, count(*) from registration
           where activity_id = any($1::uuid[]) and status = 'ENTERED' group by activity_id, party_id) entered
         group by activity_id`,
        [activityIds],
      );
      return new Map(rows.map(({ activity_id, entries, people }) => [activity_id, { entries, people }]));
    },

    /** The entries the actor is in, with who else is. */
    async listOwn(actor: Actor, activityIds: readonly ActivityId[]): Promise<readonly OwnEntry[]> {
      const rows: readonly OwnRow[] = await manager.query(
        `select e.id, e.activity_id, own.id as registration_id, e.invite_code,
           (select array_agg(r.member_id order by r.queued_at, r.id) from registration r
            where r.party_id = e.id and ${isInEntry('r')}) as member_ids
         from registration own join draw_entry e on e.id = own.party_id
         where own.member_id = $1 and own.activity_id = any($2::uuid[]) and ${isInEntry('own')}`,
        [memberOf(actor) ?? null, activityIds],
      );
      return rows.map((row) => ({
        id: row.id,
        activityId: row.activity_id,
        registrationId: row.registration_id,
        inviteCode: row.invite_code ?? undefined,
        memberIds: row.member_ids,
      }));
    },

    /** The drawn entries among `ids`, with their places in the order. */
    async listDrawn(activityIds: readonly ActivityId[], ids: readonly EntryId[]): Promise<readonly DrawnEntry[]> {
      const rows: readonly EntryRow[] = await manager.query(
        `select * from (${ranked}) ranked where id = any($2::uuid[])`,
        [activityIds, ids],
      );
      return rows.map(toEntry);
    },

    /** The drawn entries of an activity in the order of the draw. */
    async pageDrawn(activityId: ActivityId, { first, after }: PageRequest): Promise<Page<DrawnEntry>> {
      const rows: readonly EntryRow[] = await manager.query(
        `select * from (${ranked}) ranked
         where $2::text is null or (number collate "C", id) > ($2::text, $3::uuid) order by number collate "C", id limit $4`,
        [[activityId], after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      return toPage(rows.map(toEntry), first, ({ number, id }) => [number, id]);
    },

    /** The entry an invitation leads to, with how many are in it now; nothing for a code that nobody was given. */
    async findInvited(inviteCode: Id<'Invitation'>): Promise<InvitedEntry | null> {
      const rows: readonly { id: EntryId; activity_id: ActivityId; size: number }[] = await manager.query(
        `select e.id, e.activity_id, (select count(*)::int from registration r where r.party_id = e.id and r.status = 'ENTERED') as size
         from draw_entry e where e.invite_code = $1`,
        [inviteCode],
      );
      const row = rows[0];
      return row === undefined ? null : { id: row.id, activityId: row.activity_id, size: row.size };
    },

    /** Adds an entry; without a code nobody else can join it. Call it under the activity's lock. */
    async addEntry(entry: Pick<OwnEntry, 'id' | 'activityId' | 'inviteCode'>): Promise<void> {
      await insertRows(manager, 'draw_entry', [
        { id: entry.id, activity_id: entry.activityId, invite_code: entry.inviteCode ?? null },
      ]);
    },

    /** Keeps a new fair start with its seed. One that is there already keeps the seed that it was committed to. */
    async plan({ activityId, commitment, rulesVersion }: FairStart, seed: string): Promise<void> {
      await manager.query(
        `with planned as (
           insert into fair_start (activity_id, commitment, rules_version) values ($1, $2, $3)
           on conflict (activity_id) do nothing returning activity_id)
         insert into fair_start_seed (activity_id, seed) select activity_id, $4 from planned`,
        [activityId, commitment, rulesVersion, seed],
      );
    },
  };
}
