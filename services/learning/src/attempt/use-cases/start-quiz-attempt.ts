import {
  err,
  illegalTransition,
  limitReached,
  memberOf,
  notAllowed,
  notFound,
  ok,
  systemActor,
  type Actor,
} from '@guildhall/kernel';
import type { Deps, FactUnit } from '../../deps.js';
import { publishedQuizOf, type Quiz, type QuizId } from '../../quiz/quiz.js';
import { quizPolicy } from '../../quiz/quiz.policy.js';
import { standingOf, type QuizFacts } from '../../quiz/standing.js';
import { beginAttempt, isTimeUp, type AttemptSheet } from '../attempt.js';
import { closeAttempt, runOutKey, runOutTask } from './close-attempt.js';

const platform = systemActor('start-quiz-attempt');

/** Begins an attempt: draws its questions and starts the clock. While one is open, that one is the answer. */
export function startQuizAttempt(
  { transaction, clock, ids }: Deps,
  actor: Actor,
  { quizId }: { readonly quizId: QuizId },
) {
  return transaction(async (unit) => {
    const now = clock.now();
    const memberId = memberOf(actor);
    const quiz = await unit.quizzes.findVisible(actor, quizId);
    if (quiz === null) return err(notFound('Quiz'));
    if (memberId === undefined || !quizPolicy.can(actor, 'START_ATTEMPT'))
      return err(notAllowed('START_ATTEMPT', 'Quiz'));
    await unit.enrolments.lockMember(memberId);
    await closeOverdue(unit, actor, { quizId, now, ids });
    const { facts, place } = await readFacts(unit, actor, quiz);
    const open = facts.attempts.find(({ status }) => status === 'OPEN');
    if (open !== undefined) return ok(open);
    const standing = standingOf(facts, now);
    const version = publishedQuizOf(facts.versions);
    if (standing === 'USED_UP' && version !== undefined)
      return err(limitReached('You have no attempts left on this enrolment.', version.attemptsMax));
    if (standing !== 'READY' || version === undefined || place === undefined)
      return err(illegalTransition('START_ATTEMPT', standing));
    const bank = await unit.questions.listOf(platform, [version.id]);
    const by = { id: ids.random<'QuizAttempt'>(), memberId, number: facts.used + 1, seed: ids.random(), now };
    const sheet = beginAttempt(version, bank, { ...by, ...place });
    await planEnd(unit, sheet);
    return ok(await unit.attempts.add(sheet));
  });
}

/** The platform may be late to end an attempt; whoever comes back meanwhile finds it ended at its time. */
async function closeOverdue(
  unit: FactUnit,
  actor: Actor,
  { quizId, now, ids }: { readonly quizId: QuizId; readonly now: Date } & Pick<Deps, 'ids'>,
): Promise<void> {
  const attempts = await unit.attempts.listOwn(actor, [quizId]);
  const overdue = attempts.find((attempt) => attempt.status === 'OPEN' && isTimeUp(attempt, now));
  const sheet = overdue && (await unit.attempts.findSheetLocked(actor, overdue.id));
  if (sheet?.attempt.status === 'OPEN') await closeAttempt(unit, sheet, { action: 'RUN_OUT', now, ids });
}

/** What decides whether the viewer may begin, and at which step of which enrolment. */
async function readFacts(unit: FactUnit, actor: Actor, quiz: Quiz) {
  const versions = await unit.quizzes.listVersionsOf(actor, [quiz.id]);
  const attempts = await unit.attempts.listOwn(actor, [quiz.id]);
  const enrolled = await unit.enrolments.listOwn(actor, [quiz.pathId]);
  const [journey] = await unit.enrolments.listJourneys(enrolled);
  const step = journey?.steps.find((progress) => progress.step.key === quiz.stepKey);
  const used = attempts.filter(({ enrolmentId }) => enrolmentId === journey?.enrolment.id).length;
  const facts: QuizFacts = { versions, attempts, step, used };
  return { facts, place: step && { enrolmentId: step.enrolmentId, stepId: step.step.id } };
}

async function planEnd(unit: FactUnit, { attempt }: AttemptSheet): Promise<void> {
  const { id: attemptId, endsAt } = attempt;
  if (endsAt !== undefined)
    await unit.jobs.enqueue(runOutTask, { attemptId }, { runAt: endsAt, key: runOutKey(attempt) });
}
