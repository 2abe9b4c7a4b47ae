import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import { heldSql, sqlStatuses } from '../registration/registration-status.js';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';
import { calendarSpanDays, eventsMax, type CalendarEvent } from './calendar-event.js';

/** Reads what calendars show; members' own by their member, everything else as anybody may see it. */
export type CalendarEventRepository = ReturnType<typeof createCalendarEventRepository>;

type EventRow = {
  readonly id: ActivityId;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly reason: string | null;
  readonly state: CalendarEvent['state'];
  readonly revision: number;
  readonly published_at: Date;
  readonly changed_at: Date;
};

const columns = `a.id, a.title, a.summary, a.place, a.starts_at, a.ends_at, a.published_at, a.changed_at,
  case when a.status = 'CANCELLED' then a.status_reason end as reason`;
const isPublic = `a.published_at is not null and a.status in ('PUBLISHED', 'COMPLETED', 'REPORTED', 'CANCELLED')`;
const inSpan = (now: string): string =>
  `a.ends_at > ${now}::timestamptz - interval '${calendarSpanDays.before} days'
   and a.starts_at < ${now}::timestamptz + interval '${calendarSpanDays.after} days'`;
const publicState = `case when a.status = 'CANCELLED' then 'CANCELLED' else 'CONFIRMED' end as state`;
const waiting = sqlStatuses(['ENTERED', 'WAITLISTED', 'OFFERED']);
const inOrder = `order by a.starts_at, a.id limit ${eventsMax}`;

/** A repository over one connection or transaction. */
export function createCalendarEventRepository(manager: EntityManager) {
  const list = async (statement: string, parameters: readonly unknown[]): Promise<readonly CalendarEvent[]> => {
    const rows: readonly EventRow[] = await manager.query(statement, [...parameters]);
    return rows.map(toEvent);
  };
  return {
    /** What is, was or would have been held in public, of one group or of all. */
    listPublic: (groupId: GroupId | undefined, now: Date): Promise<readonly CalendarEvent[]> =>
      list(
        `select ${columns}, a.version as revision, ${publicState} from activity a
         where ${isPublic} and ($1::uuid is null or a.group_id = $1) and ${inSpan('$2')} ${inOrder}`,
        [groupId ?? null, now],
      ),

    /** One activity that is or was public, whenever it is; nothing for others. */
    listOne: (id: ActivityId): Promise<readonly CalendarEvent[]> =>
      list(`select ${columns}, a.version as revision, ${publicState} from activity a where ${isPublic} and a.id = $1`, [
        id,
      ]),

    /**
     * Where a member has a place, waits for one, or had one when it was called off. The revision adds up everything that
     * changed, so that it never falls, also when somebody comes back.
     */
    listOfMember: (memberId: MemberId, now: Date): Promise<readonly CalendarEvent[]> =>
      list(
        `select ${columns}, (a.version + mine.versions)::int as revision,
           case when a.status = 'CANCELLED' then 'CANCELLED' when mine.is_held then 'CONFIRMED' else 'TENTATIVE' end as state
         from (
           select r.activity_id, sum(r.version) as versions,
             bool_or(r.status in ${heldSql} or r.status = 'ATTENDED') as is_held,
             bool_or(r.status in ${waiting}) as is_waiting, bool_or(r.status = 'VOID') as is_void
           from registration r where r.member_id = $1 group by r.activity_id
         ) mine join activity a on a.id = mine.activity_id
         where ${isPublic} and ${inSpan('$2')}
           and (mine.is_held or mine.is_waiting or (mine.is_void and a.status = 'CANCELLED')) ${inOrder}`,
        [memberId, now],
      ),
  };
}

function toEvent(row: EventRow): CalendarEvent {
  const { id, title, summary, place, state, revision } = row;
  return {
    id,
    title,
    summary,
    place,
    state,
    revision,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    reason: row.reason ?? undefined,
    publishedAt: row.published_at,
    changedAt: row.changed_at,
  };
}
