import { constituencyId, type DemoUnion } from '@guildhall/demo';
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
  readonly memberId: Id<'Member'>;
  readonly at: Date;
  readonly until?: Date;
  readonly minutes?: number;
  readonly detail: EvidenceDetail;
};

/** A planned fact takes place 0: the first event about its thing comes after it, whatever its number. */
function planned(source: Source, { memberId, at, until, minutes, detail }: Said): RecordFact {
  return { ...source, sequence: 0, says: 'STANDS', memberIds: [memberId], at, until, minutes, detail };
}

const source = (kind: EvidenceKind, aggregate: string, aggregateId: string): Source => ({
  source: kind === 'MANDATE' ? 'membership' : 'activities',
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
    return [planned(source('ATTENDANCE', 'Registration', id), { memberId, at: activity.endsAt, detail })];
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
    return [planned(source('MANDATE', 'Mandate', id), { memberId, at: from, until: endedAt ?? to, detail })];
  });
}

/** What the facts come to; each is the only one about its thing. */
export function evidenceOf(facts: readonly RecordFact[]): readonly Evidence[] {
  return facts.flatMap((fact) => foldFacts([fact]));
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
