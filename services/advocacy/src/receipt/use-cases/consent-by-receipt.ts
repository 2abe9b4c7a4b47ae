import type { Actor, Id } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { consentToReferral } from '../../referral/use-cases/consent-to-referral.js';
import { withdrawReferralConsent } from '../../referral/use-cases/withdraw-referral-consent.js';
import { actByCode } from './act-by-code.js';

/** Which fields of which referral a department may see. */
export type ConsentByReceipt = {
  readonly code: string;
  readonly referralId: Id<'Referral'>;
  readonly fieldIds: readonly Id<'ReferralField'>[];
};

/** The consent of the student of an anonymous case, given with its code. */
export function consentByReceipt(deps: Deps, _actor: Actor, { code, ...consent }: ConsentByReceipt) {
  return actByCode(deps, code, ({ actor }) => consentToReferral(deps, actor, consent));
}

/** Takes that consent back; the department sees nothing any more. */
export function withdrawConsentByReceipt(
  deps: Deps,
  _actor: Actor,
  { code, referralId }: Omit<ConsentByReceipt, 'fieldIds'>,
) {
  return actByCode(deps, code, ({ actor }) => withdrawReferralConsent(deps, actor, { referralId }));
}
