import { toId, viewerActions } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { MemberReference } from '../references/member.js';
import { templatePolicy } from '../template/template.policy.js';
import { teamPolicy } from './team.policy.js';
import { takesTeam, teamLifecycle, type TeamPlace } from './team.js';

const succeed = (place: TeamPlace) => ({ place });

/** Resolvers of the organising team. */
export const teamResolvers: Resolvers = {
  Viewer: {
    teamPlaces: (_viewer, page, { actor, read }) => read.teams.pageOwn(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Activity: {
    organising: (activity, _args, { actor }) => (teamPolicy.canSeePlans(actor, activity) ? activity : null),
  },
  Organising: {
    team: (activity, _args, { loaders }) => loaders.organising.teams.load(activity.id),
    viewerActions: (activity, _args, { actor }) => {
      const organises = activityPolicy.canOrganise(actor, activity);
      if (!organises) return [];
      const plans = takesTeam(activity) ? (['ASK_ONTO_TEAM'] as const) : [];
      const templates = templatePolicy.canSave(actor, activity.groupId) ? (['SAVE_TEMPLATE'] as const) : [];
      return [...plans, 'PLAN', ...templates];
    },
  },
  TeamPlace: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.organising.teamPlaces.load(toId(id))) ?? null,
    activity: async ({ activityId }, _args, { loaders }) => (await loaders.activities.load(activityId)) ?? null,
    member: ({ memberId }): MemberReference => ({ id: memberId }),
    ledAt: ({ ledAt, ledVoidedAt }) => (ledVoidedAt === undefined ? (ledAt ?? null) : null),
    viewerActions: async (place, _args, { actor, now, loaders }: Context) => {
      const activity = await loaders.activities.load(place.activityId);
      if (activity === undefined) return [];
      const facts = { place, activity };
      return viewerActions(teamLifecycle, facts, now, (action) => teamPolicy.can(actor, action, facts));
    },
  },
  Mutation: {
    askOntoTeam: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AskOntoTeamSuccess',
        await activities.askOntoTeam(actor, {
          activityId: toId(input.activityId),
          memberId: toId(input.memberId),
          role: input.role,
        }),
        succeed,
      ),
    acceptTeamPlace: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AcceptTeamPlaceSuccess',
        await activities.acceptTeamPlace(actor, { placeId: toId(input.placeId) }),
        succeed,
      ),
    declineTeamPlace: async (_root, { input }, { actor, activities }) =>
      toResult(
        'DeclineTeamPlaceSuccess',
        await activities.declineTeamPlace(actor, { placeId: toId(input.placeId) }),
        succeed,
      ),
    leaveTeam: async (_root, { input }, { actor, activities }) =>
      toResult(
        'LeaveTeamSuccess',
        await activities.leaveTeam(actor, { ...input, placeId: toId(input.placeId) }),
        succeed,
      ),
    removeFromTeam: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RemoveFromTeamSuccess',
        await activities.removeFromTeam(actor, { ...input, placeId: toId(input.placeId) }),
        succeed,
      ),
    correctLeading: async (_root, { input }, { actor, activities }) =>
      toResult(
        'CorrectLeadingSuccess',
        await activities.correctLeading(actor, { ...input, placeId: toId(input.placeId) }),
        succeed,
      ),
  },
};
