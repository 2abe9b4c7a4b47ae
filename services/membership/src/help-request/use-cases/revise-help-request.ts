import { ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { refuseAssessedWork } from '../assessed-work.js';
import { checkAsk } from '../help-ask.js';
import { step, type HelpRequestId } from '../help-request.js';
import type { AskInput } from './draft-help-request.js';
import { openRequest } from './open-request.js';

/** Changes a draft. What is posted stays as others read it. */
export async function reviseHelpRequest(
  { transaction, clock }: Deps,
  actor: Actor,
  { requestId, isOwnWork, ...ask }: AskInput & { readonly requestId: HelpRequestId },
) {
  const refused = refuseAssessedWork([ask.title, ask.words], isOwnWork);
  if (!refused.ok) return refused;
  return transaction(async (unit) => {
    const now = clock.now();
    const opened = await openRequest(unit, actor, { requestId, action: 'REVISE', now });
    if (!opened.ok) return opened;
    const revised = step(opened.value, 'REVISE', now);
    if (!revised.ok) return revised;
    const checked = checkAsk(ask, now);
    if (!checked.ok) return checked;
    return ok(await unit.helpRequests.save({ ...revised.value, ...checked.value }));
  });
}
