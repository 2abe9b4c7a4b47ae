import { conflict, err, ok, systemActor, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { settleMember } from '../../record/use-cases/settle-member.js';

const actor = systemActor('reach-step');

/**
 * Settles, as the platform, what a member learns at the instant at which time alone passes one of their steps. The queue's
 * clock may run ahead of ours; the job then tries again.
 */
export function reachStep(
  { transaction, clock }: Pick<Deps, 'transaction' | 'clock'>,
  { memberId, at }: { readonly memberId: Id<'Member'>; readonly at: Date },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    if (now < at) return err(conflict('It is not time yet.'));
    // Whoever left every path has nothing to settle.
    if ((await unit.enrolments.listLiving(actor, memberId)).length > 0) await settleMember(unit, memberId, now);
    return ok({ id: memberId });
  });
}
