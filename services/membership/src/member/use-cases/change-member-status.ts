import { ok, type IllegalTransitionError, type Result } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { changeStatus, type Member, type MemberAction } from '../member.js';

/** A step along machine A, with what is kept while the new status lasts. */
export type StatusStep = {
  readonly action: MemberAction;
  readonly now: Date;
  readonly reason?: string;
  readonly until?: Date;
};

/**
 * Moves a member along machine A inside the caller's transaction, tells the other services, and sets the clock of a
 * status that ends by itself: grace becomes alumni, a suspension becomes active again.
 */
export async function changeMemberStatus(
  { members, membershipAppeals, notifications, outbox, jobs }: Unit<Repositories>,
  member: Member,
  { action, ...step }: StatusStep,
): Promise<Result<Member, IllegalTransitionError>> {
  const changed = changeStatus(member, action, step);
  if (!changed.ok) return changed;
  const saved = await members.save(changed.value);
  if (member.status === 'SUSPENDED') await membershipAppeals.end(member.id, step.now);
  await outbox.append('MemberStatusChanged', saved.id, { memberId: saved.id, status: saved.status });
  if (isToldOf(action, member))
    await notifications.tell({
      to: saved.id,
      reason: 'MEMBERSHIP_STATUS',
      subject: { kind: 'MEMBERSHIP', id: saved.id },
    });
  const key = `member-status:${saved.id}`;
  const task = saved.status === 'LAPSED' ? 'graduate-member' : 'reinstate-member';
  if (saved.statusUntil === undefined) await jobs.cancel(key);
  else await jobs.enqueue(task, { memberId: saved.id }, { runAt: saved.statusUntil, key });
  return ok(saved);
}

/** What somebody else decided about a membership; a suspension is told with its appeal, and nobody is told of their own act. */
function isToldOf(action: MemberAction, { status }: Member): boolean {
  return action === 'VERIFY' || action === 'REJECT' || (action === 'REINSTATE' && status === 'SUSPENDED');
}
