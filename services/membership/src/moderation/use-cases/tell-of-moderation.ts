import type { Id, IdSource } from '@guildhall/kernel';
import type { MemberId } from '../../member/member.js';
import type { Telling } from '../../notification/notification.js';
import type { ModeratedWords, ModerationUnit } from '../moderated.subject.js';
import type { ModerationDecision, ModerationItem } from '../moderation.js';

/** What was decided about, and which decision it was. */
export type Decided = {
  readonly item: ModerationItem;
  readonly place: ModeratedWords['place'];
  readonly decisionId: Id<'ModerationDecision'>;
};

/** What the author of a thing is told of a decision; nothing where nothing changed for them. */
function reasonFor(decision: ModerationDecision, wasShown: boolean): Telling['reason'] | undefined {
  if (decision === 'HOLD') return 'POST_HELD';
  if (decision === 'REMOVE') return 'POST_REMOVED';
  if (decision === 'KEEP') return wasShown ? undefined : 'POST_RESTORED';
  return 'POST_APPEAL_DECIDED';
}

/** Tells the author what was decided, and those who reported it that it was, without a word of what. */
export async function tellOfDecision(
  unit: ModerationUnit,
  decided: Decided,
  {
    decision,
    wasShown,
    reporters,
  }: {
    readonly decision: ModerationDecision;
    readonly wasShown: boolean;
    readonly reporters: readonly MemberId[];
  },
): Promise<void> {
  const { item, place, decisionId } = decided;
  const reason = reasonFor(decision, wasShown);
  if (reason !== undefined)
    await unit.notifications.tell({
      to: item.authorId,
      reason,
      sourceId: decisionId,
      subject: place,
      groupId: item.groupId,
    });
  await tellReporters(unit, decided, reporters);
}

/** Tells the author that members' reports hold back what they wrote until a moderator decides. */
export function tellOfHold(unit: ModerationUnit, decided: Decided): Promise<void> {
  return tellOfDecision(unit, decided, { decision: 'HOLD', wasShown: true, reporters: [] });
}

/** Tells those who reported something that it was dealt with. */
export async function tellReporters(
  unit: ModerationUnit,
  { item, place, decisionId }: Decided,
  reporters: readonly MemberId[],
): Promise<void> {
  if (reporters.length === 0) return;
  await unit.notifications.tell({
    to: reporters,
    reason: item.subjectKind === 'MESSAGE' ? 'MESSAGE_REPORT_DECIDED' : 'REPORT_DECIDED',
    sourceId: decisionId,
    subject: place,
    groupId: item.groupId,
  });
}

/** Tells whoever may decide that something began to wait for them. */
export async function tellModerators(
  unit: ModerationUnit,
  ids: IdSource,
  { item, now }: { readonly item: ModerationItem; readonly now: Date },
): Promise<void> {
  const to = await unit.reports.listModerators(item.id, now);
  if (to.length === 0) return;
  await unit.notifications.tell({
    to,
    reason: 'REPORT_WAITING',
    sourceId: ids.ordered(),
    subject: { kind: 'REPORT', id: item.id },
    groupId: item.groupId,
  });
}
