import { err, FieldChecks, notAllowed, ok, registeredMemberOf, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { needsPolicy } from '../needs.policy.js';

/** Erases the viewer's needs profile for good; who read it before stays written down. */
export function eraseNeeds({ transaction }: Deps, actor: Actor, { confirm }: { readonly confirm: boolean }) {
  return transaction(async ({ needs }) => {
    const memberId = registeredMemberOf(actor);
    if (memberId === undefined || !needsPolicy.canErase(actor)) return err(notAllowed('ERASE', 'NeedsProfile'));
    const confirmed = new FieldChecks()
      .that(confirm, 'confirm', 'REQUIRED', 'Confirm that you want to erase it.')
      .finish(memberId);
    if (!confirmed.ok) return confirmed;
    await needs.erase(memberId);
    return ok(memberId);
  });
}
