import { isMember, type Actor } from '@guildhall/kernel';
import { studyGroupPolicy } from '../study-group/study-group.policy.js';
import type { SessionFacts, StudySessionMove } from './study-session.js';

const hasSeat = studyGroupPolicy.canSeeInside;
const hosts = (actor: Actor, facts: SessionFacts): boolean =>
  facts.session.hostId !== undefined && isMember(actor, facts.session.hostId) && hasSeat(actor, facts);
const isPlatform = (actor: Actor): boolean => actor.kind === 'system';
const isPersonWithSeat = (actor: Actor, facts: SessionFacts): boolean => !isPlatform(actor) && hasSeat(actor, facts);

/** One line per right over a session (machine M). */
const rights: Readonly<Record<StudySessionMove, (actor: Actor, facts: SessionFacts) => boolean>> = {
  BEGIN: isPlatform,
  CHECK_IN: isPersonWithSeat,
  RECORD: hosts,
  FINISH: (actor, facts) => hosts(actor, facts) || isPlatform(actor),
  SKIP: (actor, facts) => hosts(actor, facts) || studyGroupPolicy.organises(actor, facts),
  OFFER_HOSTING: hosts,
  KEEP_HOSTING: hosts,
  TAKE_HOSTING: (actor, facts) => isPersonWithSeat(actor, facts) && !hosts(actor, facts),
  ADD_NOTE: isPersonWithSeat,
};

/** Who may do what with a session; who may see one has a seat in its group. */
export const studySessionPolicy = {
  can: (actor: Actor, action: StudySessionMove, facts: SessionFacts): boolean => rights[action](actor, facts),
  hosts,
};
