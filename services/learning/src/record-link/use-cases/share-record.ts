import { err, memberOf, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { planLink, type LinkDraft } from '../record-link.js';
import { recordLinkPolicy } from '../record-link.policy.js';

/** Makes a link to chosen things of the actor's own record. Its token is told this once; afterwards nobody knows it. */
export function shareRecord({ transaction, clock, ids, recordTokens }: Deps, actor: Actor, draft: LinkDraft) {
  return transaction(async ({ recordLinks, sharedItems, credentials }) => {
    const memberId = memberOf(actor);
    if (memberId === undefined || !recordLinkPolicy.canShare(actor)) return err(notAllowed('SHARE', 'Record'));
    const now = clock.now();
    await recordLinks.lock(memberId);
    const evidence = await sharedItems.listSharable(actor, memberId);
    const issued = await credentials.listSharable(actor, memberId);
    const sharable = {
      evidenceIds: new Set(evidence.map(({ id }) => id)),
      credentialIds: new Set(issued.map(({ id }) => id)),
    };
    const openCount = await recordLinks.countOpen(actor, now);
    const planned = planLink(draft, sharable, { id: ids.random<'RecordLink'>(), memberId, openCount, now });
    if (!planned.ok) return planned;
    const token = recordTokens.make();
    await recordLinks.add(planned.value, recordTokens.digest(token));
    return ok({ link: planned.value.link, token });
  });
}
