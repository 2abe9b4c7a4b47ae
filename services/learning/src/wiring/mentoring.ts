import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { createMentorOfferRepository, type MentorOfferRepository } from '../mentoring/mentor-offer.repository.js';
import { mentorPairMutations } from '../mentoring/mentor-pair.mutations.resolvers.js';
import { createMentorPairRepository, type MentorPairRepository } from '../mentoring/mentor-pair.repository.js';
import { createMentorWorkRepository, type MentorWorkRepository } from '../mentoring/mentor-work.repository.js';
import { MentorOfferEntity, MentorPairEntity } from '../mentoring/mentor.entity.js';
import { createMentorLoaders } from '../mentoring/mentor.loaders.js';
import { mentorResolvers } from '../mentoring/mentor.resolvers.js';
import { askMentor, lapsePairTask } from '../mentoring/use-cases/ask-mentor.js';
import {
  offerMentoring,
  pauseMentoring,
  resumeMentoring,
  withdrawMentoring,
} from '../mentoring/use-cases/move-mentor-offer.js';
import {
  acceptMentee,
  confirmMentor,
  declineMentee,
  endMentoring,
  lapseMentorPair,
  withdrawMentorAsk,
} from '../mentoring/use-cases/move-mentor-pair.js';
import {
  dropMentorGoal,
  dropMentorMeeting,
  noteMentorMeeting,
  setMentorGoal,
  tickMentorGoal,
} from '../mentoring/use-cases/work-in-pair.js';
import type { StudyRepositories } from './study.js';

/** The tables of mentoring that are read as entities. */
export const mentoringEntities = [MentorOfferEntity, MentorPairEntity];

/** The repositories of mentoring. */
export type MentoringRepositories = {
  readonly mentorOffers: MentorOfferRepository;
  readonly mentorPairs: MentorPairRepository;
  readonly mentorWork: MentorWorkRepository;
};

/** These repositories over one connection or transaction. */
export function createMentoringRepositories(manager: EntityManager): MentoringRepositories {
  return {
    mentorOffers: createMentorOfferRepository(manager),
    mentorPairs: createMentorPairRepository(manager),
    mentorWork: createMentorWorkRepository(manager),
  };
}

/** The loaders of mentoring, for one request. */
export function createMentoringLoaders(actor: Actor, repositories: StudyRepositories) {
  return createMentorLoaders(actor, repositories);
}

/** Their resolvers. */
export const mentoringResolvers = mergeResolvers([mentorResolvers, mentorPairMutations]);

/** Their mutations. */
export const mentoringUseCases = {
  acceptMentee,
  askMentor,
  confirmMentor,
  declineMentee,
  dropMentorGoal,
  dropMentorMeeting,
  endMentoring,
  noteMentorMeeting,
  offerMentoring,
  pauseMentoring,
  resumeMentoring,
  setMentorGoal,
  tickMentorGoal,
  withdrawMentorAsk,
  withdrawMentoring,
};

const payloadSchema = z.object({ pairId: z.string() });

/** The timed decisions of mentoring, made as the platform. */
export function createMentoringTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [lapsePairTask]: async (payload) =>
      requireDone(await lapseMentorPair(deps, { pairId: toId(payloadSchema.parse(payload).pairId) })),
  };
}
