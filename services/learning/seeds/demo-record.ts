import { constituencyId, fixedId, type DemoClaim, type DemoUnion } from '@guildhall/demo';
import type { Id } from '@guildhall/kernel';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { Journey } from '../src/enrolment/enrolment.js';
import { stepPassed } from '../src/enrolment/progress-facts.js';
import { foldFacts, type Evidence } from '../src/record/evidence.js';
import type { EvidenceDetail, EvidenceKind, RecordFact } from '../src/record/record-fact.js';
import { writtenEvidence, writtenFact } from '../src/record/record-rows.js';

type Source = Pick<RecordFact, 'source' | 'aggregate' | 'aggregateId' | 'kind'>;
type Said = {
  readonly memberIds: readonly Id<'Member'>[];
  readonly at: Date;
  readonly until?: Date;
  readonly minutes?: number;
  readonly detail: EvidenceDetail;
};

/** A planned fact takes place 0: the first event about its thing comes after it, whatever its number. */
function planned(source: Source, { memberIds, at, until, minutes, detail }: Said): RecordFact {
  return { ...source, sequence: 0, says: 'STANDS', memberIds, at, until, minutes, detail };
}

const owners: Readonly<Partial<Record<EvidenceKind, RecordFact['source']>>> = {
  MANDATE: 'membership',
  DELIVERED_PROPOSAL: 'advocacy',
};

const source = (kind: EvidenceKind, aggregate: string, aggregateId: string): Source => ({
  source: owners[kind] ?? 'activities',
  aggregate,
  aggregateId,
  kind,
});

/** Every attendance of the demo union; it counts from the end of the activity. */
export function demoAttendances({ activities, registrations }: DemoUnion): readonly RecordFact[] {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  return registrations.flatMap(({ id, memberId, activityId, status }) => {
    const activity = status === 'ATTENDED' ? byId.get(activityId) : undefined;
    if (activity === undefined) return [];
    const detail = { activityId, activityKind: activity.kind };
    return [planned(source('ATTENDANCE', 'Registration', id), { memberIds: [memberId], at: activity.endsAt, detail })];
  });
}

/** Every mandate of the demo union, past, present and to come. */
export function demoMandates({ mandates, positions }: DemoUnion): readonly RecordFact[] {
  const byId = new Map(positions.map((position) => [position.id, position]));
  return mandates.flatMap(({ id, memberId, positionId, from, to, endedAt }) => {
    const position = byId.get(positionId);
    if (position === undefined) return [];
    const { groupId, kind, constituency } = position;
    const detail = {
      ...(groupId !== undefined && { groupId }),
      positionKind: kind,
      ...(constituency !== undefined && { constituencyId: constituencyId(constituency) }),
    };
    return [
      planned(source('MANDATE', 'Mandate', id), { memberIds: [memberId], at: from, until: endedAt ?? to, detail }),
    ];
  });
}

/** Who led the activities that are over; the place on the team is the one that activities loads. */
export function demoLeading({ activities }: DemoUnion): readonly RecordFact[] {
  return activities
    .filter(({ status }) => status === 'COMPLETED' || status === 'REPORTED')
    .map(({ id: activityId, organiserId, kind: activityKind, groupId, endsAt }) =>
      planned(source('LED_ACTIVITY', 'ActivityLead', fixedId(`team-place/${activityId}/${organiserId}`)), {
        memberIds: [organiserId],
        at: endsAt,
        detail: { activityId, activityKind, groupId },
      }),
    );
}

/** The hours that a host said are true, and those of which it took its word back. */
export function demoHours(claims: readonly DemoClaim[], anchor: Date): readonly RecordFact[] {
  return claims.flatMap(({ id, memberId, host, workedFrom, minutes, status }): readonly RecordFact[] => {
    if (status !== 'VERIFIED' && status !== 'VOIDED') return [];
    const of = source('VERIFIED_HOURS', 'VerifiedHours', id);
    const at = new Date(`${workedFrom.toISOString().slice(0, 10)}T12:00:00.000Z`);
    const detail = host.groupId === undefined ? {} : { groupId: host.groupId };
    const verified = planned(of, { memberIds: [memberId], at, minutes, detail });
    return status === 'VERIFIED' ? [verified] : [verified, { ...of, sequence: 1, says: 'TAKEN_BACK', at: anchor }];
  });
}

/** The proposals that were delivered without anybody saying otherwise, with their authors and seconders. */
export function demoProposalFacts({ proposals }: DemoUnion): readonly RecordFact[] {
  return proposals.flatMap(({ id: proposalId, authorId, seconders, status, steps }) => {
    const closed = steps.findLast((step) => step.status === 'CLOSED');
    if (status !== 'CLOSED' || closed === undefined) return [];
    const accepted = seconders.filter(({ hasAccepted }) => hasAccepted).map(({ memberId }) => memberId);
    const memberIds = [...new Set([authorId, ...accepted])];
    return [
      planned(source('DELIVERED_PROPOSAL', 'Proposal', proposalId), {
        memberIds,
        at: closed.at,
        detail: { proposalId },
      }),
    ];
  });
}

/** What the facts come to, thing by thing. */
export function evidenceOf(facts: readonly RecordFact[]): readonly Evidence[] {
  return [...Map.groupBy(facts, ({ aggregateId }) => aggregateId).values()].flatMap(foldFacts);
}

/** The steps the demo members passed. */
export function demoSteps(journeys: readonly Journey[]): readonly RecordFact[] {
  return journeys.flatMap(({ enrolment, steps }) =>
    steps.flatMap((progress) =>
      progress.passedAt === undefined ? [] : [{ ...stepPassed(enrolment, progress, progress.passedAt), sequence: 0 }],
    ),
  );
}

/** Loads facts and what they come to. */
export async function loadRecord(manager: EntityManager, facts: readonly RecordFact[], heardAt: Date): Promise<void> {
  await insertRows(
    manager,
    'record_fact',
    facts.map((fact) => ({ ...writtenFact(fact), heard_at: heardAt })),
  );
  await insertRows(manager, 'evidence', evidenceOf(facts).map(writtenEvidence));
}
