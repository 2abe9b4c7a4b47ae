import { err, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { withdrawConsent as withdraw, type ConsentId } from '../consent.js';
import { consentPolicy } from '../consent.policy.js';

/** Ends a consent of the viewer's own at once; it stays in their history. */
export function withdrawConsent(
  { transaction, clock }: Deps,
  actor: Actor,
  { consentId }: { readonly consentId: ConsentId },
) {
  return transaction(async ({ consents }) => {
    const consent = await consents.findVisibleLocked(actor, consentId);
    if (consent === null || !consentPolicy.can(actor, 'WITHDRAW', consent)) return err(notFound('Consent'));
    const withdrawn = withdraw(consent, clock.now());
    return withdrawn.ok ? ok(await consents.save(withdrawn.value)) : withdrawn;
  });
}
