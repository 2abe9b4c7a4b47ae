import type { PostKind, ReportReason } from '../generated/graphql.js';

/** The kinds of posts in the order in which they are offered. */
export const postKinds = ['NOTICE', 'IDEA', 'QUESTION', 'THANKS'] as const satisfies readonly PostKind[];

/** Why something is reported. */
export const reportReasons = [
  'HARASSMENT',
  'HATE',
  'SPAM',
  'PRIVATE_INFORMATION',
  'GHOST_WRITING',
  'DANGER',
  'OTHER',
] as const satisfies readonly ReportReason[];

/** The one of the choices that a text names, or nothing. */
export function oneOf<Choice extends string>(choices: readonly Choice[], text: unknown): Choice | undefined {
  return choices.find((choice) => choice === text);
}
