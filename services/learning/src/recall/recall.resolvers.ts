import { toId, viewerActions, memberOf, type Actor } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { outcomeOf, shownAnswer } from '../question/asked.js';
import { readSentAnswer } from '../question/question-input.js';
import { campusDay } from './campus-day.js';
import { nextDates, recallRatings } from './memory.js';
import { defaultSettings, recallCardLifecycle, recallLifecycle, type RecallSettings } from './recall-card.js';
import { forecastDays } from './recall-rules.js';
import { recallPolicy } from './recall.policy.js';

const rememberedDays = 30;

/** Resolvers of the noun Recall, with its cards. */
export const recallResolvers: Resolvers = {
  Viewer: {
    recall: (_viewer, _args, { actor, loaders }) => loaders.recallSettings.load(actor),
  },
  Mutation: {
    answerRecallCard: async (_root, { input: { cardId, answer } }, { actor, learning }) =>
      toResult(
        'AnswerRecallCardSuccess',
        await learning.answerRecallCard(actor, { cardId: toId(cardId), answer: readSentAnswer(answer) }),
        (card) => ({ card }),
      ),
    rateRecallCard: async (
      _root,
      { input: { cardId, rating, idempotencyKey } },
      { actor, learning, read, loaders },
    ) => {
      const rated = await learning.rateRecallCard(actor, {
        cardId: toId(cardId),
        rating,
        idempotencyKey: idempotencyKey ?? undefined,
      });
      const card = rated.ok ? await read.recall.findSheet(actor, rated.value.id) : null;
      const recall = await settingsOf(actor, loaders);
      return toResult('RateRecallCardSuccess', rated, () => ({ card, recall }));
    },
    changeRecallSettings: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ChangeRecallSettingsSuccess',
        await learning.changeRecallSettings(actor, {
          retentionPercent: input.retentionPercent ?? undefined,
          isPaused: input.isPaused ?? undefined,
        }),
        (recall) => ({ recall }),
      ),
  },
  Recall: {
    dueCount: async ({ pausedAt }, _args, context) => (pausedAt === undefined ? (await totalsOf(context)).due : 0),
    due: ({ pausedAt }, page, { actor, read, now, campusZone }) => {
      const request = readPageRequest(page, ['instant', 'id']);
      const isPaused = pausedAt !== undefined;
      return read.recall.pageDue(actor, isPaused ? new Date(0) : campusDay(now, campusZone).to, request);
    },
    cardCount: async (_settings, _args, context) => (await totalsOf(context)).all,
    nextDueAt: async (_settings, _args, context) => (await totalsOf(context)).nextDueAt,
    forecast: async (_settings, _args, context) => forecastOf(context),
    reviewedToday: async (_settings, _args, { actor, read, now, campusZone }) => {
      const today = campusDay(now, campusZone);
      return (await read.recall.countReviews(actor, today.from, today.to)).reviewed;
    },
    rememberedPercent: async (_settings, _args, { actor, read, now, campusZone }) => {
      const from = campusDay(now, campusZone, 1 - rememberedDays).from;
      const { reviewed, right } = await read.recall.countReviews(actor, from, campusDay(now, campusZone).to);
      return reviewed === 0 ? null : Math.round((right * 100) / reviewed);
    },
    viewerActions: (settings, _args, { actor, now }) =>
      viewerActions(recallLifecycle, settings, now, (action) => recallPolicy.can(actor, action, settings)),
  },
  RecallCard: {
    id: ({ card }) => card.id,
    question: (sheet) => sheet,
    quiz: async ({ card }, _args, { loaders }) => (await loaders.quizzes.load(card.quizId)) ?? null,
    dueAt: ({ card }) => card.dueAt,
    reviews: ({ card }) => card.reps,
    answer: ({ card: { answer }, order }) => (answer === undefined ? null : shownAnswer(order, answer)),
    outcome: (sheet) => {
      const { answer, isRight } = sheet.card;
      return isRight === undefined ? null : outcomeOf(sheet, { answer, isRight }, true);
    },
    choices: async ({ card }, _args, { actor, loaders, now }) => {
      if (card.answer === undefined) return null;
      const { retentionPercent } = await settingsOf(actor, loaders);
      const dates = nextDates(card, now, retentionPercent);
      return recallRatings.map((rating) => ({ rating, dueAt: dates[rating] }));
    },
    viewerActions: async ({ card }, _args, { actor, loaders, now, campusZone }) => {
      const { pausedAt } = await settingsOf(actor, loaders);
      const facts = { card, isPaused: pausedAt !== undefined, dueBefore: campusDay(now, campusZone).to };
      return viewerActions(recallCardLifecycle, facts, now, (action) => recallPolicy.can(actor, action, card));
    },
  },
};

/** The viewer's settings; cards are read by their members alone, so somebody without settings reads none. */
async function settingsOf(actor: Actor, loaders: Context['loaders']): Promise<RecallSettings> {
  return (await loaders.recallSettings.load(actor)) ?? defaultSettings(memberOf(actor) ?? toId(''));
}

function totalsOf({ loaders, now, campusZone }: Context) {
  return loaders.recallTotals.load(campusDay(now, campusZone).to);
}

/** Cards by the day they come back, today first with what is overdue. */
async function forecastOf({ actor, read, now, campusZone }: Context) {
  const days = Array.from({ length: forecastDays }, (_, ahead) => campusDay(now, campusZone, ahead));
  const [today, last] = [days[0], days.at(-1)];
  const counts = await read.recall.countByDay(actor, last?.to ?? now, campusZone);
  const overdue = [...counts].filter(([date]) => today !== undefined && date < today.date);
  const late = overdue.reduce((sum, [, cards]) => sum + cards, 0);
  return days.map(({ date }, ahead) => ({ date, cards: (counts.get(date) ?? 0) + (ahead === 0 ? late : 0) }));
}
