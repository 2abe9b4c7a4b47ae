import { err, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { withdrawLink, type RecordLinkId } from '../record-link.js';
import { recordLinkPolicy } from '../record-link.policy.js';

/** Ends a link of the actor's own: whoever still has it finds nothing from now on. */
export function withdrawRecordLink(
  { transaction, clock }: Deps,
  actor: Actor,
  { linkId }: { readonly linkId: RecordLinkId },
) {
  return transaction(async ({ recordLinks }) => {
    const link = await recordLinks.findOwn(actor, linkId);
    if (link === null) return err(notFound('RecordLink'));
    if (!recordLinkPolicy.can(actor, 'WITHDRAW', link)) return err(notAllowed('WITHDRAW', 'RecordLink'));
    const withdrawn = withdrawLink(link, clock.now());
    return withdrawn.ok ? ok(await recordLinks.save(withdrawn.value)) : withdrawn;
  });
}
