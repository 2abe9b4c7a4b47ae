import { toPage, type Actor, type Page, type PageRequest } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { ConsentField, ConsentPurpose } from '../consent/consent.js';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import {
  needsOfField,
  type ConsentSource,
  type Need,
  type NeedsProfile,
  type NeedsReading,
  type Occasion,
  type SharedNeeds,
} from './needs.js';
import { ownNeeds, needsPolicy } from './needs.policy.js';

type ProfileRow = {
  needs: Need[];
  diet_note: string | null;
  access_note: string | null;
  language_note: string | null;
  updated_at: Date;
};
type SharedRow = Omit<ProfileRow, 'updated_at'> & { member_id: MemberId; fields: ConsentField[] };
type ReadingRow = {
  id: NeedsReading['id'];
  member_id: MemberId;
  reader_id: MemberId;
  group_id: GroupId;
  purpose: ConsentPurpose;
  activity_id: NeedsReading['activityId'] | null;
  fields: ConsentField[];
  read_at: Date;
};

/** How many of a group's people need what; `people` counts those who share it. */
export type NeedTally = { readonly groupId: GroupId; readonly need: Need; readonly people: number };

/** Reads and writes needs. Other people's are reached through `live_consent` alone, and only the parts it names leave the database. */
export type NeedsRepository = ReturnType<typeof createNeedsRepository>;

/** A repository over one connection or transaction. */
export function createNeedsRepository(manager: EntityManager) {
  return {
    /** The actor's own profile; nothing when they never wrote one. */
    async findOwn(actor: Actor): Promise<NeedsProfile | null> {
      const [row]: readonly ProfileRow[] = await manager.query(
        'select needs, diet_note, access_note, language_note, updated_at from needs_profile where member_id = $1',
        [ownNeeds(actor) ?? null],
      );
      return row === undefined ? null : { ...noted(row), updatedAt: row.updated_at };
    },

    /** Writes the member's whole profile in place of the former. */
    async write(memberId: MemberId, profile: NeedsProfile): Promise<void> {
      await manager.query(
        `insert into needs_profile (member_id, needs, diet_note, access_note, language_note, updated_at)
         values ($1, $2, $3, $4, $5, $6) on conflict (member_id) do update set needs = excluded.needs,
           diet_note = excluded.diet_note, access_note = excluded.access_note, language_note = excluded.language_note,
           updated_at = excluded.updated_at`,
        [
          memberId,
          profile.needs,
          profile.dietNote ?? null,
          profile.accessNote ?? null,
          profile.languageNote ?? null,
          profile.updatedAt,
        ],
      );
    },

    /** Erases the member's profile. */
    erase: async (memberId: MemberId): Promise<void> =>
      void (await manager.query('delete from needs_profile where member_id = $1', [memberId])),

    /** Each need that somebody in one of the groups shares with its officers, and how many do; nothing of groups that the actor may not plan for. */
    async listTallies(actor: Actor, groupIds: readonly GroupId[], now: Date): Promise<readonly NeedTally[]> {
      const planned = groupIds.filter((groupId) => needsPolicy.canSeeCounts(actor, groupId));
      const rows: readonly { group_id: GroupId; need: Need; people: number }[] = await manager.query(
        `select asked.id as group_id, need, count(*)::int as people
         from unnest($1::uuid[]) asked (id)
         cross join lateral live_consent('NEEDS_IN_GROUP', asked.id, $2) c
         join needs_profile p on p.member_id = c.member_id
         cross join lateral unnest(p.needs) need
         where exists (select 1 from unnest(c.fields) field where $3::jsonb->field ? need)
         group by asked.id, need`,
        [planned, now, JSON.stringify(needsOfField)],
      );
      return rows.map((row) => ({ groupId: row.group_id, need: row.need, people: row.people }));
    },

    /**
     * What people share for the occasion, each part they consented to and nothing else; those who need nothing are left
     * out, and so is whoever is blocked with the reader. Empty for an actor who may not read names.
     */
    async listShared(actor: Actor, occasion: Occasion, now: Date): Promise<readonly SharedNeeds[]> {
      if (!needsPolicy.canReadNames(actor, occasion, now)) return [];
      const { purpose, groupId, memberIds } = occasion;
      return readShared(
        manager,
        { source: 'live_consent($1, $2, $3)', parameters: [purpose, groupId, now] },
        actor,
        memberIds,
      );
    },

    /** Writes down that needs were read, before anybody is shown them. */
    async addReadings(actId: string, readings: readonly NeedsReading[]): Promise<void> {
      await manager.query(
        `insert into needs_reading (id, act_id, member_id, reader_id, group_id, purpose, activity_id, fields, read_at)
         select id, $1, member_id, reader_id, group_id, purpose, activity_id, fields, read_at
         from jsonb_populate_recordset(null::needs_reading, $2::jsonb)`,
        [
          actId,
          JSON.stringify(
            readings.map(({ memberId, readerId, groupId, activityId, readAt, ...reading }) => ({
              ...reading,
              member_id: memberId,
              reader_id: readerId,
              group_id: groupId,
              activity_id: activityId ?? null,
              read_at: readAt,
            })),
          ),
        ],
      );
    },

    /** Who read the actor's own needs, the latest first. */
    async pageReadings(actor: Actor, { first, after }: PageRequest): Promise<Page<NeedsReading>> {
      const rows: readonly ReadingRow[] = await manager.query(
        `select id, member_id, reader_id, group_id, purpose, activity_id, fields, read_at from needs_reading
         where member_id = $1 and ($2::timestamptz is null or (read_at, id) < ($2, $3::uuid))
         order by read_at desc, id desc limit $4`,
        [ownNeeds(actor) ?? null, after?.[0] ?? null, after?.[1] ?? null, first + 1],
      );
      const readings = rows.map(({ id, purpose, fields, ...row }) => ({
        id,
        purpose,
        fields,
        memberId: row.member_id,
        readerId: row.reader_id,
        groupId: row.group_id,
        activityId: row.activity_id ?? undefined,
        readAt: row.read_at,
      }));
      return toPage(readings, first, ({ id, readAt }) => [readAt.toISOString(), id]);
    },
  };
}

