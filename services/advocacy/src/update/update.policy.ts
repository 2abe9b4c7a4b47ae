import { memberOf, type Actor, type Id } from '@guildhall/kernel';

/** The job that tells a change to everybody it concerns. */
export const tellingTask = 'tell-change';

/** News is each member's own: nobody reads, marks or stops that of another. */
export const updatePolicy = {
  /** Whose news the actor may read, mark and stop; nobody's for who is not a member. */
  ownNews: (actor: Actor): Id<'Member'> | undefined => memberOf(actor),
  /** Only the platform tells. */
  canTell: (actor: Actor): boolean => actor.kind === 'system' && actor.task === tellingTask,
};
