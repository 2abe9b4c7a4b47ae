import { err, FieldChecks, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import type { MemberId } from '../../member/member.js';
import { suggestionPolicy } from '../suggestion.policy.js';

/** Takes a member out of the viewer's suggestions for good. It says nothing to anybody. */
export function dismissMemberSuggestion(
  { transaction, clock }: Deps,
  actor: Actor,
  { memberId }: { readonly memberId: MemberId },
) {
  return transaction(async ({ members, suggestions }) => {
    const self = memberOf(actor);
    if (self === undefined || !suggestionPolicy.canDismiss(actor)) return err(notAllowed('DISMISS', 'Suggestion'));
    const other = new FieldChecks()
      .that(memberId !== self, 'memberId', 'CONTRADICTION', 'Choose somebody else than yourself.')
      .finish(memberId);
    if (!other.ok) return other;
    if ((await members.findVisible(actor, memberId)) === null) return err(notFound('Member'));
    await suggestions.dismiss(self, memberId, clock.now());
    return ok(memberId);
  });
}
