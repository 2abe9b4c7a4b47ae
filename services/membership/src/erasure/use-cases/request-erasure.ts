import { err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { scheduleErasure } from '../erasure.js';
import { erasurePolicy } from '../erasure.policy.js';
import { erasureJob } from './erasure-job.js';

/** What somebody types who means it, and the version of the retention table they were shown. */
export type ErasureRequest = { readonly confirmation: string; readonly rulesVersion: number };

/** Schedules the erasure of the actor, who has typed their own name, unless something stands in its way. */
export function requestErasure(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { confirmation, rulesVersion }: ErasureRequest,
) {
  return transaction(async ({ members, erasures, jobs, notifications }) => {
    const now = clock.now();
    const own = erasurePolicy.subjectOf(actor) === undefined ? null : await members.findOwn(actor);
    if (own === null) return err(notAllowed('ERASE', 'Member'));
    const { member } = own;
    const obstacles = await erasures.listObstacles(member, now);
    const made = { id: ids.random<'Erasure'>(), rulesVersion, now };
    const scheduled = scheduleErasure(member, { confirmation, obstacles }, made);
    if (!scheduled.ok) return scheduled;
    const erasure = await erasures.add(scheduled.value);
    await jobs.enqueue(...erasureJob(erasure));
    const subject = { kind: 'MEMBERSHIP', id: member.id } as const;
    await notifications.tell({ to: member.id, reason: 'ERASURE_SCHEDULED', sourceId: erasure.id, subject });
    return ok(erasure);
  });
}
