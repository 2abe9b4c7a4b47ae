import DataLoader from 'dataloader';
import type { ActivityId } from '../activity/activity.js';
import type { Repositories } from '../deps.js';
import type { RegistrationId } from '../registration/registration.js';
import type { Answer, AnswerTally, Question, QuestionId } from './question.js';

/** The questions of activities, in their order. */
export function createQuestionLoader(
  questions: Repositories['questions'],
): DataLoader<ActivityId, readonly Question[]> {
  return new DataLoader(async (ids) => {
    const byActivity = Map.groupBy(await questions.listOfActivities(ids), ({ activityId }) => activityId);
    return ids.map((id) => byActivity.get(id) ?? []);
  });
}

/** The answers of registrations; the resolvers ask before who may see them. */
export function createAnswerLoader(
  questions: Repositories['questions'],
  now: Date,
): DataLoader<RegistrationId, readonly Answer[]> {
  return new DataLoader(async (ids) => {
    const byRegistration = Map.groupBy(await questions.listAnswers(ids, now), ({ registrationId }) => registrationId);
    return ids.map((id) => byRegistration.get(id) ?? []);
  });
}

/** How often what was answered to questions; the resolvers ask before who may see it. */
export function createAnswerTallyLoader(
  questions: Repositories['questions'],
  now: Date,
): DataLoader<QuestionId, readonly AnswerTally[]> {
  return new DataLoader(async (ids) => {
    const byQuestion = Map.groupBy(await questions.listTallies(ids, now), ({ questionId }) => questionId);
    return ids.map((id) => byQuestion.get(id) ?? []);
  });
}
