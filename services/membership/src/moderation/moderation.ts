/*
 * What is moderated: one thing that a member wrote, from its first report on. Life: reported, held back by three members'
 * reports or a moderator, kept or removed with a reason, appealed once to somebody else. Owner: membership. The thing
 * itself stays with its own noun, which says by a `ModeratedSubject` how it is held, shown again and removed.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { GroupId } from '../group/group.js';
import type { MemberId } from '../member/member.js';

/** The id of one moderated thing. */
export type ModerationItemId = Id<'ModerationItem'>;

/** What can be reported. */
export type SubjectKind = 'POST' | 'REPLY' | 'MESSAGE' | 'HELP_REQUEST';

/** What is reported: its kind, and its id among its own kind. */
export type Subject = { readonly kind: SubjectKind; readonly id: Id<string> };

/** Why something can be reported. */
export const reportReasons = [
  'HARASSMENT',
  'HATE',
  'SPAM',
  'PRIVATE_INFORMATION',
  'GHOST_WRITING',
  'DANGER',
  'OTHER',
] as const;

/** Why something is reported. */
export type ReportReason = (typeof reportReasons)[number];

/** Where a moderated thing stands. */
export type ModerationState =
  | 'REPORTED'
  | 'HELD'
  | 'KEPT'
  | 'REMOVED'
  | 'APPEALED'
  | 'RESTORED'
  | 'REMOVED_FINALLY'
  | 'GONE';

/** One moderated thing as stored. */
export type ModerationItem = {
  readonly id: ModerationItemId;
  readonly subjectKind: SubjectKind;
  readonly subjectId: Id<string>;
  readonly authorId: MemberId;
  /** Whose officers moderate it; the union's where there is none. */
  readonly groupId: GroupId | undefined;
  readonly state: ModerationState;
  /** When it began to wait, or was decided. */
  readonly since: Date;
  readonly removedBy: MemberId | undefined;
  /** What its author says against the removal, said once. */
  readonly appeal: string | undefined;
  readonly appealedAt: Date | undefined;
  readonly appealDecidedBy: MemberId | undefined;
  readonly version: number;
};

/** What can happen to a moderated thing. */
export type ModerationAction = 'REPORT' | 'HOLD' | 'KEEP' | 'REMOVE' | 'APPEAL' | 'RESTORE' | 'UPHOLD' | 'TAKE_BACK';

/** What a moderator decides. */
export type ModerationDecision = Exclude<ModerationAction, 'REPORT' | 'APPEAL' | 'TAKE_BACK'>;

/** One decision that was made. */
export type Decision = {
  readonly id: string;
  readonly itemId: ModerationItemId;
  readonly decision: ModerationDecision;
  /** Absent where reports alone held the thing back. */
  readonly reason: string | undefined;
  readonly decidedBy: MemberId | undefined;
  readonly decidedAt: Date;
};

/** What a moderator can decide, in the order of the queue. */
export const moderationDecisions = ['HOLD', 'KEEP', 'REMOVE', 'RESTORE', 'UPHOLD'] as const;

const shown = ['REPORTED', 'KEPT', 'RESTORED'] as const;

/** The life of a moderated thing (domain F2). What was removed after an appeal was used up stays removed. */
export const moderationLifecycle = defineLifecycle<ModerationItem, ModerationState, ModerationAction>(
  {
    name: 'ReportedItem',
    initial: ['REPORTED'],
    states: ['REPORTED', 'HELD', 'KEPT', 'REMOVED', 'APPEALED', 'RESTORED', 'REMOVED_FINALLY', 'GONE'],
    transitions: {
      REPORT: { from: shown, to: ['REPORTED'] },
      HOLD: { from: shown, to: ['HELD'] },
      KEEP: { from: ['REPORTED', 'HELD'], to: ['KEPT'] },
      REMOVE: { from: ['REPORTED', 'HELD', 'KEPT', 'RESTORED'], to: ['REMOVED'] },
      APPEAL: { from: ['REMOVED'], to: ['APPEALED'], guard: ({ appeal }) => appeal === undefined },
      RESTORE: { from: ['APPEALED'], to: ['RESTORED'] },
      UPHOLD: { from: ['APPEALED'], to: ['REMOVED_FINALLY'] },
      TAKE_BACK: { from: ['REPORTED', 'HELD', 'KEPT', 'RESTORED'], to: ['GONE'] },
    },
  },
  ({ state }) => state,
);

/** Moves a moderated thing, keeping who removed it and who decided its appeal. */
export function moveItem(
  item: ModerationItem,
  action: ModerationAction,
  { by, at }: { readonly by: MemberId | undefined; readonly at: Date },
): Result<ModerationItem, IllegalTransitionError> {
  const state = moderationLifecycle.next(action, item, at);
  if (!state.ok) return state;
  // Further reports do not send what waits to the end of the queue.
  const since = state.value === 'REPORTED' && item.state === 'REPORTED' ? item.since : at;
  return ok({
    ...item,
    state: state.value,
    since,
    removedBy: action === 'REMOVE' ? by : item.removedBy,
    appealDecidedBy: action === 'RESTORE' || action === 'UPHOLD' ? by : item.appealDecidedBy,
  });
}

/** Appeals against a removal, once. */
export function appealItem(
  item: ModerationItem,
  words: string,
  at: Date,
): Result<ModerationItem, IllegalTransitionError | ValidationError> {
  const appealed = moveItem(item, 'APPEAL', { by: undefined, at });
  if (!appealed.ok) return appealed;
  return new FieldChecks()
    .text('words', words, { max: 1000 })
    .finish({ ...appealed.value, appeal: words.trim(), appealedAt: at });
}

/** Checks the reason of a decision, which the author is told. */
export function checkReason(reason: string): Result<string, ValidationError> {
  return new FieldChecks().text('reason', reason, { max: 500 }).finish(reason.trim());
}
