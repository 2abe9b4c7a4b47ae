import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { ActivityId } from '../activity/activity.js';
import type { Deps } from '../deps.js';
import { createFeedbackLoaders } from '../feedback/feedback.loaders.js';
import { createFeedbackRepository, type FeedbackRepository } from '../feedback/feedback.repository.js';
import { feedbackResolvers } from '../feedback/feedback.resolvers.js';
import { closeFeedback } from '../feedback/use-cases/close-feedback.js';
import { giveFeedback } from '../feedback/use-cases/give-feedback.js';
import { closeFeedbackTask } from '../feedback/use-cases/open-feedback.js';
import type { PhotoChoice, PhotoCounts } from '../photo-choice/photo-choice.js';
import { createPhotoChoiceRepository, type PhotoChoiceRepository } from '../photo-choice/photo-choice.repository.js';
import { photoChoiceResolvers } from '../photo-choice/photo-choice.resolvers.js';
import { choosePhotos } from '../photo-choice/use-cases/choose-photos.js';
import type { RegistrationId } from '../registration/registration.js';
import type { Thanks } from '../thanks/thanks.js';
import { createThanksRepository, type ThanksRepository } from '../thanks/thanks.repository.js';
import { thanksResolvers } from '../thanks/thanks.resolvers.js';
import { thankCrew } from '../thanks/use-cases/thank-crew.js';

/** The repositories of what comes after an activity. */
export type AfterRepositories = {
  readonly feedback: FeedbackRepository;
  readonly photoChoices: PhotoChoiceRepository;
  readonly thanks: ThanksRepository;
};

/** These repositories over one connection or transaction. */
export function createAfterRepositories(manager: EntityManager): AfterRepositories {
  return {
    feedback: createFeedbackRepository(manager),
    photoChoices: createPhotoChoiceRepository(manager),
    thanks: createThanksRepository(manager),
  };
}

/** The loaders of what comes after an activity, for one request. */
export function createAfterLoaders(actor: Actor, { feedback, photoChoices, thanks }: AfterRepositories) {
  return {
    ...createFeedbackLoaders(actor, feedback),
    photoChoices: new DataLoader<RegistrationId, PhotoChoice | undefined>(async (ids) => {
      const choices = await photoChoices.listOf(ids);
      return ids.map((id) => choices.get(id));
    }),
    photoCounts: new DataLoader<ActivityId, PhotoCounts>(async (ids) => {
      const counts = await photoChoices.count(ids);
      return ids.map((id) => counts.get(id) ?? { yes: 0, no: 0, askMe: 0, open: 0 });
    }),
    thanks: new DataLoader<ActivityId, readonly Thanks[]>(async (ids) => {
      const byActivity = Map.groupBy(await thanks.listOf(ids), ({ activityId }) => activityId);
      return ids.map((id) => byActivity.get(id) ?? []);
    }),
  };
}

/** Their resolvers. */
export const afterResolvers = mergeResolvers([feedbackResolvers, photoChoiceResolvers, thanksResolvers]);

/** Their mutations. */
export const afterUseCases = { choosePhotos, giveFeedback, thankCrew };

const payloadSchema = z.object({ activityId: z.string() });

/** The ends of windows, made as the platform. */
export function createAfterTasks(deps: Pick<Deps, 'transaction'>): Readonly<Record<string, Task>> {
  return {
    [closeFeedbackTask]: async (payload, at) => {
      requireDone(await closeFeedback(deps, { activityId: toId(payloadSchema.parse(payload).activityId), at }));
    },
  };
}
