import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { photoChoicePolicy } from './photo-choice.policy.js';

/** Resolvers of the noun PhotoChoice, and of what it adds to Registration and Activity. */
export const photoChoiceResolvers: Resolvers = {
  Mutation: {
    choosePhotos: async (_root, { input }, { actor, activities }) =>
      toResult(
        'ChoosePhotosSuccess',
        await activities.choosePhotos(actor, { ...input, registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
  },
  Registration: {
    photoChoice: async (registration, _args, { actor, loaders }) => {
      const activity = await loaders.activities.load(registration.activityId);
      const isForTeam = activity !== undefined && photoChoicePolicy.canSeeRefusals(actor, activity);
      if (!isForTeam && !photoChoicePolicy.canChoose(actor, registration)) return null;
      return (await loaders.photoChoices.load(registration.id)) ?? null;
    },
  },
  Activity: {
    photoCounts: async (activity, _args, { actor, loaders }) =>
      photoChoicePolicy.canCount(actor, activity) ? loaders.photoCounts.load(activity.id) : null,
    photoRefusals: (activity, page, { actor, read }) => {
      const request = readPageRequest(page, ['instant', 'id']);
      return photoChoicePolicy.canSeeRefusals(actor, activity)
        ? read.photoChoices.pageRefusals(activity.id, request)
        : { edges: [], pageInfo: { hasNextPage: false, endCursor: undefined } };
    },
  },
};
