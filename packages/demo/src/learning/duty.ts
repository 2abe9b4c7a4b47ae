import type { Id } from '@guildhall/kernel';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { after, dayMs } from '../season.js';

/** That somebody holds the training that a path gives, as learning told the other services. */
export type DemoTraining = {
  readonly id: Id<'Enrolment'>;
  readonly memberId: Id<'Member'>;
  readonly pathId: Id<'LearningPath'>;
  readonly heldAt: Date;
};

/** What the union asks of every office of a kind. */
export type DemoTrainingRule = {
  readonly kind: 'TREASURER';
  readonly version: number;
  readonly pathId: Id<'LearningPath'>;
  readonly madeBy: Id<'Member'>;
  readonly madeAt: Date;
};

/** What offices ask for and who holds which training. */
export type DemoDuty = {
  readonly rules: readonly DemoTrainingRule[];
  readonly trainings: readonly DemoTraining[];
};

/**
 * Uma decided two weeks ago that treasurers learn the money rules first. Whoever was chosen before holds the office all
 * the same. Trainings are the completed paths of the union.
 */
export function planDemoDuty(
  { enrolments, learningPaths }: DemoUnion,
  { anchor }: { readonly anchor: Date },
): DemoDuty {
  const pathOf = new Map(learningPaths.flatMap(({ id, versions }) => versions.map((version) => [version.id, id])));
  return {
    rules: [
      {
        kind: 'TREASURER',
        version: 1,
        pathId: fixedId<'LearningPath'>('path/new-committee'),
        madeBy: demoMembers.uma.memberId,
        madeAt: after(anchor, -14 * dayMs),
      },
    ],
    trainings: enrolments.flatMap(({ id, memberId, pathVersionId, status, completedAt }) => {
      const pathId = pathOf.get(pathVersionId);
      return status === 'COMPLETED' && completedAt !== undefined && pathId !== undefined
        ? [{ id, memberId, pathId, heldAt: completedAt }]
        : [];
    }),
  };
}
