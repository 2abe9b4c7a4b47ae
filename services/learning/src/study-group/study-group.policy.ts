import { isMember, isUnionOfficer, memberOf, type Actor, type Id } from '@guildhall/kernel';
import { isSeat } from './study-place.js';
import type { StudyFacts, StudyGroupAction } from './study-group.js';

/** Whose study groups an actor may see; the repository turns this into SQL. */
export type StudyScope = {
  readonly viewer: Id<'Member'> | undefined;
  /** Union officers see what was reported. */
  readonly reported: boolean;
  readonly everything: boolean;
};

/**
 * A member finds what is open, what they are in or invited to, and nothing in which somebody sits with whom a block keeps
 * them apart, unless they sit or wait there themselves already.
 */
export function visibleStudyGroups(actor: Actor): StudyScope {
  return { viewer: memberOf(actor), reported: isUnionOfficer(actor), everything: actor.kind === 'system' };
}

const isSomebody = (actor: Actor): boolean => memberOf(actor) !== undefined;
const isOwn = (actor: Actor, { place }: StudyFacts): boolean => place !== undefined && isMember(actor, place.memberId);
const organises = (actor: Actor, { group }: StudyFacts): boolean =>
  group.organiserId !== undefined && isMember(actor, group.organiserId);

/** One line per right over a study group (machine M). */
const rights: Readonly<Record<StudyGroupAction, (actor: Actor, facts: StudyFacts) => boolean>> = {
  JOIN: isSomebody,
  LEAVE: isOwn,
  EDIT: organises,
  INVITE: organises,
  REMOVE: organises,
  PAUSE: organises,
  RESUME: organises,
  ARCHIVE: (actor, facts) => organises(actor, facts) || actor.kind === 'system',
  REPORT: (actor, facts) => isSomebody(actor) && !organises(actor, facts),
};

/** Who may do what with a study group. */
export const studyGroupPolicy = {
  can: (actor: Actor, action: StudyGroupAction, facts: StudyFacts): boolean => rights[action](actor, facts),
  canFound: isSomebody,
  organises,
  /** Where it meets, who is in it and its sessions are for whoever has a seat. */
  canSeeInside: (actor: Actor, facts: StudyFacts): boolean =>
    actor.kind === 'system' || (isOwn(actor, facts) && isSeat(facts.place)),
};
