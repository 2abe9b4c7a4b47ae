import { isMember, isUnionOfficer, memberOf, type Actor } from '@guildhall/kernel';
import type { Achievement, AchievementAction } from './achievement.js';

/** Which achievements an actor may see; the repository turns this into SQL. */
export type AchievementScope = { readonly drafts: boolean };

const isOfficer = (actor: Actor): boolean => memberOf(actor) !== undefined && isUnionOfficer(actor);

/** What a credential can be given for is public; what is being written is the officers'. */
export function visibleAchievements(actor: Actor): AchievementScope {
  return { drafts: actor.kind === 'system' || isOfficer(actor) };
}

/** One line per right over an achievement: nobody publishes what they wrote. */
const rights: Readonly<Record<AchievementAction, (actor: Actor, achievement: Achievement) => boolean>> = {
  EDIT: (actor, { authorId }) => isOfficer(actor) && isMember(actor, authorId),
  PUBLISH: (actor, { authorId }) => isOfficer(actor) && !isMember(actor, authorId),
  RETIRE: isOfficer,
  DRAFT_VERSION: isOfficer,
  // Any of them, or the draft of an officer who left would keep the next version from ever being written.
  DISCARD: isOfficer,
};

/** Who may do what with achievements. */
export const achievementPolicy = {
  can: (actor: Actor, action: AchievementAction, achievement: Achievement): boolean =>
    rights[action](actor, achievement),
  /** Union officers write what the union stands for. */
  canDraft: isOfficer,
};
