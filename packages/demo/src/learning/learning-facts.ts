import type { Id } from '@guildhall/kernel';
import type { ActivityKind, DemoActivity } from '../activities/activity.js';
import type { DemoRegistration } from '../activities/registrations.js';
import type { DemoMandate } from '../groups/mandates.js';
import { after, dayMs, later } from '../season.js';
import type { DemoStep } from './learning-paths.js';

/** Something that happened and passes a step: when it counted from, and the id of the registration or mandate that shows it. */
export type LearningFact = { readonly at: Date; readonly evidence: string };

/** What the other services know of members and learning needs: who attended what, who held an office. */
export type LearningFacts = {
  /** The first fact after enrolment that passes this step for this member, or nothing. */
  readonly factFor: (memberId: Id<'Member'>, step: DemoStep, enrolledAt: Date) => LearningFact | undefined;
  /** Everybody for whom such a fact exists, with its time. */
  readonly peopleWith: (step: DemoStep) => readonly { readonly memberId: Id<'Member'>; readonly at: Date }[];
};

type DatedFact = LearningFact & { readonly memberId: Id<'Member'>; readonly from?: Date; readonly to?: Date };

/** What facts are read from. */
export type FactSources = {
  readonly anchor: Date;
  readonly activities: readonly DemoActivity[];
  readonly registrations: readonly DemoRegistration[];
  readonly mandates: readonly DemoMandate[];
};

/** Gathers the facts once; each look-up is then by member. */
export function learningFacts(sources: FactSources): LearningFacts {
  const attended = attendancesByKind(sources);
  const held = sources.mandates.map(({ id, memberId, from, to }) => ({ memberId, at: from, evidence: id, from, to }));
  const factsOf = (step: DemoStep): readonly DatedFact[] =>
    step.kind === 'HOLD_MANDATE' ? held : (step.activityKind && attended.get(step.activityKind)) || [];
  const byMember = new Map<readonly DatedFact[], ReadonlyMap<Id<'Member'>, readonly DatedFact[]>>();
  return {
    peopleWith: factsOf,
    factFor: (memberId, step, enrolledAt) => {
      const facts = factsOf(step);
      const index = byMember.get(facts) ?? Map.groupBy(facts, (fact) => fact.memberId);
      byMember.set(facts, index);
      return (index.get(memberId) ?? [])
        .map((fact) => countsFrom(fact, step, enrolledAt))
        .find((fact) => fact.at >= enrolledAt && fact.at < sources.anchor);
    },
  };
}

/** An office counts once it has been held long enough and still is; attendance counts from the end of the activity. */
function countsFrom(fact: DatedFact, step: DemoStep, enrolledAt: Date): LearningFact {
  if (!fact.from || !fact.to) return fact;
  const at = later(after(fact.from, (step.daysRequired ?? 0) * dayMs), enrolledAt);
  return at < fact.to ? { at, evidence: fact.evidence } : { at: after(enrolledAt, -1), evidence: fact.evidence };
}

function attendancesByKind({
  activities,
  registrations,
}: FactSources): ReadonlyMap<ActivityKind, readonly DatedFact[]> {
  const byId = new Map(activities.map((activity) => [activity.id, activity]));
  const facts = registrations.flatMap((registration) => {
    const activity = registration.status === 'ATTENDED' ? byId.get(registration.activityId) : undefined;
    return activity
      ? [{ kind: activity.kind, memberId: registration.memberId, at: activity.endsAt, evidence: registration.id }]
      : [];
  });
  facts.sort((one, other) => one.at.getTime() - other.at.getTime());
  return Map.groupBy(facts, ({ kind }) => kind);
}
