import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canCourse, type NewFact } from '../course.js';
import { coursePolicy } from '../course.policy.js';
import { coursePlaces } from '../place.js';

/** Why a closed case should be taken up again. */
export type AskReopening = KeyedInput & {
  readonly caseId: CaseId;
  readonly fact: NewFact;
  readonly statement: string;
};

/** Asks to take one's own closed case up again on a new fact; one wish at a time, and never for an erased case. */
export function askReopening({ idempotentTransaction, clock, ids, vault }: Deps, actor: Actor, input: AskReopening) {
  const viewer = viewerOf(actor, vault);
  const { caseId, fact, statement } = input;
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'askReopening', input),
    ({ cases }, id) => cases.findVisible(viewer, toId(id)),
    async ({ cases, courses, deadlines, inbox, sealedTexts }) => {
      const now = clock.now();
      const item = await cases.findVisible(viewer, caseId);
      if (item === null) return err(notFound('Case'));
      if (!coursePolicy.can(viewer, 'ASK_REOPENING', item)) return err(notAllowed('ASK_REOPENING', 'Case'));
      const isReopeningAsked = (await courses.listReopenings([caseId])).some(({ decision }) => decision === undefined);
      if (!canCourse('ASK_REOPENING', item, { isReopeningAsked, hasOwedDate: false }))
        return err(illegalTransition('ASK_REOPENING', item.status));
      const said = new FieldChecks().text('statement', statement, { min: 20, max: 5000 }).finish(statement.trim());
      if (!said.ok) return said;
      const id = ids.random<'ReopeningRequest'>();
      await courses.addReopening({ id, caseId, fact, askedAt: now, decision: undefined, decidedAt: undefined });
      await sealedTexts.write({ caseId, place: coursePlaces.newFact(id), layer: 'CASE' }, said.value);
      // The version moves, so that of two wishes at once one is a conflict.
      const saved = await cases.save(item);
      await inbox.tellWorker({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: id });
      for (const { subject, memberId } of await deadlines.listManagers(now)) {
        if (memberId !== undefined && vault.pseudonym(memberId) === item.student) continue;
        await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'CASE_STATUS', caseId, sourceId: id });
      }
      return ok(saved);
    },
  );
}
