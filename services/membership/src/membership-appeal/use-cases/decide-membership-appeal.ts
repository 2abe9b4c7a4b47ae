import { actorKey, err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { changeMemberStatus } from '../../member/use-cases/change-member-status.js';
import {
  actionOf,
  decideAppeal,
  type MembershipAppealDecision,
  type MembershipAppealId,
} from '../membership-appeal.js';
import { membershipAppealPolicy } from '../membership-appeal.policy.js';

/** How which appeal is decided, and why. */
export type AppealDecision = {
  readonly membershipAppealId: MembershipAppealId;
  readonly decision: MembershipAppealDecision;
  readonly reasons: string;
};

/** Decides an appeal, as somebody who did not suspend. Lifting gives the member their rights back in the same transaction. */
export function decideMembershipAppeal({ transaction, clock }: Deps, actor: Actor, input: AppealDecision) {
  return transaction(async (unit) => {
    const now = clock.now();
    const judged = await unit.membershipAppeals.findVisible(actor, input.membershipAppealId);
    if (judged === null) return err(notFound('MembershipAppeal'));
    if (!membershipAppealPolicy.can(actor, actionOf(input.decision), judged))
      return err(notAllowed(actionOf(input.decision), 'MembershipAppeal'));
    const decided = decideAppeal(judged.appeal, input, { by: actorKey(actor), now });
    if (!decided.ok) return decided;
    const appeal = await unit.membershipAppeals.decide(decided.value);
    const { id, memberId } = appeal;
    if (appeal.status === 'LIFTED') {
      const member = await unit.members.findVisible(actor, memberId);
      if (member === null) return err(notFound('Member'));
      const lifted = await changeMemberStatus(unit, member, { action: 'REINSTATE', now });
      if (!lifted.ok) return lifted;
    }
    const subject = { kind: 'MEMBERSHIP', id: memberId } as const;
    await unit.notifications.tell({ to: memberId, reason: 'APPEAL_DECIDED', sourceId: id, subject });
    return ok({ ...judged, appeal });
  });
}
