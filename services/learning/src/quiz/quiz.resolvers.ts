import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest } from '@guildhall/subgraph';
import { percentOf } from '../attempt/attempt.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { publishedQuizOf, quizVersionLifecycle, type Quiz } from './quiz.js';
import { quizPolicy } from './quiz.policy.js';
import { nextStartAt, quizLifecycleAt, standingOf, type QuizFacts } from './standing.js';

/** Resolvers of the noun Quiz, with its versions. */
export const quizResolvers: Resolvers = {
  Query: {
    quiz: async (_root, { id }, { loaders }) => (await loaders.quizzes.load(toId(id))) ?? null,
  },
  Step: {
    quiz: async ({ id, kind }, _args, { loaders }) =>
      kind === 'QUIZ' ? ((await loaders.quizOfStep.load(id)) ?? null) : null,
  },
  Quiz: {
    path: async ({ pathId }, _args, { loaders }) => (await loaders.paths.load(pathId)) ?? null,
    title: titleOf,
    published: async ({ id }, _args, { loaders }) => publishedQuizOf(await loaders.quizVersionsOf.load(id)) ?? null,
    versions: ({ id }, _args, { loaders }) => loaders.quizVersionsOf.load(id),
    viewerStanding: async (quiz, _args, context) => standingOf(await factsOf(quiz, context), context.now),
    viewerOpenAttempt: async ({ id }, _args, { loaders }) =>
      (await loaders.attemptsAt.load(id)).find(({ status }) => status === 'OPEN') ?? null,
    viewerBestPercent: async ({ id }, _args, { loaders }) => {
      const ended = (await loaders.attemptsAt.load(id)).flatMap((attempt) => percentOf(attempt) ?? []);
      return ended.length === 0 ? null : Math.max(...ended);
    },
    viewerAttemptsLeft: async (quiz, _args, context) => {
      const { versions, step, used } = await factsOf(quiz, context);
      const published = publishedQuizOf(versions);
      return step === undefined || published === undefined ? null : Math.max(0, published.attemptsMax - used);
    },
    viewerNextAttemptAt: async ({ id }, _args, { loaders, now }) => {
      const next = nextStartAt(await loaders.attemptsAt.load(id));
      return next !== undefined && next > now ? next : null;
    },
    viewerAttempts: ({ id }, page, { actor, read }) =>
      read.attempts.pageOwn(actor, id, readPageRequest(page, ['instant', 'id'])),
    viewerActions: async (quiz, _args, context) =>
      viewerActions(quizLifecycleAt(context.now), await factsOf(quiz, context), context.now, (action) =>
        quizPolicy.can(context.actor, action),
      ),
  },
  QuizVersion: {
    version: ({ number }) => number,
    quiz: async ({ quizId }, _args, { loaders }) => (await loaders.quizzes.load(quizId)) ?? null,
    author: ({ authorId }) => ({ id: authorId }),
    questions: async (version, _args, { actor, loaders }) => {
      const attempts = await loaders.attemptsAt.load(version.quizId);
      const isTaking = attempts.some(({ status }) => status === 'OPEN');
      return quizPolicy.canReadQuestions(actor, version, isTaking) ? loaders.questionsOf.load(version.id) : null;
    },
    viewerActions: (version, _args, { actor, now }) =>
      viewerActions(quizVersionLifecycle, version, now, (action) => quizPolicy.canVersion(actor, action, version)),
  },
};

/** A quiz with what decides how the viewer stands with it. */
async function factsOf({ id, pathId, stepKey }: Quiz, { loaders }: Context): Promise<QuizFacts> {
  const [versions, attempts, enrolment] = await Promise.all([
    loaders.quizVersionsOf.load(id),
    loaders.attemptsAt.load(id),
    loaders.viewerEnrolments.load(pathId),
  ]);
  const steps = enrolment === undefined ? [] : await loaders.progressOf.load(enrolment);
  const step = steps.find((progress) => progress.step.key === stepKey);
  return { versions, attempts, step, used: attempts.filter(({ enrolmentId }) => enrolmentId === enrolment?.id).length };
}

/** What the step is called in the version the viewer is on, or in the published or newest one they may see. */
async function titleOf(
  { pathId, stepKey }: Quiz,
  _args: unknown,
  { loaders }: Pick<Context, 'loaders'>,
): Promise<string | null> {
  const [enrolment, versions] = await Promise.all([
    loaders.viewerEnrolments.load(pathId),
    loaders.versionsOf.load(pathId),
  ]);
  const published = versions.find(({ status }) => status === 'PUBLISHED');
  const versionIds = [enrolment?.pathVersionId, published?.id, versions.at(-1)?.id].flatMap((id) => id ?? []);
  const lists = await Promise.all(versionIds.map((versionId) => loaders.stepsOf.load(versionId)));
  return lists.flat().find(({ key }) => key === stepKey)?.title ?? null;
}
