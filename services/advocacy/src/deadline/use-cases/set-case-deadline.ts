import { err, FieldChecks, illegalTransition, notAllowed, notFound, ok, type Actor } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import { canCourse } from '../../course/course.js';
import { coursePolicy } from '../../course/course.policy.js';
import type { Deps } from '../../deps.js';
import { viewerOf } from '../../sealing/viewer.js';
import type { NewDeadline, ServiceRule } from '../deadline.js';
import { dueFrom, type DeadlineTerms } from '../due.js';

/** Which date of the university's procedure starts when; `dueAt` only where the university named it. */
export type SetCaseDeadline = {
  readonly caseId: CaseId;
  readonly kind: 'PROCEDURE' | 'APPEAL' | 'WHOLE_PROCEDURE';
  readonly startedAt: Date;
  readonly dueAt: Date | undefined;
};

/**
 * Sets a date of the stage the case is in. Correcting one makes a new row and keeps the old: a wrong date may be too late,
 * and a student must not be shown it a day longer.
 */
export function setCaseDeadline({ transaction, clock, ids, vault }: Deps, actor: Actor, input: SetCaseDeadline) {
  const viewer = viewerOf(actor, vault);
  return transaction(async ({ cases, deadlines }) => {
    const now = clock.now();
    const { caseId, kind, startedAt } = input;
    const item = await cases.findVisible(viewer, caseId);
    if (item === null) return err(notFound('Case'));
    if (!coursePolicy.can(viewer, 'SET_DEADLINE', item)) return err(notAllowed('SET_DEADLINE', 'Case'));
    if (!canCourse('SET_DEADLINE', item, { isReopeningAsked: false, hasOwedDate: false }))
      return err(illegalTransition('SET_DEADLINE', item.status));
    const due = checkDue(input, await deadlines.ruleAt(now), now);
    if (!due.ok) return due;
    const stage = item.stage;
    await deadlines.replace(caseId, { kind, stage }, now);
    await deadlines.add([
      { id: ids.random(), caseId, kind, stage, startsAt: startedAt, metAt: undefined, ...due.value },
    ]);
    return ok(item);
  });
}

function checkDue({ kind, startedAt, dueAt }: SetCaseDeadline, rule: ServiceRule, now: Date) {
  const terms = termsOf(kind, rule);
  const checks = new FieldChecks().that(
    startedAt <= now,
    'startedAt',
    'OUT_OF_RANGE',
    'A clock cannot have started in the future.',
  );
  if (terms === undefined) {
    checks
      .that(dueAt !== undefined, 'dueAt', 'REQUIRED', 'Give the date that the university named.')
      .that(dueAt === undefined || dueAt > now, 'dueAt', 'OUT_OF_RANGE', 'This date is over already.');
  } else {
    checks.that(dueAt === undefined, 'dueAt', 'CONTRADICTION', 'This date is counted by the rules; leave it out.');
  }
  const counted: Pick<NewDeadline, 'dueAt' | 'terms' | 'ruleVersion'> =
    terms === undefined
      ? { dueAt: dueAt ?? startedAt, ruleVersion: undefined }
      : { dueAt: dueFrom(startedAt, terms, rule.calendar), terms, ruleVersion: rule.version };
  return checks.finish(counted);
}

function termsOf(kind: SetCaseDeadline['kind'], rule: ServiceRule): DeadlineTerms | undefined {
  if (kind === 'PROCEDURE') return undefined;
  return kind === 'APPEAL'
    ? { measure: 'WORKING_DAYS', amount: rule.appealDays }
    : { measure: 'CALENDAR_DAYS', amount: rule.wholeProcedureDays };
}
