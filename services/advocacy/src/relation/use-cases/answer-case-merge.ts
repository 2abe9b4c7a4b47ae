import { conflict, err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { caseLifecycle, changeCaseStatus, type Case } from '../../case/case.js';
import { endWait } from '../../deadline/use-cases/end-wait.js';
import type { Deps, Repositories } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { handOverMerged } from './hand-over-merged.js';
import { mergeLifecycle, type MergeId } from '../relation.js';
import { mergePolicy } from '../relation.policy.js';

/** What a student answers to a merge. */
export type AnswerCaseMerge = { readonly mergeId: MergeId; readonly agrees: boolean };

/** Answers, as the student, whether one case goes on in the other. With a yes it closes, points to the other, and what the procedure demands of it is owed there. */
export function answerCaseMerge(deps: Deps, actor: Actor, { mergeId, agrees }: AnswerCaseMerge) {
  const { transaction, clock, vault } = deps;
  const viewer = viewerOf(actor, vault);
  return transaction(async (unit) => {
    const now = clock.now();
    await unit.walls.lock();
    const merge = await unit.relations.findVisible(viewer, mergeId);
    if (merge === null) return err(notFound('Case merge'));
    const action = agrees ? 'AGREE' : 'REFUSE';
    if (!mergePolicy.can(viewer, action, merge)) return err(notAllowed(action, 'Case merge'));
    const answered = mergeLifecycle.next(action, merge, now);
    if (!answered.ok) return answered;
    const from = await unit.cases.findVisible(viewer, merge.fromId);
    const into = await unit.cases.findVisible(viewer, merge.intoId);
    if (from === null || into === null) return err(notFound('Case merge'));
    if (!(await unit.relations.answer(merge.id, answered.value, now)))
      return err(conflict('This was answered already.'));
    if (!agrees) return ok(from);
    if (!caseLifecycle.can('LINK', into, now)) return err(illegalTransition('MERGE', into.status));
    return merged(unit, deps, { from, into, now });
  });
}

async function merged(
  unit: Unit<Repositories>,
  deps: Deps,
  { from, into, now }: { readonly from: Case; readonly into: Case; readonly now: Date },
) {
  const closed = changeCaseStatus(from, 'MERGE', now);
  if (!closed.ok) return closed;
  const saved = await unit.cases.save({ ...closed.value, outcome: 'MERGED', mergedIntoId: into.id });
  await endWait(unit, from.id, now);
  await unit.relations.moveDeadlines(from.id, into.id);
  await handOverMerged(unit, deps, { item: into, now });
  await unit.inbox.tellWorker({ ...into, caseId: into.id }, { reason: 'CASE_STATUS', sourceId: `${from.id}/merged` });
  return ok(saved);
}
