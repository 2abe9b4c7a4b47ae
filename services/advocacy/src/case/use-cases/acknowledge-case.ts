import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { changeCaseStatus, type CaseId } from '../case.js';
import { casePolicy } from '../case.policy.js';

/** Gives the student the receipt and checks by blind index whether anybody named stands on the other side of another case. */
export function acknowledgeCase(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId }: { readonly caseId: CaseId },
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines, inbox }) => {
    const now = clock.now();
    const item = await cases.findQueued(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!casePolicy.can(viewer, 'ACKNOWLEDGE', item)) return err(notAllowed('ACKNOWLEDGE', 'Case'));
    const checked = changeCaseStatus(
      item,
      'ACKNOWLEDGE',
      now,
      (await cases.hasOtherSide(item.id)) ? 'CONFLICT' : 'CONFLICT_CHECK',
    );
    if (!checked.ok) return checked;
    await deadlines.meet(item.id, 'ACKNOWLEDGE', now);
    await inbox.tellStudent({ ...item, caseId }, { reason: 'RECEIPT', sourceId: caseId });
    return ok(await cases.save(checked.value));
  });
}
