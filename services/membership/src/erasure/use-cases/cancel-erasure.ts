import { err, FieldChecks, illegalTransition, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { endErasure } from '../erasure.js';
import { erasurePolicy } from '../erasure.policy.js';
import { erasureJob } from './erasure-job.js';

/** Takes back the actor's own erasure before it is done. */
export function cancelErasure({ transaction, clock }: Deps, actor: Actor, { confirm }: { readonly confirm: boolean }) {
  return transaction(async ({ erasures, jobs }) => {
    if (erasurePolicy.subjectOf(actor) === undefined) return err(notAllowed('CANCEL', 'Erasure'));
    const erasure = await erasures.findOwn(actor);
    if (erasure === null) return err(illegalTransition('CANCEL', 'NONE'));
    const confirmed = new FieldChecks()
      .that(confirm, 'confirm', 'REQUIRED', 'Confirm that nothing is to be erased.')
      .finish(erasure);
    if (!confirmed.ok) return confirmed;
    const cancelled = endErasure(erasure, 'CANCEL', clock.now());
    if (!cancelled.ok) return cancelled;
    const saved = await erasures.save(cancelled.value);
    await jobs.cancel(erasureJob(saved)[2].key);
    return ok(saved);
  });
}
