/*
 * Which of the viewer's connections go to an activity. It is told of those alone who said that their connections may know,
 * who are still connected and share their name with them. Life: switched on and off by its member. Owner: membership.
 */
import type { Id } from '@guildhall/kernel';
import type { MemberId } from '../member/member.js';

/** What a member chose; until they choose, nobody is told where they go. */
export type GoingSharing = { readonly memberId: MemberId; readonly isShown: boolean };

/** A connection of the viewer's who goes to an activity. */
export type FriendGoing = { readonly activityId: Id<'Activity'>; readonly memberId: MemberId };

/** The most friends named of one activity. No figure goes beyond the names: it would count the hidden. */
export const friendsMax = 20;

/** The most activities listed because friends go there. */
export const activitiesMax = 100;
