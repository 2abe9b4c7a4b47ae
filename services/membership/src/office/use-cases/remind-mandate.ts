import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endOf, type MandateId } from '../../group/mandate.js';

/** Tells a holder, as the platform, that their mandate ends in two weeks. One that is over is left alone. */
export function remindMandate(
  { transaction, clock }: Deps,
  { mandateId, at }: { readonly mandateId: MandateId; readonly at: Date },
) {
  const actor = systemActor('remind-mandate');
  return transaction(async ({ mandates, notifications }) => {
    const now = clock.now();
    const mandate = await mandates.findMandate(actor, mandateId);
    if (mandate === null) return err(notFound('Mandate'));
    // The queue's clock may run ahead of ours; the job then tries again.
    if (now < at) return err(illegalTransition('REMIND', 'EARLY'));
    if (endOf(mandate) <= now) return ok(mandate);
    const position = await mandates.findPosition(actor, mandate.positionId);
    await notifications.tell({
      to: mandate.memberId,
      reason: 'MANDATE_ENDING',
      sourceId: mandate.id,
      subject: { kind: 'MANDATE', id: mandate.id },
      groupId: position?.groupId,
    });
    return ok(mandate);
  });
}
