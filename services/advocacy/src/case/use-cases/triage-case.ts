import { err, FieldChecks, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, type CaseId, type CaseMatter, type CaseUrgency } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** What the advice manager decides about a new case; the deadline is that of the university's procedure. */
export type TriageCase = {
  readonly caseId: CaseId;
  readonly matter: CaseMatter;
  readonly urgency: CaseUrgency;
  readonly procedureDeadline: Date | undefined;
};

/** Sorts a case by matter, urgency and the university's deadline; a conflict stays one until somebody behind the wall takes it. */
export function triageCase(
  { transaction, clock, ids, vault }: Deps,
  actor: Actor,
  { caseId, matter, urgency, procedureDeadline }: TriageCase,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines }) => {
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'TRIAGE', item)) return err(notAllowed('TRIAGE', 'Case'));
    const triaged = changeCaseStatus(item, 'TRIAGE', now, item.status === 'CONFLICT' ? 'CONFLICT' : 'TRIAGED');
    if (!triaged.ok) return triaged;
    const isAhead = procedureDeadline === undefined || procedureDeadline > now;
    const checked = new FieldChecks()
      .that(isAhead, 'procedureDeadline', 'OUT_OF_RANGE', 'This deadline is over already.')
      .finish(triaged.value);
    if (!checked.ok) return checked;
    if (procedureDeadline !== undefined) {
      await deadlines.add([
        {
          id: ids.random(),
          caseId,
          kind: 'PROCEDURE',
          startsAt: now,
          dueAt: procedureDeadline,
          metAt: undefined,
          ruleVersion: undefined,
        },
      ]);
    }
    return ok(await cases.save({ ...checked.value, matter, urgency, triagedAt: now }));
  });
}