/** What people share by these consents, each part they consented to and nothing else. Ask before whether the actor may read names. */
export async function readShared(
  manager: EntityManager,
  { source, parameters }: ConsentSource,
  actor: Actor,
  memberIds?: readonly MemberId[],
): Promise<readonly SharedNeeds[]> {
  const at = (place: number): string => `$${parameters.length + place}`;
  const rows: readonly SharedRow[] = await manager.query(
    `select * from (
       select c.member_id, c.fields,
         array(select need from unnest(p.needs) need where exists (select 1 from unnest(c.fields) field where ${at(1)}::jsonb->field ? need)) as needs,
         case when 'DIET' = any(c.fields) then p.diet_note end as diet_note,
         case when 'ACCESS' = any(c.fields) then p.access_note end as access_note,
         case when 'LANGUAGE' = any(c.fields) then p.language_note end as language_note
       from ${source} c join needs_profile p on p.member_id = c.member_id
       where (${at(2)}::uuid[] is null or c.member_id = any(${at(2)})) and not is_blocked(c.member_id, ${at(3)})
     ) shared
     where cardinality(needs) > 0 or coalesce(diet_note, access_note, language_note) is not null
     order by member_id`,
    [...parameters, JSON.stringify(needsOfField), memberIds ?? null, ownNeeds(actor) ?? null],
  );
  return rows.map((row) => ({ ...noted(row), memberId: row.member_id, fields: row.fields }));
}

function noted(row: Omit<ProfileRow, 'updated_at'>): Omit<NeedsProfile, 'updatedAt'> {
  return {
    needs: row.needs,
    dietNote: row.diet_note ?? undefined,
    accessNote: row.access_note ?? undefined,
    languageNote: row.language_note ?? undefined,
  };
}
