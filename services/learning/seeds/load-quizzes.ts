import { createHash } from 'node:crypto';
import { adasQuiz, demoMembers, planDemoQuizzes, type DemoQuizQuestion, type DemoQuiz } from '@guildhall/demo';
import { toId, uuidv7, type Id } from '@guildhall/kernel';
import { insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { beginAttempt, endAttempt, type AttemptSheet } from '../src/attempt/attempt.js';
import type { EnrolmentId } from '../src/enrolment/enrolment.js';
import type { StepId } from '../src/path/step.js';
import { noAnswer, rightAnswer, type Answer } from '../src/question/judge.js';
import type { Question } from '../src/question/question.js';
import type { QuizVersion } from '../src/quiz/quiz.js';
import { memoryAfter, remember, type Review } from '../src/recall/memory.js';
import { cardRow, reviewRow } from '../src/recall/recall-row.js';
import { retentionDefault } from '../src/recall/recall-rules.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** A quiz step that somebody passed, or, for Ada, is at. */
type Place = {
  readonly enrolmentId: EnrolmentId;
  readonly memberId: Id<'Member'>;
  readonly stepId: StepId;
  readonly pathId: string;
  readonly passedAt: Date | null;
};

/** The id of a row that follows from its name. There are tens of thousands, so it takes all of a hash. */
function idOf<Kind extends string>(name: string, at: Date): Id<Kind> {
  const hash = createHash('sha256').update(name).digest();
  return toId(uuidv7(at.getTime(), (count) => hash.subarray(0, count)));
}

/** Loads the quizzes of the demo union, an attempt for every quiz step that was passed, and what comes back after them. */
export async function loadQuizzes(manager: EntityManager, anchor: Date): Promise<void> {
  const quizzes = planDemoQuizzes();
  await loadBanks(manager, quizzes, anchor);
  const byPath = new Map<string, DemoQuiz>(quizzes.map((quiz) => [quiz.pathId, quiz]));
  const places: readonly Place[] = await manager.query(
    `select g.enrolment_id as "enrolmentId", e.member_id as "memberId", g.step_id as "stepId", e.path_id as "pathId", g.passed_at as "passedAt"
     from step_progress g join path_step s on s.id = g.step_id join enrolment e on e.id = g.enrolment_id
     where s.kind = 'QUIZ' and (g.status = 'PASSED' or (e.member_id = $1 and e.path_id = $2)) order by g.enrolment_id`,
    [demoMembers.ada.memberId, quizzes.find(({ id }) => id === adasQuiz)?.pathId],
  );
  const attempts = places.flatMap((place) => {
    const quiz = byPath.get(place.pathId);
    return quiz === undefined ? [] : [attemptOf(quiz, place, anchor)];
  });
  await insertRows(manager, 'quiz_attempt', attempts.map(attemptRow));
  await insertRows(manager, 'attempt_question', attempts.flatMap(answerRows));
  const learned = attempts.flatMap((sheet) => learnedFrom(sheet, anchor));
  await insertRows(
    manager,
    'recall_card',
    learned.map(({ card }) => card),
  );
  await insertRows(
    manager,
    'recall_review',
    learned.flatMap(({ reviews }) => reviews),
  );
}

/** Questions are written into a draft, which is then published, as everywhere. */
async function loadBanks(manager: EntityManager, quizzes: readonly DemoQuiz[], anchor: Date): Promise<void> {
  const steps: readonly { pathId: string; key: string }[] = await manager.query(
    `select distinct on (v.path_id) v.path_id as "pathId", s.key from path_step s join path_version v on v.id = s.path_version_id
     where s.kind = 'QUIZ' order by v.path_id, (v.status = 'PUBLISHED') desc, s.position`,
  );
  const keys = new Map(steps.map(({ pathId, key }) => [pathId, key]));
  const known = quizzes.filter(({ pathId }) => keys.has(pathId));
  await insertRows(
    manager,
    'quiz',
    known.map(({ id, pathId }) => ({ id, path_id: pathId, step_key: keys.get(pathId) })),
  );
  await insertRows(manager, 'quiz_version', known.map(draftRow));
  await insertRows(manager, 'quiz_question', known.flatMap(questionRows));
  await manager.query(
    `update quiz_version set status = 'PUBLISHED', reviewer_id = $2, published_at = $3 where id = any($1::uuid[])`,
    [known.map(({ versionId }) => versionId), demoMembers.rosa.memberId, new Date(anchor.getTime() - 390 * dayMs)],
  );
}

function draftRow({ id, versionId, drawCount, passPercent, minutes, authorId }: DemoQuiz): Row {
  return {
    id: versionId,
    quiz_id: id,
    number: 1,
    status: 'DRAFT',
    language: 'en',
    draw_count: drawCount,
    pass_percent: passPercent,
    time_limit_minutes: minutes,
    attempts_max: 6,
    author_id: authorId,
    version: 1,
  };
}

function questionRows({ versionId, questions }: DemoQuiz): readonly Row[] {
  return questions.map(({ accepted, choices, ...question }, index) => ({
    ...question,
    accepted,
    choices,
    quiz_version_id: versionId,
    position: index + 1,
  }));
}

function toQuestion(versionId: DemoQuiz['versionId'], question: DemoQuizQuestion, index: number): Question {
  const { number, tolerance, unit, explanation, choices } = question;
  return {
    ...question,
    choices: choices.map(({ text, isRight, feedback }) => ({ text, isRight, feedback })),
    number,
    tolerance,
    unit,
    explanation,
    resourceId: undefined,
    quizVersionId: versionId,
    position: index + 1,
  };
}

/** Ada failed three days ago; everybody else passed with one wrong answer at most, when their step says so. */
function attemptOf(quiz: DemoQuiz, place: Place, anchor: Date): AttemptSheet {
  const { memberId, enrolmentId, stepId, passedAt } = place;
  const endedAt = passedAt ?? new Date(anchor.getTime() - 3 * dayMs);
  const version: QuizVersion = {
    id: quiz.versionId,
    quizId: quiz.id,
    number: 1,
    status: 'PUBLISHED',
    language: 'en',
    drawCount: quiz.drawCount,
    passPercent: quiz.passPercent,
    timeLimitMinutes: quiz.minutes,
    attemptsMax: 6,
    authorId: quiz.authorId,
    reviewerId: quiz.reviewerId,
    publishedAt: anchor,
    version: 1,
  };
  const bank = quiz.questions.map((question, index) => toQuestion(quiz.versionId, question, index));
  const now = new Date(endedAt.getTime() - 6 * minuteMs);
  const id = idOf<'QuizAttempt'>(`attempt/${enrolmentId}`, endedAt);
  const begun = beginAttempt(version, bank, { id, memberId, enrolmentId, stepId, number: 1, seed: `${id}`, now });
  const wrong = passedAt === null ? Math.ceil(begun.questions.length * 0.6) : begun.questions.length % 2;
  const answered = begun.questions.map((one, index) => ({
    ...one,
    answer: index < wrong ? wrongAnswer(one.question) : rightAnswer(one.question),
    answeredAt: new Date(now.getTime() + (index + 1) * 30_000),
  }));
  const ended = endAttempt({ attempt: begun.attempt, questions: answered }, 'FINISH', endedAt);
  if (!ended.ok) throw new RangeError('an open attempt can be finished');
  return ended.value;
}

function wrongAnswer({ kind, choices, number }: Question): Answer {
  if (kind === 'NUMERIC') return { ...noAnswer, number: (number ?? 0) + 7 };
  if (kind === 'SHORT_TEXT') return { ...noAnswer, text: 'I am not sure' };
  if (kind === 'ORDERING') return { ...noAnswer, choices: choices.map((_, place) => choices.length - 1 - place) };
  return { ...noAnswer, choices: [choices.findIndex(({ isRight }) => !isRight)] };
}

function attemptRow({ attempt }: AttemptSheet): Row {
  return {
    id: attempt.id,
    member_id: attempt.memberId,
    enrolment_id: attempt.enrolmentId,
    step_id: attempt.stepId,
    quiz_id: attempt.quizId,
    quiz_version_id: attempt.quizVersionId,
    number: attempt.number,
    status: attempt.status,
    seed: attempt.seed,
    rules_version: attempt.rulesVersion,
    pass_percent: attempt.passPercent,
    question_count: attempt.questionCount,
    started_at: attempt.startedAt,
    ends_at: attempt.endsAt,
    ended_at: attempt.endedAt,
    right_count: attempt.rightCount,
    next_at: attempt.nextAt,
    version: 1,
  };
}

function answerRows({ questions }: AttemptSheet): readonly Row[] {
  return questions.map(({ attemptId, position, question, order, answer, answeredAt, isRight }) => ({
    attempt_id: attemptId,
    position,
    question_id: question.id,
    order,
    answer,
    answered_at: answeredAt,
    is_right: isRight,
  }));
}

const ratings: readonly Review['rating'][] = ['GOOD', 'GOOD', 'EASY', 'GOOD', 'HARD'];

/** What comes back, as if it had been reviewed whenever it was due, up to a few days ago; Ada reviewed every second one, once. */
function learnedFrom({ attempt, questions }: AttemptSheet, anchor: Date) {
  const { memberId, quizId, endedAt = anchor, status } = attempt;
  const until = new Date(anchor.getTime() - 2 * dayMs);
  return questions.map(({ question, position, isRight = false }) => {
    const name = `${attempt.id}/${position}`;
    const review = (number: number, reviewedAt: Date, rating: Review['rating']): Review => ({
      id: idOf<'RecallReview'>(`review/${name}/${number}`, reviewedAt),
      rating,
      reviewedAt,
      retentionPercent: retentionDefault,
    });
    const reviews = [review(0, endedAt, isRight ? 'GOOD' : 'AGAIN')];
    const most = status === 'FAILED' ? 1 + ((position + 1) % 2) : 9;
    const before = status === 'FAILED' ? anchor : until;
    let memory = memoryAfter(endedAt, reviews);
    while (memory.dueAt < before && reviews.length < most) {
      const next = review(reviews.length, memory.dueAt, ratings[position % ratings.length] ?? 'GOOD');
      reviews.push(next);
      memory = remember(memory, next);
    }
    const id = idOf<'RecallCard'>(`card/${name}`, endedAt);
    const card = { ...memory, answer: undefined, isRight: undefined, version: 1 };
    return {
      card: cardRow({ ...card, id, memberId, quizId, questionKey: toId(question.key), madeAt: endedAt }),
      reviews: reviews.map((one, index) =>
        reviewRow({
          ...one,
          cardId: id,
          memberId,
          source: index === 0 ? 'QUIZ' : 'REVIEW',
          wasRight: index > 0 || isRight,
        }),
      ),
    };
  });
}
