import type { IssueStatus, IssueType, IssuePostReportReason } from '../generated/graphql.js';

/** The types of an issue, in the order in which forms offer them. */
export const issueTypes = ['ISSUE', 'IDEA', 'QUESTION', 'PRAISE'] as const satisfies readonly IssueType[];

/** The states of an issue, in the order of its life. */
export const issueStatuses = [
  'PRIVATE',
  'RAISED',
  'ACKNOWLEDGED',
  'IN_PROGRESS',
  'RESOLVED',
  'REOPENED',
  'DECLINED',
  'ESCALATED',
] as const satisfies readonly IssueStatus[];

/** Why a post can be reported. */
export const reportReasons = [
  'HURTFUL',
  'NAMES_SOMEBODY',
  'FALSE',
  'ADVERTISING',
  'OTHER',
] as const satisfies readonly IssuePostReportReason[];

/** One of a closed list, or nothing when the text is none of them. */
export function oneOf<Value extends string>(values: readonly Value[], text: unknown): Value | undefined {
  return values.find((value) => value === text);
}
