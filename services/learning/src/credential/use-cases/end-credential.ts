import { err, notFound, ok, systemActor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import {
  credentialLifecycle,
  expireCredential as expire,
  revokeCredential as revoke,
  type CredentialId,
} from '../credential.js';
import { tellHolder } from './tell-holder.js';

const actor = systemActor('end-credential');

/** Which credential to end. */
export type EndCredential = { readonly credentialId: CredentialId };

/** Revokes, as the platform, a credential whose evidence did not come back in time; one that was restored is left alone. */
export function revokeCredential(deps: Deps, input: EndCredential) {
  return endCredential(deps, input, 'REVOKE');
}

/** Ends, as the platform, a credential whose time is over; one that was revoked before is left alone. */
export function expireCredential(deps: Deps, input: EndCredential) {
  return endCredential(deps, input, 'EXPIRE');
}

function endCredential({ transaction, clock }: Deps, { credentialId }: EndCredential, action: 'REVOKE' | 'EXPIRE') {
  return transaction(async (unit) => {
    const now = clock.now();
    const seen = await unit.credentials.findVisible(actor, credentialId);
    if (seen === null) return err(notFound('Credential'));
    await unit.enrolments.lockMember(seen.memberId);
    const credential = (await unit.credentials.findVisible(actor, credentialId)) ?? seen;
    if (!credentialLifecycle.transitions[action].from.includes(credential.status)) return ok(credential);
    // The queue's clock may run ahead of ours; the job then tries again.
    const ended = (action === 'REVOKE' ? revoke : expire)(credential, now);
    if (!ended.ok) return ended;
    await tellHolder(unit, ended.value, now);
    return ok(await unit.credentials.save(ended.value));
  });
}
