import { err, illegalTransition, isMember, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { groupPolicy } from '../group.policy.js';
import { endOf, type MandateId } from '../mandate.js';
import { endOffice } from './end-office.js';

/** Ends a mandate before its time; its rights are gone in every service as soon as the event arrives there. */
export function endMandate(
  { transaction, clock }: Deps,
  actor: Actor,
  { mandateId }: { readonly mandateId: MandateId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const mandate = await unit.mandates.findMandate(actor, mandateId);
    const position = mandate === null ? null : await unit.mandates.findPosition(actor, mandate.positionId);
    if (mandate === null || position === null) return err(notFound('Mandate'));
    if (!groupPolicy.canEndMandate(actor, position, mandate)) return err(notAllowed('END', 'Mandate'));
    if (endOf(mandate) <= now) return err(illegalTransition('END_MANDATE', 'ENDED'));
    const ended = await endOffice(unit, mandate, position.groupId, now);
    if (!isMember(actor, mandate.memberId))
      await unit.notifications.tell({
        to: mandate.memberId,
        reason: 'MANDATE_ENDED',
        sourceId: mandate.id,
        subject: { kind: 'MANDATE', id: mandate.id },
        groupId: position.groupId,
      });
    return ok(ended);
  });
}
