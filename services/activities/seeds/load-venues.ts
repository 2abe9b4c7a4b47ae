import { demoEquipment, demoVenues } from '@guildhall/demo';
import { insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { rulesOf, type RiskTier } from '../src/activity/activity-rules.js';
import type { RiskFacts } from '../src/activity/risk.js';
import { currentApprovalRules } from '../src/approval/approval-rules.js';
import { requiredEvidence } from '../src/approval/approval.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;
const setUpMinutes = 45;
const clearAwayMinutes = 30;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * Loads venues, equipment and what is booked of them, and what the activities that wait for approval have to show: some of
 * it is missing, and some was submitted late. What is over and reported left something to learn.
 */
export async function loadVenues(manager: EntityManager, anchor: Date): Promise<void> {
  await insertRows(
    manager,
    'venue',
    demoVenues.map(({ opensAt, closesAt, accessFeatures, bookedBy, ...venue }) => ({
      ...venue,
      access_features: accessFeatures,
      opening_hours: weekdays.map((weekday) => ({ weekday, opensAt, closesAt })),
      booked_by: bookedBy,
      version: 1,
    })),
  );
  await insertRows(
    manager,
    'equipment',
    demoEquipment.map(({ bookedBy, ...equipment }) => ({ ...equipment, booked_by: bookedBy, version: 1 })),
  );
  await manager.query(
    `update activity a set venue_id = v.id from venue v where v.name = a.place and coalesce(a.capacity, 0) <= v.capacity`,
  );
  await loadClosure(manager, anchor);
  await loadBookings(manager, anchor);
  await loadApprovals(manager, anchor);
  await loadLessons(manager);
}

/** The committee room is painted for two days in a month. */
async function loadClosure(manager: EntityManager, anchor: Date): Promise<void> {
  await manager.query(
    `insert into venue_closure (id, venue_id, starts_at, ends_at, reason)
     select gen_random_uuid(), id, $1, $2, 'The walls are painted.' from venue where name = 'Union Building, Committee Room'`,
    [new Date(anchor.getTime() + 30 * dayMs), new Date(anchor.getTime() + 32 * dayMs)],
  );
}

type Held = {
  readonly id: string;
  readonly venue_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly status: string;
};

/** Whoever came first has the room; who came later asked elsewhere. */
async function loadBookings(manager: EntityManager, anchor: Date): Promise<void> {
  const planned: readonly Held[] = await manager.query(
    `select id, venue_id, starts_at, ends_at, status from activity
     where venue_id is not null and ends_at > $1 and status in ('PUBLISHED', 'APPROVED', 'SUBMITTED') order by starts_at, id`,
    [anchor],
  );
  const until = new Map<string, number>();
  const rows = planned.flatMap((activity): readonly Row[] => {
    const startsAt = activity.starts_at.getTime() - setUpMinutes * minuteMs;
    const endsAt = activity.ends_at.getTime() + clearAwayMinutes * minuteMs;
    if (startsAt < (until.get(activity.venue_id) ?? 0)) return [];
    until.set(activity.venue_id, endsAt);
    return [
      {
        id: activity.id,
        activity_id: activity.id,
        venue_id: activity.venue_id,
        is_single: true,
        item_count: 1,
        starts_at: new Date(startsAt),
        ends_at: new Date(endsAt),
        set_up_minutes: setUpMinutes,
        clear_away_minutes: clearAwayMinutes,
        status: activity.status === 'SUBMITTED' ? 'REQUESTED' : 'CONFIRMED',
        requested_at: new Date(anchor.getTime() - 10 * dayMs),
        version: 1,
      },
    ];
  });
  await insertRows(manager, 'booking', rows);
}

type Waiting = {
  readonly id: string;
  readonly organiser_id: string;
  readonly risk_tier: RiskTier;
  readonly rules_version: number;
  readonly starts_at: Date;
  readonly facts: RiskFacts;
};

/** Everything that waits was submitted two days ago; the first kinds of its evidence are given, the last is missing. */
async function loadApprovals(manager: EntityManager, anchor: Date): Promise<void> {
  const waiting: readonly Waiting[] = await manager.query(
    `select id, organiser_id, risk_tier, rules_version, starts_at, facts from activity where status = 'SUBMITTED' order by starts_at, id`,
  );
  const submittedAt = new Date(anchor.getTime() - 2 * dayMs);
  const isLate = ({ risk_tier: tier, rules_version: rulesVersion, starts_at: startsAt }: Waiting): boolean =>
    tier > 0 && submittedAt.getTime() > startsAt.getTime() - rulesOf({ rulesVersion }).noticeDays[tier] * dayMs;
  await insertRows(
    manager,
    'approval',
    waiting.map((activity) => ({
      activity_id: activity.id,
      rules_version: currentApprovalRules.version,
      round: 1,
      submitted_at: submittedAt,
      late_reason: isLate(activity) ? 'The room was free for us only since last week.' : null,
    })),
  );
  await insertRows(
    manager,
    'judgement',
    waiting.map((activity) => ({
      id: activity.id,
      activity_id: activity.id,
      round: 1,
      kind: 'SUBMITTED',
      note: isLate(activity) ? 'The room was free for us only since last week.' : null,
      member_id: activity.organiser_id,
      judged_at: submittedAt,
    })),
  );
  await insertRows(
    manager,
    'evidence',
    waiting.flatMap((activity) => evidenceRows(activity, submittedAt)),
  );
}

function evidenceRows(
  { id, organiser_id: authorId, risk_tier: riskTier, facts }: Waiting,
  givenAt: Date,
): readonly Row[] {
  const kinds = requiredEvidence({ riskTier, facts }, currentApprovalRules);
  return kinds.slice(0, -1).map((kind, index) => ({
    // One id an activity and kind: the activity's, with its last digit counted up.
    id: `${id.slice(0, -1)}${(Number.parseInt(id.slice(-1), 16) + index + 1).toString(16).slice(-1)}`,
    activity_id: id,
    kind,
    statement: 'Two stewards at each door, one first aider per hundred people, and the caretaker has our number.',
    status: index === 0 ? 'ACCEPTED' : 'GIVEN',
    author_id: authorId,
    given_at: givenAt,
    version: 1,
  }));
}

/** What was learned is counted from the door; two sentences stand for what people write. */
async function loadLessons(manager: EntityManager): Promise<void> {
  await manager.query(
    `insert into lesson (activity_id, group_id, went_well, to_change, came, missed, written_at)
     select a.id, a.group_id, 'The welcome at the door, and that we began on time.', 'Ask for the room with an hour more to clear away.',
       count(r.id) filter (where r.status = 'ATTENDED')::int, count(r.id) filter (where r.status = 'NO_SHOW')::int, a.ends_at + interval '5 days'
     from activity a left join registration r on r.activity_id = a.id where a.status = 'REPORTED' group by a.id`,
  );
}
