import { toId } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { learningNotices } from '../../notice/learning-notice.js';
import { recordFacts } from '../../record/use-cases/record-fact.js';
import type { Journey } from '../enrolment.js';
import { nextReach } from '../settle.js';
import type { Evidence } from '../../record/evidence.js';
import { progressFacts } from '../progress-facts.js';
import { announceCompletion } from './announce-completion.js';

/** The job that settles an enrolment when time alone passes one of its steps. */
export const reachStepTask = 'reach-step';

/**
 * Puts on record, inside the caller's transaction and under the member's lock, which steps were passed or taken back
 * between two states of a journey, tells the member of what was taken back, and tells of a path that became complete. Call
 * it wherever a journey is written.
 */
export async function announceProgress(
  unit: Pick<FactUnit, 'records' | 'outbox'>,
  { before, after }: { readonly before: Journey; readonly after: Journey },
  now: Date,
): Promise<void> {
  await recordFacts(unit, progressFacts(before, after, now), now);
  await tellTakenBack(unit, { before, after }, now);
  await announceCompletion(unit.outbox, before, after);
}

/** Nobody should find out by chance that what they had passed is open again. */
async function tellTakenBack(
  { outbox }: Pick<FactUnit, 'outbox'>,
  { before, after }: { readonly before: Journey; readonly after: Journey },
  now: Date,
): Promise<void> {
  const { id, pathId, memberId } = after.enrolment;
  const open = new Set(after.steps.filter(({ status }) => status !== 'PASSED').map(({ step }) => step.key));
  const takenBack = before.steps.filter(({ step, status }) => status === 'PASSED' && open.has(step.key));
  const told = takenBack.flatMap(({ evidence }) =>
    learningNotices({
      notice: 'STEP_TAKEN_BACK',
      sourceId: toId(evidence[0] ?? id),
      aboutId: pathId,
      memberIds: [memberId],
      now,
    }),
  );
  if (told.length > 0) await outbox.appendMany('LearningNotice', told);
}

/** Lets the platform settle a journey at the next instant at which time alone passes one of its steps. */
export async function planReach(
  { jobs }: Pick<FactUnit, 'jobs'>,
  journey: Journey,
  { evidence, now }: { readonly evidence: readonly Evidence[]; readonly now: Date },
): Promise<void> {
  const runAt = nextReach(journey, evidence, now);
  if (runAt === undefined) return;
  const { id: enrolmentId, memberId } = journey.enrolment;
  await jobs.enqueue(reachStepTask, { memberId }, { runAt, key: `${reachStepTask}:${enrolmentId}` });
}
