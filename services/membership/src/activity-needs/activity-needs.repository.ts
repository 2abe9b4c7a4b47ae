import type { Actor, Id } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import { namesAfterEndMs, needsOfField, type ConsentSource, type Need, type SharedNeeds } from '../needs/needs.js';
import { activityNeedsPolicy } from './activity-needs.policy.js';
import { unmetNeeds, type ActivityNeeds, type NeedsOccasion } from './activity-needs.js';

type ActivityId = Id<'Activity'>;
type OccasionRow = {
  activity_id: ActivityId;
  group_id: GroupId | null;
  ends_at: Date;
  is_open: boolean;
  access_features: string[] | null;
  organiser_ids: MemberId[];
  welfare_lead_ids: MemberId[];
};

/** Reads what people share by the consents that it is given. */
type SharedReader = (source: ConsentSource, actor: Actor) => Promise<readonly SharedNeeds[]>;

/** Reads and writes what is known of activities for the sake of needs. Who may see the figures is asked before. */
export type ActivityNeedsRepository = ReturnType<typeof createActivityNeedsRepository>;

/** A repository over one connection or transaction. */
export function createActivityNeedsRepository(manager: EntityManager, readShared: SharedReader) {
  return {
    /** The occasions among the activities. They tell nobody anything but who plans and until when. */
    async listOccasions(activityIds: readonly ActivityId[]): Promise<readonly NeedsOccasion[]> {
      const rows: readonly OccasionRow[] = await manager.query(
        `select o.*,
           array(select member_id from needs_organiser n where n.activity_id = o.activity_id and n.role = 'ORGANISER') as organiser_ids,
           array(select member_id from needs_organiser n where n.activity_id = o.activity_id and n.role = 'WELFARE_LEAD') as welfare_lead_ids
         from needs_occasion o where o.activity_id = any($1::uuid[])`,
        [activityIds],
      );
      return rows.map((row) => ({
        activityId: row.activity_id,
        groupId: row.group_id ?? undefined,
        endsAt: row.ends_at,
        isOpen: row.is_open,
        accessFeatures: row.access_features ?? undefined,
        organiserIds: row.organiser_ids,
        welfareLeadIds: row.welfare_lead_ids,
      }));
    },

    /** Writes what is told of an activity in place of what was told before. */
    async note(occasion: NeedsOccasion): Promise<void> {
      const { activityId, groupId, endsAt, isOpen, accessFeatures, organiserIds, welfareLeadIds } = occasion;
      await manager.query(
        `insert into needs_occasion (activity_id, group_id, ends_at, is_open, access_features) values ($1, $2, $3, $4, $5)
         on conflict on constraint needs_occasion_pk do update set group_id = excluded.group_id, ends_at = excluded.ends_at,
           is_open = excluded.is_open, access_features = excluded.access_features`,
        [activityId, groupId ?? null, endsAt, isOpen, accessFeatures ?? null],
      );
      await manager.query('delete from needs_organiser where activity_id = $1', [activityId]);
      await manager.query(
        `insert into needs_organiser (activity_id, member_id, role)
         select distinct $1::uuid, m.id, told.role from (
           select unnest($2::uuid[]) as member_id, 'ORGANISER' as role union all select unnest($3::uuid[]), 'WELFARE_LEAD') told
         join member m on m.id = told.member_id and m.status <> 'ERASED'`,
        [activityId, organiserIds, welfareLeadIds],
      );
    },

    /** What people need at each of the activities, from consents in force of those who hold a place. */
    async listCounts(occasions: readonly NeedsOccasion[], now: Date): Promise<ReadonlyMap<ActivityId, ActivityNeeds>> {
      const rows: readonly {
        activity_id: ActivityId;
        people: number;
        unmet: number;
        counts: Record<string, number> | null;
      }[] = await manager.query(
        `with sharing as (
             select asked.id, asked.unmet, c.member_id, array(select need from unnest(p.needs) need
               where exists (select 1 from unnest(c.fields) field where $3::jsonb->field ? need)) as needs
             from jsonb_to_recordset($1::jsonb) asked (id uuid, unmet text[])
             cross join lateral live_activity_consent(asked.id, $2) c join needs_profile p on p.member_id = c.member_id),
           counted as (
             select id, jsonb_object_agg(need, people) as counts from (
               select id, need, count(*) as people from sharing cross join lateral unnest(needs) need group by id, need) one group by id)
           select s.id as activity_id, count(*) filter (where cardinality(s.needs) > 0)::int as people,
             count(*) filter (where s.needs && s.unmet)::int as unmet, c.counts
           from sharing s left join counted c on c.id = s.id group by s.id, c.counts`,
        [
          JSON.stringify(
            occasions.map(({ activityId, accessFeatures }) => ({ id: activityId, unmet: unmetNeeds(accessFeatures) })),
          ),
          now,
          JSON.stringify(needsOfField),
        ],
      );
      const byId = new Map(rows.map((row) => [row.activity_id, row]));
      return new Map(
        occasions.map(({ activityId, accessFeatures }) => {
          const row = byId.get(activityId);
          const counts = Object.values(needsOfField)
            .flat()
            .flatMap((need: Need) => {
              const people = row?.counts?.[need];
              return people === undefined ? [] : [{ need, people }];
            });
          const isVenueKnown = accessFeatures !== undefined;
          return [activityId, { people: row?.people ?? 0, counts, isVenueKnown, unmetPeople: row?.unmet ?? 0 }];
        }),
      );
    },

    /**
     * What people who hold a place share for the activity, each part they consented to and nothing else; whoever is
     * blocked with the reader is left out. Empty for an actor who may not read names.
     */
    async listShared(actor: Actor, occasion: NeedsOccasion, now: Date): Promise<readonly SharedNeeds[]> {
      if (!activityNeedsPolicy.canReadNames(actor, occasion, now)) return [];
      const source = 'live_activity_consent($1, $2)';
      return readShared({ source, parameters: [occasion.activityId, now] }, actor);
    },

    /** Ends what a member shared for an activity, given until then; nothing while they hold a place of it. */
    async endConsents(activityId: ActivityId, memberId: MemberId, now: Date): Promise<void> {
      await manager.query(
        `update member_consent set withdrawn_at = $3, version = version + 1
         where activity_id = $1 and member_id = $2 and withdrawn_at is null and from_at <= $3 and to_at > $3
           and not exists (select 1 from activity_place p where p.activity_id = $1 and p.member_id = $2)`,
        [activityId, memberId, now],
      );
    },

    /** Forgets activities that ended seven days ago: who planned them, and who had a place. Consents for them are over by their own end. */
    async forgetOld(now: Date): Promise<number> {
      const rows: readonly { activity_id: ActivityId }[] = await manager.query(
        'select activity_id from needs_occasion where ends_at <= $1',
        [new Date(now.getTime() - namesAfterEndMs)],
      );
      const ids = rows.map((row) => row.activity_id);
      await manager.query('delete from place_told where activity_id = any($1::uuid[])', [ids]);
      await manager.query('delete from needs_occasion where activity_id = any($1::uuid[])', [ids]);
      return ids.length;
    },
  };
}
