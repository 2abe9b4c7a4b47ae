import { err, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { collectivePolicy } from '../collective.policy.js';

/** Whether one's own case may be counted together with others. */
export type ConsentToCount = { readonly caseId: CaseId; readonly consents: boolean };

/** Lets one's own case be counted with others of its cause, or takes that back; only a number ever leaves the case. */
export function consentToCount(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { caseId, consents }: ConsentToCount,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, collectives }) => {
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!collectivePolicy.canConsent(viewer, item)) return err(notAllowed('CONSENT_TO_COUNT', 'Case'));
    const [cause] = await collectives.listCauses([caseId]);
    if (cause === undefined) return err(illegalTransition('CONSENT_TO_COUNT', item.status));
    await collectives.saveConsent(cause, consents ? clock.now() : undefined);
    return ok(item);
  });
}
