/*
 * Why members are told something, and the handful of topics under which they choose how they want to be told. The words
 * for a reason are the web apps' own; mail names the topic at most.
 */

/** Topics that members choose by. */
export const topics = [
  'PEOPLE',
  'GROUPS',
  'POSTS',
  'HELP',
  'OFFICES',
  'ACTIVITIES',
  'LEARNING',
  'RIGHTS',
  'ACCOUNT',
] as const;

/** One topic; the GraphQL enum `NotificationTopic` has the same members. */
export type Topic = (typeof topics)[number];

const topicByReason = {
  CONNECTION_REQUESTED: 'PEOPLE',
  CONNECTION_ACCEPTED: 'PEOPLE',
  CIRCLE_PROPOSED: 'PEOPLE',
  CIRCLE_FORMED: 'PEOPLE',
  CIRCLE_ENDED: 'PEOPLE',
  COMPANY_FOUND: 'PEOPLE',
  MESSAGE: 'PEOPLE',
  MESSAGE_REPORT_DECIDED: 'PEOPLE',
  POST_REPLIED: 'POSTS',
  POST_HELD: 'POSTS',
  POST_RESTORED: 'POSTS',
  POST_REMOVED: 'POSTS',
  POST_APPEAL_DECIDED: 'POSTS',
  REPORT_DECIDED: 'POSTS',
  NOTICE_POSTED: 'POSTS',
  IDEA_RAISE_ASKED: 'POSTS',
  IDEA_RAISE_DECIDED: 'POSTS',
  HELP_OFFERED: 'HELP',
  HELP_MATCHED: 'HELP',
  HELP_ARRANGED: 'HELP',
  HELP_DONE_CLAIMED: 'HELP',
  HELP_COMPLETED: 'HELP',
  HELP_UNMATCHED: 'HELP',
  HELP_EXPIRED: 'HELP',
  HELP_CANCELLED: 'HELP',
  HELP_DISPUTED: 'HELP',
  HELP_DECIDED: 'HELP',
  GROUP_INVITED: 'GROUPS',
  GROUP_REQUESTED: 'GROUPS',
  GROUP_REQUEST_DECIDED: 'GROUPS',
  GROUP_REMOVED: 'GROUPS',
  GROUP_STATUS: 'GROUPS',
  REPORT_WAITING: 'OFFICES',
  REAFFILIATION_DUE: 'OFFICES',
  OFFICERS_MISSING: 'OFFICES',
  MANDATE_STARTED: 'OFFICES',
  MANDATE_ENDING: 'OFFICES',
  MANDATE_ENDED: 'OFFICES',
  PLACE_CHANGED: 'ACTIVITIES',
  ACTIVITY_CHANGED: 'ACTIVITIES',
  ATTENDANCE_CONFIRMED: 'ACTIVITIES',
  SEAT_OFFERED: 'ACTIVITIES',
  OFFER_EXPIRED: 'ACTIVITIES',
  DRAWN: 'ACTIVITIES',
  STRIKE_GIVEN: 'ACTIVITIES',
  STRIKE_DECIDED: 'ACTIVITIES',
  TASK_ASSIGNED: 'ACTIVITIES',
  TASK_DUE: 'ACTIVITIES',
  SHIFT_CHANGED: 'ACTIVITIES',
  HOURS_DECIDED: 'ACTIVITIES',
  FEEDBACK_ASKED: 'ACTIVITIES',
  THANKED: 'ACTIVITIES',
  JUDGED: 'ACTIVITIES',
  LEARNING_PROGRESS: 'LEARNING',
  RESOURCE_REVIEWED: 'LEARNING',
  PEER_REVIEW_ASKED: 'LEARNING',
  PEER_REVIEW_DONE: 'LEARNING',
  STEP_TAKEN_BACK: 'LEARNING',
  STUDY_SESSION_CHANGED: 'LEARNING',
  STUDY_PLACE_GIVEN: 'LEARNING',
  MENTOR_ASKED: 'LEARNING',
  MENTOR_ANSWERED: 'LEARNING',
  CREDENTIAL_CHANGED: 'LEARNING',
  RECORD_LINK_OPENED: 'LEARNING',
  HANDOVER_OPENED: 'OFFICES',
  HANDOVER_CHANGED: 'OFFICES',
  HANDOVER_LATE: 'OFFICES',
  TRAINING_MISSING: 'OFFICES',
  ISSUE_RAISED: 'RIGHTS',
  ISSUE_STATUS: 'RIGHTS',
  PROPOSAL_STATUS: 'RIGHTS',
  PROPOSAL_DELIVERED: 'RIGHTS',
  ELECTION_OPENS: 'RIGHTS',
  VOTING_OPEN: 'RIGHTS',
  ELECTION_DECLARED: 'RIGHTS',
  NOMINATED: 'RIGHTS',
  CANDIDACY_DECIDED: 'RIGHTS',
  COMPLAINT_RULED: 'RIGHTS',
  MEMBERSHIP_STATUS: 'ACCOUNT',
  APPEAL_DECIDED: 'ACCOUNT',
  EXPORT_READY: 'ACCOUNT',
  ERASURE_SCHEDULED: 'ACCOUNT',
  NEEDS_READ: 'ACCOUNT',
} as const satisfies Readonly<Record<string, Topic>>;

