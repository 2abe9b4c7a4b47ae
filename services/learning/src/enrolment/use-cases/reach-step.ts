import { conflict, err, ok, type Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { settleMember } from '../../record/use-cases/settle-member.js';

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
    await settleMember(unit, memberId, now);
    return ok({ id: memberId });
  });
}
