import { actorKey, err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { advanceStage } from '../../case/stage.js';
import { dueFrom } from '../../deadline/due.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { canCourse } from '../course.js';
import { coursePolicy } from '../course.policy.js';

/** A completion-of-procedures letter. */
export type RecordCompletionLetter = { readonly caseId: CaseId; readonly issuedAt: Date };

/** Records the letter that ends the university's procedure: the external stage opens, with the time for going there. */
export function recordCompletionLetter(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, issuedAt }: RecordCompletionLetter,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, courses, deadlines, inbox }) => {
    const now = clock.now();
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!coursePolicy.can(viewer, 'RECORD_COMPLETION', item)) return err(notAllowed('RECORD_COMPLETION', 'Case'));
    if (!canCourse('RECORD_COMPLETION', item, { isReopeningAsked: false, hasOwedDate: false }))
      return err(illegalTransition('RECORD_COMPLETION', item.stage));
    const checked = new FieldChecks()
      .that(issuedAt <= now, 'issuedAt', 'OUT_OF_RANGE', 'The letter cannot be dated in the future.')
      .finish(item);
    if (!checked.ok) return checked;
    const advanced = advanceStage(item, 'EXTERNAL', now);
    if (!advanced.ok) return advanced;
    await courses.addCompletion(caseId, { issuedAt, by: vault.alias(actorKey(actor)), now });
    await courses.enter(item, 'EXTERNAL', now);
    const rule = await deadlines.ruleAt(now);
    const terms = { measure: 'MONTHS', amount: rule.externalMonths } as const;
    const dueAt = dueFrom(issuedAt, terms, rule.calendar);
    await deadlines.add([
      {
        id: ids.random(),
        caseId,
        kind: 'EXTERNAL',
        stage: 'EXTERNAL',
        startsAt: issuedAt,
        dueAt,
        metAt: undefined,
        ruleVersion: rule.version,
        terms,
      },
    ]);
    const saved = await cases.save({ ...advanced.value, outcome: undefined });
    await inbox.tellStudent({ ...saved, caseId }, { reason: 'CASE_STATUS', sourceId: `${caseId}/${saved.version}` });
    return ok(saved);
  });
}
