import {
  err,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
  type IdSource,
  type LimitReachedError,
  type NotAllowedError,
  type NotFoundError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { MemberId } from '../../member/member.js';
import { moderatedSubjects } from '../moderated.subjects.js';
import type { ModeratedSubject, ModeratedWords, ModerationUnit } from '../moderated.subject.js';
import { moveItem, type ModerationItem, type ReportReason, type Subject } from '../moderation.js';
import { groundlessReports, moderationPolicy, reportsPerDay, reportsToHold } from '../moderation.policy.js';
import { checkNote } from '../report.js';
import { tellOfHold, tellModerators } from './tell-of-moderation.js';

/** What somebody reports, and why. */
export type FileReport = {
  readonly subject: Subject;
  readonly reason: ReportReason;
  readonly note: string | undefined;
};

/** Why a report is not taken. */
export type ReportRefusal = NotFoundError | NotAllowedError | ValidationError | LimitReachedError;

/**
 * Reports something in the transaction of whoever calls it. A second report of the same thing while the first one lives
 * says the same and changes nothing. The third member's report holds the thing back, exactly once.
 */
export async function fileReport(
  unit: ModerationUnit,
  { actor, ids, now }: { readonly actor: Actor; readonly ids: IdSource; readonly now: Date },
  { subject, reason, note }: FileReport,
): Promise<Result<Subject, ReportRefusal>> {
  const moderated = moderatedSubjects[subject.kind];
  const readable = (await moderated?.findReadable(unit, actor, subject.id)) ?? null;
  const by = memberOf(actor);
  if (moderated === undefined || readable === null) return err(notFound('Content'));
  if (by === undefined || !moderationPolicy.canReport(actor, readable)) return err(notAllowed('REPORT', 'Content'));
  const words = checkNote(reason, note);
  if (!words.ok) return words;
  const item = await unit.reports.lock(newItem(ids, { subject, readable, now }));
  return addReport(unit, { moderated, ids, now }, { item, by, reason, note: words.value });
}

/** Adds the report to what is known of the thing, whose item is locked, unless the member's last one lives. */
async function addReport(
  unit: ModerationUnit,
  { moderated, ids, now }: { readonly moderated: ModeratedSubject; readonly ids: IdSource; readonly now: Date },
  { item, by, ...said }: Pick<FileReport, 'reason' | 'note'> & { readonly item: ModerationItem; readonly by: MemberId },
): Promise<Result<Subject, NotFoundError | LimitReachedError>> {
  const subject: Subject = { kind: item.subjectKind, id: item.subjectId };
  // Held, removed or taken back while this waited: for everybody but its author it is gone.
  const reported = moveItem(item, 'REPORT', { by, at: now });
  const current = reported.ok ? await moderated.findLocked(unit, item.subjectId) : null;
  if (!reported.ok || current === null) return err(notFound('Content'));
  const record = await unit.reports.recordOf(by, item.id, now);
  if (record.isLive) return ok(subject);
  if (record.today >= reportsPerDay)
    return err(
      limitReached(
        'You reported as much as is possible in one day. Write to the union if it cannot wait.',
        reportsPerDay,
      ),
    );
  await unit.reports.file({
    id: ids.ordered(),
    itemId: item.id,
    reporterId: by,
    ...said,
    words: current.words,
    counts: !record.hasCounted && record.groundless < groundlessReports,
    reportedAt: now,
    closedAt: undefined,
    outcome: undefined,
  });
  await holdIfEnough(unit, { moderated, ids, now }, { before: item, reported: reported.value, current });
  return ok(subject);
}

/** Holds the thing back with enough reports; else it waits for a moderator in sight of everybody. */
async function holdIfEnough(
  unit: ModerationUnit,
  { moderated, ids, now }: { readonly moderated: ModeratedSubject; readonly ids: IdSource; readonly now: Date },
  {
    before,
    reported,
    current,
  }: { readonly before: ModerationItem; readonly reported: ModerationItem; readonly current: ModeratedWords },
): Promise<void> {
  const isEnough = (await unit.reports.countTowardsHold(before.id)) >= reportsToHold;
  const held = isEnough ? moveItem(reported, 'HOLD', { by: undefined, at: now }) : undefined;
  const saved = await unit.reports.save(held?.ok ? held.value : reported);
  if (held?.ok) {
    const id = ids.ordered<'ModerationDecision'>();
    await moderated.hold(unit, saved.subjectId, now);
    await unit.reports.decide({
      id,
      itemId: saved.id,
      decision: 'HOLD',
      reason: undefined,
      decidedBy: undefined,
      decidedAt: now,
    });
    await tellOfHold(unit, { item: saved, place: current.place, decisionId: id });
  }
  const isNew = before.state !== 'REPORTED' || before.since.getTime() === now.getTime();
  if (isNew) await tellModerators(unit, ids, { item: saved, now });
}

/** A thing that moderation has not heard of yet. */
export function newItem(
  ids: IdSource,
  { subject, readable, now }: { readonly subject: Subject; readonly readable: ModeratedWords; readonly now: Date },
): ModerationItem {
  return {
    id: ids.ordered(),
    subjectKind: subject.kind,
    subjectId: subject.id,
    authorId: readable.authorId,
    groupId: readable.groupId,
    state: 'REPORTED',
    since: now,
    removedBy: undefined,
    appeal: undefined,
    appealedAt: undefined,
    appealDecidedBy: undefined,
    version: 1,
  };
}
