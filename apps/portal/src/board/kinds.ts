import type { HelpKind, ReportReason } from '../generated/graphql.js';

/** The kinds of help, in the order in which forms offer them. */
export const helpKinds = [
  'BORROW',
  'LIFT_CARRY',
  'EXPLAIN_TOPIC',
  'LANGUAGE_PRACTICE',
  'SETTLE_IN',
  'COMPANY',
  'LOST_FOUND',
  'LISTEN',
] as const satisfies readonly HelpKind[];

/** The languages in which help is usually asked for; a request may name any other. */
export const helpLanguages = ['en', 'zh-CN', 'es', 'fr', 'de', 'ar', 'hi'] as const;

/** Why a request can be reported, what concerns marked work first. */
export const helpReportReasons = [
  'GHOST_WRITING',
  'HARASSMENT',
  'HATE',
  'SPAM',
  'PRIVATE_INFORMATION',
  'DANGER',
  'OTHER',
] as const satisfies readonly ReportReason[];

/** One of a closed list, or nothing when the text is none of them. */
export function oneOf<Value extends string>(values: readonly Value[], text: unknown): Value | undefined {
  return values.find((value) => value === text);
}
