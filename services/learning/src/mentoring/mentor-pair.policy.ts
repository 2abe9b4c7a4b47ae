import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import type { MentorOffer, MentorOfferAction } from './mentor-offer.js';
import type { MentorPair, MentorPairMove, MentorPairStatus } from './mentor-pair.js';

const isMentor = (actor: Actor, { mentorId }: MentorPair): boolean => isMember(actor, mentorId);
const isMentee = (actor: Actor, { menteeId }: MentorPair): boolean => isMember(actor, menteeId);
const isOneOfTwo = (actor: Actor, pair: MentorPair): boolean => isMentor(actor, pair) || isMentee(actor, pair);
const isPlatform = (actor: Actor): boolean => actor.kind === 'system';

/** One line per right over a pair (machine M): the two alone, and the clock. */
const rights: Readonly<Record<MentorPairMove, (actor: Actor, pair: MentorPair) => boolean>> = {
  WITHDRAW: isMentee,
  ACCEPT: isMentor,
  DECLINE: isMentor,
  CONFIRM: isMentee,
  END: isOneOfTwo,
  SET_GOALS: isOneOfTwo,
  NOTE_MEETINGS: isOneOfTwo,
  LAPSE: isPlatform,
};

/** Who may do what in a pair. */
export const mentorPairPolicy = {
  can: (actor: Actor, action: MentorPairMove, pair: MentorPair): boolean => rights[action](actor, pair),
};

/** What a pair looks like to one of the two; a decline still waits in the eyes of whoever asked. */
export function seenStatus({
  status,
}: MentorPair): Extract<MentorPairStatus, 'PROPOSED' | 'ACCEPTED' | 'ACTIVE' | 'ENDED'> {
  if (status === 'ACCEPTED' || status === 'ACTIVE') return status;
  return status === 'PROPOSED' || status === 'DECLINED' ? 'PROPOSED' : 'ENDED';
}

const isOffering = (actor: Actor, { memberId }: MentorOffer): boolean => isMember(actor, memberId);

/** One line per right over an offer to be a mentor. */
const offerRights: Readonly<Record<MentorOfferAction, (actor: Actor, offer: MentorOffer) => boolean>> = {
  ASK: (actor, offer) => memberOf(actor) !== undefined && !isOffering(actor, offer),
  EDIT: isOffering,
  PAUSE: isOffering,
  RESUME: isOffering,
  WITHDRAW: isOffering,
};

/** Who may do what with an offer. */
export const mentorOfferPolicy = {
  can: (actor: Actor, action: MentorOfferAction, offer: MentorOffer): boolean => offerRights[action](actor, offer),
  canOffer: (actor: Actor): boolean => memberOf(actor) !== undefined,
  isOffering,
};
