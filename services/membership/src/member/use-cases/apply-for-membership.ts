import { conflict, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { applyAgain, checkApplication, hasMoved, newMember, type Application } from '../application.js';
import { memberPolicy } from '../member.policy.js';

/** Asks, for the signed-in person, to become a member. Somebody who was turned down or has left for good may ask again. */
export function applyForMembership({ transaction, clock, ids }: Deps, actor: Actor, input: Application) {
  return transaction(async ({ members, outbox }) => {
    const now = clock.now();
    if (actor.kind !== 'person' || !memberPolicy.canApply(actor)) return err(notAllowed('APPLY', 'Member'));
    const own = await members.findOwn(actor);
    const application = checkApplication(input);
    if (!application.ok) return application;
    if (own !== null) {
      const again = applyAgain(own.member, application.value, now);
      if (!again.ok) return again;
      const saved = await members.save(again.value);
      await outbox.append('MemberStatusChanged', saved.id, { memberId: saved.id, status: saved.status });
      const studies = await members.listConstituencies([saved.id]);
      if (hasMoved(own.member, saved))
        await outbox.append('MemberStudiesChanged', saved.id, {
          memberId: saved.id,
          constituencies: [...(studies.get(saved.id) ?? [])],
        });
      return ok(saved);
    }
    const member = newMember(application.value, { id: ids.ordered(), subject: actor.subject, status: 'APPLIED', now });
    if (!(await members.addUnlessKnown(member))) return err(conflict());
    const studies = await members.listConstituencies([member.id]);
    await outbox.append('MemberRegistered', member.id, {
      memberId: member.id,
      subject: member.subject,
      status: member.status,
      constituencies: [...(studies.get(member.id) ?? [])],
    });
    return ok(member);
  });
}
