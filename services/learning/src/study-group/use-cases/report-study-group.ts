import { err, illegalTransition, memberOf, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { studyGroupLifecycle } from '../study-group.js';
import { studyGroupPolicy } from '../study-group.policy.js';
import { isLivePlace } from '../study-place.js';
import {
  checkReport,
  decideReport,
  mayDecide,
  type StudyReport,
  type StudyReportId,
  type StudyReportOutcome,
} from '../study-report.js';
import { endStudyGroupIn } from './move-study-group.js';

/** What is wrong in which study group. */
export type ReportStudyGroup = Pick<StudyReport, 'groupId' | 'reason' | 'words'>;

/** Tells the officers what is wrong in a study group; while one's report waits, reporting again is reporting once. */
export function reportStudyGroup({ transaction, clock, ids }: Deps, actor: Actor, input: ReportStudyGroup) {
  return transaction(async (unit) => {
    const now = clock.now();
    const reporterId = memberOf(actor);
    const facts = await unit.studyFacts.findLocked(actor, input.groupId);
    if (facts === null) return err(notFound('StudyGroup'));
    if (reporterId === undefined || !studyGroupPolicy.can(actor, 'REPORT', facts))
      return err(notAllowed('REPORT', 'StudyGroup'));
    if (!studyGroupLifecycle.can('REPORT', facts, now)) return err(notAllowed('REPORT', 'StudyGroup'));
    const words = checkReport(input.words);
    if (!words.ok) return words;
    const open = await unit.studyReports.findOpenOf(input.groupId, reporterId);
    if (open !== null) return ok(open);
    return ok(
      await unit.studyReports.add({
        ...input,
        words: words.value,
        id: ids.ordered(),
        reporterId,
        reportedAt: now,
        outcome: undefined,
        decidedById: undefined,
        decidedAt: undefined,
        note: undefined,
        version: 1,
      }),
    );
  });
}

/** How a report is decided. */
export type DecideStudyReport = {
  readonly reportId: StudyReportId;
  readonly outcome: StudyReportOutcome;
  readonly note: string;
};

/** Decides a report; the study group goes on or ends in the same transaction. */
export function decideStudyReport(
  { transaction, clock }: Deps,
  actor: Actor,
  { reportId, ...decision }: DecideStudyReport,
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const by = memberOf(actor);
    const report = await unit.studyReports.findLocked(actor, reportId);
    if (report === null) return err(notFound('StudyReport'));
    const facts = await unit.studyFacts.findLocked(actor, report.groupId);
    const isInGroup = isLivePlace(facts?.place);
    if (by === undefined || !mayDecide(actor, report, { isInGroup })) return err(notAllowed('DECIDE', 'StudyReport'));
    const decided = decideReport(report, { ...decision, by, now });
    if (!decided.ok) return decided;
    if (facts === null) return err(illegalTransition('DECIDE', report.outcome ?? 'WAITING'));
    const saved = await unit.studyReports.save(decided.value);
    if (saved.outcome === 'GROUP_ENDED') await endStudyGroupIn(unit, facts.group);
    return ok(saved);
  });
}
