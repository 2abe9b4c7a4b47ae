import { isMember, type Actor } from '@guildhall/kernel';
import type { HelpOffer, HelpOfferAction } from './help-offer.js';

const rights: Readonly<Record<HelpOfferAction, (actor: Actor, offer: HelpOffer) => boolean>> = {
  ACCEPT: (actor, { requesterId }) => isMember(actor, requesterId),
  DECLINE: (actor, { requesterId }) => isMember(actor, requesterId),
  WITHDRAW: (actor, { helperId }) => isMember(actor, helperId),
  LAPSE: (actor) => actor.kind === 'system',
  RENEW: (actor, { helperId }) => isMember(actor, helperId),
};

/** What an offer is called to somebody: a helper learns that it was accepted or is closed, and never that it was declined. */
export type ShownOfferStatus = 'OFFERED' | 'ACCEPTED' | 'WITHDRAWN' | 'CLOSED';

/** Who may do what to an offer, and what it is called to whom. */
export const helpOfferPolicy = {
  can: (actor: Actor, action: HelpOfferAction, offer: HelpOffer): boolean => rights[action](actor, offer),

  /** `isAsking` tells whether the helper can see the request asking still: a hidden request and a closed one look the same. */
  shownStatus: (actor: Actor, { status, helperId }: HelpOffer, isAsking: boolean): ShownOfferStatus => {
    if (status === 'WITHDRAWN' || status === 'ACCEPTED') return status;
    if (!isMember(actor, helperId)) return status === 'OFFERED' ? 'OFFERED' : 'CLOSED';
    return isAsking && status !== 'LAPSED' ? 'OFFERED' : 'CLOSED';
  },
};
