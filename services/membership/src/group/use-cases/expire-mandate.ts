import { err, illegalTransition, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { watchHandover } from '../../handover/use-cases/watch-handover.js';
import { dormancyCheck } from '../group.js';
import { endOf, type Mandate, type MandateId } from '../mandate.js';

/**
 * Records, as the platform, that a mandate ended at its stated instant, whatever the delay of the job. A mandate that
 * ended early is left alone.
 */
export function expireMandate({ transaction, clock }: Deps, { mandateId }: { readonly mandateId: MandateId }) {
  const actor = systemActor('expire-mandate');
  return transaction(async (unit) => {
    const { groups, mandates, notifications, outbox, jobs } = unit;
    const mandate = await mandates.findMandate(actor, mandateId);
    if (mandate === null) return err(notFound('Mandate'));
    if (mandate.endedAt !== undefined) return ok(mandate);
    // The queue's clock may run ahead of ours; the job then tries again.
    if (mandate.endsAt > clock.now()) return err(illegalTransition('EXPIRE', 'IN_FORCE'));
    const ended: Mandate = await mandates.saveMandate({ ...mandate, endedAt: mandate.endsAt });
    await outbox.append('MandateEnded', ended.id, { mandateId: ended.id, endedAt: endOf(ended).toISOString() });
    const position = await mandates.findPosition(actor, mandate.positionId);
    await notifications.tell({
      to: mandate.memberId,
      reason: 'MANDATE_ENDED',
      sourceId: mandate.id,
      subject: { kind: 'MANDATE', id: mandate.id },
      groupId: position?.groupId,
    });
    const group = position?.groupId === undefined ? null : await groups.findVisible(actor, position.groupId);
    if (group !== null) {
      await jobs.enqueue('check-dormancy', { groupId: group.id }, dormancyCheck(group.id, mandate.endsAt));
      await watchHandover(unit, group, clock.now());
    }
    return ok(ended);
  });
}
