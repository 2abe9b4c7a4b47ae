import type { EntityManager } from 'typeorm';
import type { ActivityId, ActivityKind } from '../activity/activity.js';
import { findable, hasFreeSeat } from '../finding/findable.js';
import { liveSql } from '../registration/registration-status.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import type { Candidate, Interests, RecommendationChoice } from './recommendation.js';
import type { RecommendationRules } from './recommendation-rules.js';

/** Reads what recommendations are made from, of one member for that member, and keeps whether they want any. */
export type RecommendationRepository = ReturnType<typeof createRecommendationRepository>;

type CandidateRow = {
  readonly id: ActivityId;
  readonly group_id: GroupId;
  readonly kind: ActivityKind;
  readonly starts_at: Date;
  readonly languages: readonly string[];
  readonly has_free_seat: boolean;
  readonly is_limited: boolean;
};

type Asked = { readonly now: Date; readonly rules: RecommendationRules };

/** A repository over one connection or transaction. */
export function createRecommendationRepository(manager: EntityManager) {
  return {
    /** What the member could still register for and has no place in, the soonest first. */
    async listCandidates(memberId: MemberId, { now, rules }: Asked): Promise<readonly Candidate[]> {
      const rows: readonly CandidateRow[] = await manager.query(
        `select a.id, a.group_id, a.kind, a.starts_at, coalesce(u.languages, '{}') as languages,
           ${hasFreeSeat('$2')} as has_free_seat, a.capacity is not null as is_limited
         from activity a left join activity_audience u on u.activity_id = a.id
         where ${findable('a')} and a.status = 'PUBLISHED' and a.starts_at > $2::timestamptz
           and a.starts_at < $2::timestamptz + make_interval(days => $3::int) and a.registration_closes_at > $2::timestamptz
           and not exists (select 1 from registration r where r.activity_id = a.id and r.member_id = $1 and r.status in ${liveSql})
         order by a.starts_at, a.id limit $4::int`,
        [memberId, now, rules.aheadDays, rules.candidatesMax],
      );
      return rows.map((row) => ({
        id: row.id,
        groupId: row.group_id,
        kind: row.kind,
        startsAt: row.starts_at,
        languages: row.languages,
        hasFreeSeat: row.has_free_seat,
        isLimited: row.is_limited,
      }));
    },

    /** What the member took part in lately: the groups and kinds of it, each pair once. */
    listAttended: (memberId: MemberId, { now, rules }: Asked): Promise<Interests['attended']> =>
      manager.query(
        `select distinct a.group_id as "groupId", a.kind from registration r join activity a on a.id = r.activity_id
         where r.member_id = $1 and r.status in ('ATTENDED', 'CHECKED_OUT')
           and a.ends_at > $2::timestamptz - make_interval(days => $3::int)`,
        [memberId, now, rules.backDays],
      ),

    /** Whether the member wants recommendations; they do until they say otherwise. */
    async isOn(memberId: MemberId): Promise<boolean> {
      const [row]: readonly { is_on: boolean }[] = await manager.query(
        'select is_on from recommendation_choice where member_id = $1',
        [memberId],
      );
      return row?.is_on ?? true;
    },

    /** Keeps what the member chose. */
    saveChoice: async ({ memberId, isOn }: RecommendationChoice): Promise<void> =>
      void (await manager.query(
        `insert into recommendation_choice (member_id, is_on) values ($1, $2)
         on conflict on constraint recommendation_choice_pk do update set is_on = excluded.is_on`,
        [memberId, isOn],
      )),
  };
}
