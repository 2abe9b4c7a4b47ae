import { constituencyId, type DemoActivity, type DemoRegistration, type DemoUnion } from '@guildhall/demo';
import { currentRules, type RiskTier } from '../src/activity/activity-rules.js';
import type { ActivityStatus } from '../src/activity/activity.js';
import { completeFacts, riskTierOf, type RiskFacts } from '../src/activity/risk.js';
import type { Row } from '@guildhall/subgraph';

const dayMs = 86_400_000;

const reasons: Readonly<Partial<Record<ActivityStatus, string>>> = {
  CHANGES_REQUESTED: 'Please say who is in charge of first aid.',
  DECLINED: 'The hall is closed for repairs on that day.',
  CANCELLED: 'Called off by the organisers.',
};

/** Expected attendance where there is no capacity, by tier. */
const attendeesOfTier = [25, 60, 120, 300] as const;

/** A demo activity as a row. Its tier is computed from facts like any other. */
export function activityRow(activity: DemoActivity, anchor: Date): Row {
  const facts = factsOf(activity);
  const wasPublic =
    ['PUBLISHED', 'COMPLETED', 'REPORTED'].includes(activity.status) ||
    (activity.status === 'CANCELLED' && activity.registrationOpensAt < anchor);
  const opened = Math.min(activity.registrationOpensAt.getTime(), anchor.getTime());
  return {
    id: activity.id,
    group_id: activity.groupId,
    organiser_id: activity.organiserId,
    title: activity.title,
    summary: activity.summary,
    kind: activity.kind,
    status: activity.status,
    status_reason: reasons[activity.status] ?? null,
    place: activity.place,
    starts_at: activity.startsAt,
    ends_at: activity.endsAt,
    registration_opens_at: activity.registrationOpensAt,
    registration_closes_at: activity.registrationClosesAt,
    capacity: activity.capacity ?? null,
    facts,
    risk_tier: riskTierOf(facts, activity.capacity, currentRules),
    rules_version: currentRules.version,
    published_at: wasPublic ? new Date(opened - 3 * dayMs) : null,
    report: activity.status === 'REPORTED' ? 'Everything went as planned; the room was left as we found it.' : null,
    version: 1,
  };
}

/** Facts that ask for at least the tier the demo union planned. */
function factsOf({ capacity, riskTier }: DemoActivity): RiskFacts {
  const expectedAttendees = capacity ?? attendeesOfTier[Math.min(riskTier, 3)] ?? 25;
  const bySize: RiskTier = riskTierOf(completeFacts({ expectedAttendees }), capacity, currentRules);
  const isRaised = riskTier > bySize;
  return completeFacts({
    expectedAttendees,
    offCampus: isRaised && riskTier === 1,
    externalSpeaker: isRaised && riskTier === 2,
    overnight: isRaised && riskTier === 3,
  });
}

/** A demo registration as a row. */
export function registrationRow({ id, activityId, memberId, status, queuedAt, checkedInAt }: DemoRegistration): Row {
  const statusReason = status === 'REMOVED' ? 'Asked to leave by the organisers.' : null;
  return {
    id,
    activity_id: activityId,
    member_id: memberId,
    status,
    status_reason: statusReason,
    queued_at: queuedAt,
    checked_in_at: checkedInAt ?? null,
    version: 1,
  };
}

/** The mandates of the demo union as this service projects them: what each is for, and until when it holds. */
export function mandateRows({ mandates, positions }: DemoUnion): readonly Row[] {
  const byId = new Map(positions.map((position) => [position.id, position]));
  return mandates.flatMap(({ id, positionId, memberId, from, to, endedAt }) => {
    const position = byId.get(positionId);
    if (position === undefined) return [];
    return [
      {
        mandate_id: id,
        member_id: memberId,
        group_id: position.groupId ?? null,
        kind: position.kind,
        constituency_id: position.constituency === undefined ? null : constituencyId(position.constituency),
        starts_at: from,
        ends_at: endedAt ?? to,
      },
    ];
  });
}
