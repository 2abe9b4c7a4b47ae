import {
  conflict,
  err,
  ok,
  type ConflictError,
  type IdSource,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';
import type { MemberId } from '../../member/member.js';
import type { ModeratedSubject, ModerationUnit } from '../moderated.subject.js';
import { moderatedSubjects } from '../moderated.subjects.js';
import { moveItem, type ModerationDecision, type ModerationItem } from '../moderation.js';
import { tellOfDecision } from './tell-of-moderation.js';

/** What a moderator decided, why, and who they are. */
export type Decided = {
  readonly decision: ModerationDecision;
  readonly reason: string;
  readonly by: MemberId;
  readonly at: Date;
};

/**
 * Carries out a decision about a locked item in the transaction of whoever took it: the thing is held, shown again or
 * removed, live reports end, and author and reporters are told.
 */
export async function carryOut(
  unit: ModerationUnit,
  ids: IdSource,
  { item, decided }: { readonly item: ModerationItem; readonly decided: Decided },
): Promise<Result<ModerationItem, IllegalTransitionError | ConflictError>> {
  const { decision, reason, by, at } = decided;
  const moved = moveItem(item, decision, { by, at });
  if (!moved.ok) return moved;
  const subject = moderatedSubjects[item.subjectKind];
  const found = (await subject?.findLocked(unit, item.subjectId)) ?? null;
  if (subject === undefined || found === null) return err(conflict());
  await change(unit, subject, { item, decided });
  const id = ids.ordered<'ModerationDecision'>();
  await unit.reports.decide({ id, itemId: item.id, decision, reason, decidedBy: by, decidedAt: at });
  const isOver = decision === 'KEEP' || decision === 'REMOVE';
  const reporters = isOver ? await unit.reports.close(item.id, decision === 'KEEP' ? 'KEPT' : 'REMOVED', at) : [];
  const saved = await unit.reports.save(moved.value);
  const wasShown = item.state !== 'HELD';
  await tellOfDecision(unit, { item: saved, place: found.place, decisionId: id }, { decision, wasShown, reporters });
  return ok(saved);
}

/** What the decision does to the thing itself. */
async function change(
  unit: ModerationUnit,
  subject: ModeratedSubject,
  { item, decided }: { readonly item: ModerationItem; readonly decided: Decided },
): Promise<void> {
  const { decision, reason, at } = decided;
  if (decision === 'HOLD') await subject.hold(unit, item.subjectId, at);
  if (decision === 'REMOVE') await subject.remove(unit, item.subjectId, { reason, now: at });
  if (decision === 'RESTORE' || (decision === 'KEEP' && item.state === 'HELD'))
    await subject.restore(unit, item.subjectId, at);
}
