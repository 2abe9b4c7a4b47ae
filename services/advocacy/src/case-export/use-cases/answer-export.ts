import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import { exportLifecycle } from '../case-export.js';
import { exportPolicy } from '../case-export.policy.js';

/** Whether the student lets exactly the bundle with this digest leave the case. */
export type AnswerExport = { readonly exportId: Id<'CaseExport'>; readonly consents: boolean; readonly digest: string };

/** Takes the student's consent to exactly one bundle, or their refusal, which also takes an earlier consent back and destroys the bundle. */
export function answerExport(
  { transaction, clock, vault }: Deps,
  actor: Actor,
  { exportId, consents, digest }: AnswerExport,
) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, exports, inbox }) => {
    const now = clock.now();
    const found = await exports.findVisible(viewer, exportId);
    const item = found === null ? null : await cases.findVisible(viewer, found.caseId);
    if (found === null || item === null) return err(notFound('CaseExport'));
    const action = consents ? 'CONSENT' : 'REFUSE';
    if (!exportPolicy.can(viewer, action, item)) return err(notAllowed(action, 'CaseExport'));
    if (!exportLifecycle.can(action, found, now)) return err(illegalTransition(action, found.status));
    const checked = new FieldChecks()
      .that(digest === found.digest, 'digest', 'CONTRADICTION', 'This is not the bundle that was shown. Read it again.')
      .finish(found);
    if (!checked.ok) return checked;
    const answered = consents
      ? await exports.save({ ...found, status: 'CONSENTED', answeredAt: now, consentedDigest: digest })
      : await exports.save({ ...found, status: 'REFUSED', answeredAt: now });
    if (!consents) await exports.destroyWords(found);
    await inbox.tellWorker(
      { ...item, caseId: item.id },
      { reason: 'CASE_STATUS', sourceId: `${found.id}/${answered.version}` },
    );
    return ok(answered);
  });
}
