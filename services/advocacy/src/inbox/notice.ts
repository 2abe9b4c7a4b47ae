/*
 * A notice: that something happened in a case matter that concerns somebody, never what. It lives in its recipient's own
 * inbox, apart from every other notification of the platform. Life: told once, read, forgotten. Owner: advocacy.
 */
import type { Id } from '@guildhall/kernel';
import type { Pseudonym } from '../sealing/sealing.js';

/** Why somebody is told; the words for it are the web apps' own, and mail never says it. */
export const noticeReasons = [
  'MESSAGE',
  'RECEIPT',
  'CASE_STATUS',
  'ASSIGNED',
  'CONSENT_WANTED',
  'REFERRAL_SENT',
  'REFERRAL_ANSWERED',
  'QUESTION',
  'DEADLINE_NEAR',
  'DEADLINE_MISSED',
  'SECOND_PERSON_WANTED',
  'BREAK_GLASS',
  'MEDIATION',
  'REDIRECTED_TWICE',
  'FILE_EXPORTED',
  'COLLECTIVE_MATTER',
  'WEBHOOK_FAILING',
] as const;

/** Why one notice was told. */
export type NoticeReason = (typeof noticeReasons)[number];

/** Reasons that people want mail about or not, together. */
export const noticeKinds = ['CONVERSATION', 'PROGRESS', 'REFERRAL', 'DEADLINE', 'PROTECTION', 'COMMON'] as const;

/** One kind of reasons. */
export type NoticeKind = (typeof noticeKinds)[number];

const kinds: Readonly<Record<NoticeReason, NoticeKind>> = {
  MESSAGE: 'CONVERSATION',
  MEDIATION: 'CONVERSATION',
  RECEIPT: 'PROGRESS',
  CASE_STATUS: 'PROGRESS',
  ASSIGNED: 'PROGRESS',
  CONSENT_WANTED: 'REFERRAL',
  REFERRAL_SENT: 'REFERRAL',
  REFERRAL_ANSWERED: 'REFERRAL',
  QUESTION: 'REFERRAL',
  REDIRECTED_TWICE: 'REFERRAL',
  DEADLINE_NEAR: 'DEADLINE',
  DEADLINE_MISSED: 'DEADLINE',
  SECOND_PERSON_WANTED: 'PROTECTION',
  BREAK_GLASS: 'PROTECTION',
  FILE_EXPORTED: 'PROTECTION',
  COLLECTIVE_MATTER: 'COMMON',
  WEBHOOK_FAILING: 'COMMON',
};

/** The kind that a reason belongs to. */
export function kindOf(reason: NoticeReason): NoticeKind {
  return kinds[reason];
}

/** Whose inbox: a student by pseudonym, staff of the advice service by sign-in, a department as a whole. */
export type Recipient =
  | { readonly kind: 'STUDENT'; readonly pseudonym: Pseudonym }
  | { readonly kind: 'STAFF'; readonly subject: string }
  | { readonly kind: 'DEPARTMENT'; readonly departmentId: Id<'Department'> };

/** A recipient as rows name one. */
export type RecipientKey = { readonly kind: Recipient['kind']; readonly recipient: string };

/** The row name of a recipient. */
export function recipientKey(to: Recipient): RecipientKey {
  if (to.kind === 'STUDENT') return { kind: to.kind, recipient: to.pseudonym };
  return { kind: to.kind, recipient: to.kind === 'STAFF' ? to.subject : to.departmentId };
}

/**
 * What somebody is to be told. `sourceId` names what happened (the message, the referral, the deadline): the same
 * recipient is told of the same reason and source once. A department is pointed to its referral and never to a case.
 */
export type NewNotice = {
  readonly to: Recipient;
  readonly reason: NoticeReason;
  readonly sourceId: string;
  readonly caseId?: Id<'Case'>;
  readonly referralId?: Id<'Referral'>;
};

/** A notice in an inbox. */
export type Notice = {
  readonly id: Id<'Notice'>;
  readonly reason: NoticeReason;
  readonly caseId: Id<'Case'> | undefined;
  readonly referralId: Id<'Referral'> | undefined;
  readonly toldAt: Date;
  readonly readAt: Date | undefined;
};
