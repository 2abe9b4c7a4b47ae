import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { writeNeeds as write, type NeedsDraft } from '../needs.js';
import { needsPolicy } from '../needs.policy.js';

/** Writes the viewer's whole needs profile in place of the former. It is shared with nobody until they consent. */
export function writeNeeds({ transaction, clock }: Deps, actor: Actor, draft: NeedsDraft) {
  return transaction(async ({ needs }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined || !needsPolicy.canWrite(actor)) return err(notAllowed('WRITE', 'NeedsProfile'));
    const written = write(draft, clock.now());
    if (!written.ok) return written;
    await needs.write(memberId, written.value);
    return ok(written.value);
  });
}
