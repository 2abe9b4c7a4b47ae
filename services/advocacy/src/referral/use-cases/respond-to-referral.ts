import { err, FieldChecks, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import { settleCase } from './settle-case.js';
import { statusOf } from '../../department/department.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { referralPlaces } from '../place.js';
import { checkAnswer, respond, type ReferralAnswer, type ReferralId } from '../referral.js';
import { referralPolicy } from '../referral.policy.js';
import { followRedirect } from './follow-redirect.js';

/** What a department answers to which referral. */
export type RespondToReferral = KeyedInput & ReferralAnswer & { readonly referralId: ReferralId };

/** Publishes the department's answer to the student; sending a matter on names the department that can help. */
export function respondToReferral(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  input: RespondToReferral,
) {
  const viewer = viewerOf(actor, vault);
  const { referralId } = input;
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'respondToReferral', input),
    async ({ referrals }, id) => {
      const file = await referrals.findVisible(viewer, toId(id));
      return file === null ? null : { ...file, id: file.referral.id };
    },
    async (unit) => {
      const now = clock.now();
      const file = await unit.referrals.findVisible(viewer, referralId);
      if (file === null) return err(notFound('Referral'));
      if (!referralPolicy.can(viewer, 'RESPOND', file)) return err(notAllowed('RESPOND', 'Referral'));
      const responded = respond(file, input, now);
      if (!responded.ok) return responded;
      const answer = checkAnswer(input, file.referral);
      if (!answer.ok) return answer;
      const targets =
        input.redirectToId === undefined ? undefined : await unit.departments.listByIds([input.redirectToId]);
      const named = new FieldChecks()
        .that(
          targets === undefined || targets.some((target) => statusOf(target) === 'ACTIVE'),
          'redirectToId',
          'UNKNOWN',
          'There is no such department that takes new referrals.',
        )
        .finish(undefined);
      if (!named.ok) return named;
      const place = referralPlaces.response(referralId);
      await unit.sealedTexts.write(
        { caseId: file.referral.caseId, place, layer: 'RELEASED', referralId },
        answer.value.text,
      );
      const referral = await unit.referrals.save(responded.value.referral);
      await unit.deadlines.meet(referral.caseId, 'REFERRAL', now, referral.id);
      const sides = { ...file.sides, caseId: referral.caseId };
      const told = { reason: 'REFERRAL_ANSWERED', sourceId: `${referralId}/${referral.version}`, referralId } as const;
      await unit.inbox.tellStudent(sides, told);
      await unit.inbox.tellWorker(sides, told);
      await settleCase(unit, referral.caseId, now);
      const answered = { ...file, referral };
      if (input.redirectToId !== undefined)
        await followRedirect(unit, ids, { viewer, file: answered, targetId: input.redirectToId, now });
      return ok({ ...answered, id: referral.id });
    },
  );
}