/** Why a member is told something; the check of the table and the GraphQL enum have the same members. */
export type NotificationReason = keyof typeof topicByReason;

/** Every reason. */
export const notificationReasons = Object.keys(topicByReason) as readonly NotificationReason[];

/** The topic that a reason belongs to. */
export function topicOf(reason: NotificationReason): Topic {
  return topicByReason[reason];
}

/** Every reason of a topic. */
export function reasonsOf(topic: Topic): readonly NotificationReason[] {
  return notificationReasons.filter((reason) => topicByReason[reason] === topic);
}

/**
 * Reasons that ask nothing of anybody and decide nothing about them. These alone can be switched off: what was decided
 * about somebody, and what waits for their answer, is always told.
 */
const harmless: ReadonlySet<NotificationReason> = new Set([
  'COMPANY_FOUND',
  'POST_REPLIED',
  'NOTICE_POSTED',
  'GROUP_STATUS',
  'ATTENDANCE_CONFIRMED',
  'FEEDBACK_ASKED',
  'THANKED',
  'LEARNING_PROGRESS',
  'RECORD_LINK_OPENED',
  'ISSUE_STATUS',
  'PROPOSAL_STATUS',
  'PROPOSAL_DELIVERED',
  'ELECTION_OPENS',
  'VOTING_OPEN',
  'ELECTION_DECLARED',
]);

/** Whether members may choose not to be told of a reason. */
export function isHarmless(reason: NotificationReason): boolean {
  return harmless.has(reason);
}

const sensitiveTopics: readonly Topic[] = ['PEOPLE', 'HELP', 'ACCOUNT'];
const sensitiveReasons: readonly NotificationReason[] = [
  'POST_HELD',
  'POST_RESTORED',
  'POST_REMOVED',
  'POST_APPEAL_DECIDED',
  'REPORT_DECIDED',
  'REPORT_WAITING',
  'GROUP_REMOVED',
  'GROUP_REQUEST_DECIDED',
  'STRIKE_GIVEN',
  'STRIKE_DECIDED',
  'CANDIDACY_DECIDED',
  'COMPLAINT_RULED',
  'MENTOR_ASKED',
  'MENTOR_ANSWERED',
  'CREDENTIAL_CHANGED',
  'RECORD_LINK_OPENED',
];

/**
 * Whether mail keeps quiet even about the topic: mail is read over shoulders and on locked screens, and nobody there
 * needs to know that somebody asked for help, met people or was suspended.
 */
export function isSensitive(reason: NotificationReason): boolean {
  return sensitiveTopics.includes(topicOf(reason)) || sensitiveReasons.includes(reason);
}

/** Whether switching a topic off would stop anything. */
export function canSwitchOff(topic: Topic): boolean {
  return reasonsOf(topic).some(isHarmless);
}

/** How mail about a topic is wanted. */
export const mailChoices = ['AT_ONCE', 'DIGEST', 'NEVER'] as const;

/** Mail at once, in the daily or weekly digest, or none. */
export type MailChoice = (typeof mailChoices)[number];

/** What holds for mail until a member chooses: at once where somebody waits for them, together with the rest elsewhere. */
export const defaultMail: Readonly<Record<Topic, MailChoice>> = {
  PEOPLE: 'AT_ONCE',
  GROUPS: 'DIGEST',
  POSTS: 'DIGEST',
  HELP: 'AT_ONCE',
  OFFICES: 'AT_ONCE',
  ACTIVITIES: 'AT_ONCE',
  LEARNING: 'DIGEST',
  RIGHTS: 'DIGEST',
  ACCOUNT: 'AT_ONCE',
};
