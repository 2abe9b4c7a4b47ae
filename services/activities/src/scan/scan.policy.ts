import { isMember, memberOf, type Actor } from '@guildhall/kernel';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { Registration } from '../registration/registration.js';
import type { Scan } from './scan.js';

/** Who may do what at a door (domain 1.2; nobody verifies themselves). */
export const scanPolicy = {
  /** The holder of the place, and whoever keeps the door. */
  canSee: (actor: Actor, memberId: MemberId, activity: Activity): boolean =>
    isMember(actor, memberId) || activityPolicy.can(actor, 'READ_DOOR_LIST', activity),
  /** Somebody else who keeps the door than the one who scanned, and never about one's own entry. */
  canUndo: (actor: Actor, { recordedBy }: Scan, { activity, isOwn }: { activity: Activity; isOwn: boolean }): boolean =>
    activityPolicy.can(actor, 'CHECK_IN', activity) && !isOwn && recordedBy !== memberOf(actor),
  /** Everybody for themselves. */
  canCheckSelfIn: (actor: Actor, { memberId }: Registration): boolean => isMember(actor, memberId),
};
