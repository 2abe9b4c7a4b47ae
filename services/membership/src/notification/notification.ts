/*
 * A notification: that something happened which concerns a member, and where to look. It holds ids alone. Life: told
 * once, read, forgotten with its member. Owner: membership.
 */
import type { Id } from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';
import type { NotificationReason } from './reason.js';

/** The id of a notification. */
export type NotificationId = Id<'Notification'>;

/** What a notification can point to; a web app knows the page of each. */
export const subjectKinds = [
  'MEMBER',
  'CIRCLE',
  'CONVERSATION',
  'POST',
  'HELP_REQUEST',
  'GROUP',
  'MANDATE',
  'MEMBERSHIP',
  'EXPORT',
  'REPORT',
  'NEEDS',
  'ISSUE',
  'PROPOSAL',
  'ACTIVITY',
  'LEARNING_PATH',
  'ELECTION',
  'RESOURCE',
  'STUDY_GROUP',
  'MENTORING',
  'CREDENTIAL',
  'RECORD_LINK',
  'HANDOVER',
] as const;

/** One kind of subject. */
export type SubjectKind = (typeof subjectKinds)[number];

/** What a notification points to. Whether its reader may still see that is asked when they follow it. */
export type NotificationSubject = { readonly kind: SubjectKind; readonly id: string };

/** One notification of a member's own. */
export type Notification = {
  readonly id: NotificationId;
  readonly reason: NotificationReason;
  readonly subject: NotificationSubject;
  readonly groupId: GroupId | undefined;
  /** Who did what it tells of, where that was a fellow member. */
  readonly fromId: MemberId | undefined;
  readonly toldAt: Date;
  readonly readAt: Date | undefined;
};

/**
 * What members are to be told. `sourceId` names what happened, so that the same member is told of the same reason and
 * source once; without one every telling is news. `from` is the member who did it: they are not told themselves, nor is anybody they are blocked with.
 */
export type Telling = {
  readonly to: MemberId | readonly MemberId[];
  readonly reason: NotificationReason;
  readonly sourceId?: string;
  readonly subject: NotificationSubject;
  readonly groupId?: GroupId | undefined;
  readonly from?: MemberId | undefined;
};

/** An activity that a notification is about; activities decides who may see it. */
export type ActivityReference = { readonly id: Id<'Activity'> };

/** A proposal that a notification is about; advocacy decides who may see it. */
export type ProposalReference = { readonly id: Id<'Proposal'> };
