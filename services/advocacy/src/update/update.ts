/*
 * News for members about public matters: issues and proposals. A change happens once and is told to everybody it
 * concerns once each, whatever fails and however many workers tell it. Owner: advocacy. Cases never come here.
 */
import type { Id, Page } from '@guildhall/kernel';

/** The kinds of public matter that members are told of. */
export type UpdateSubjectKind = 'ISSUE' | 'PROPOSAL';

/** A public matter. */
export type UpdateSubject = { readonly kind: UpdateSubjectKind; readonly id: string };

/** The id of a change. */
export type ChangeId = Id<'MatterChange'>;

/** What can have happened to a matter; the GraphQL enum `MatterChange` has the same members. */
export const matterChanges = [
  'SECONDING_ASKED',
  'SECONDED',
  'SUBMITTED',
  'RETURNED',
  'NOT_FILED',
  'MERGE_OFFERED',
  'MERGED',
  'OPENED',
  'TEXT_CHANGED',
  'QUALIFIED',
  'LAPSED',
  'WITHDRAWN',
  'ADOPTED',
  'NOT_ADOPTED',
  'REFERRED',
  'ACKNOWLEDGED',
  'ANSWERED',
  'RECONSIDERED',
  'DELIVERY_STARTED',
  'MILESTONE_DONE',
  'DELIVERED',
  'REOPENED',
  'CLOSED',
  'RAISED',
  'IN_PROGRESS',
  'RESOLVED',
  'DECLINED',
  'ESCALATED',
] as const;

/** What happened to a matter. */
export type MatterChange = (typeof matterChanges)[number];

/** Who is told: these members, or everybody the matter concerned at that instant, found and told in chunks by a job. */
export type UpdateAudience = readonly Id<'Member'>[] | 'EVERYBODY_CONCERNED';

/** Something to tell. `sourceId` makes it one: the same change with the same source is told once. */
export type Telling = {
  readonly subject: UpdateSubject;
  readonly change: MatterChange;
  readonly sourceId: string;
  readonly at: Date;
  readonly to: UpdateAudience;
};

/** One piece of news as its member sees it. */
export type MemberUpdate = {
  readonly id: ChangeId;
  readonly subject: UpdateSubject;
  readonly change: MatterChange;
  readonly at: Date;
  readonly readAt: Date | undefined;
  readonly isMuted: boolean;
};

/** How many members one transaction of that job tells. */
export const tellingChunk = 1000;

/** A page of a member's news, which also knows whose it is. */
export type MemberUpdatePage = Page<MemberUpdate> & { readonly memberId: Id<'Member'> };
