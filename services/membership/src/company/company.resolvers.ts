import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { companyLifecycle, statusOf } from './company.js';
import { companyPolicy } from './company.policy.js';

/** Resolvers of company to an activity. */
export const companyResolvers: Resolvers = {
  Viewer: {
    activityCompany: (_viewer, { activityId }, { actor, read }) =>
      companyPolicy.can(actor) ? read.companies.findOwn(actor, toId(activityId)) : null,
  },
  ActivityCompany: {
    activity: ({ activity }) => ({ id: activity.activityId }),
    status: statusOf,
    sizeMax: ({ ask }) => ask?.sizeMax ?? null,
    companions: ({ ask }, _args, { actor, read }) =>
      ask?.companyId === undefined ? [] : read.companies.listCompanions(actor, ask.companyId),
    conversation: async ({ ask }, _args, { loaders }) => {
      const id = ask?.companyId === undefined ? undefined : await loaders.companyConversationOf.load(ask.companyId);
      return id === undefined ? null : ((await loaders.conversations.load(id)) ?? null);
    },
    viewerActions: (facts, _args, { actor, now }) =>
      viewerActions(companyLifecycle, facts, now, () => companyPolicy.can(actor)),
  },
  Companion: {
    member: async ({ memberId }, _args, { loaders }) => (await loaders.members.load(memberId)) ?? null,
  },
  Mutation: {
    askForCompany: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AskForCompanySuccess',
        await membership.askForCompany(actor, { ...input, activityId: toId(input.activityId) }),
        ({ facts }) => ({ company: facts }),
      ),
    withdrawCompanyAsk: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawCompanyAskSuccess',
        await membership.withdrawCompanyAsk(actor, { activityId: toId(input.activityId) }),
        (company) => ({ company }),
      ),
  },
};
