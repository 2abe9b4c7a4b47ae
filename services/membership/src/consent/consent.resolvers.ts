import { toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { consentActions, isPossible, statusOf } from './consent.js';
import { consentPolicy } from './consent.policy.js';

/** Resolvers of the noun Consent. */
export const consentResolvers: Resolvers = {
  Mutation: {
    giveConsent: async (_root, { input }, { actor, membership }) =>
      toResult(
        'GiveConsentSuccess',
        await membership.giveConsent(actor, {
          ...input,
          groupId: input.groupId === null || input.groupId === undefined ? undefined : toId(input.groupId),
        }),
        (consent) => ({ consent }),
      ),
    withdrawConsent: async (_root, { input }, { actor, membership }) =>
      toResult(
        'WithdrawConsentSuccess',
        await membership.withdrawConsent(actor, { consentId: toId(input.consentId) }),
        (consent) => ({ consent }),
      ),
  },
  Viewer: {
    consents: (_viewer, page, { actor, read }) => read.consents.page(actor, readPageRequest(page, ['instant', 'id'])),
  },
  Consent: {
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    activity: ({ activityId }) => (activityId === undefined ? null : { id: activityId }),
    givenAt: ({ fromAt }) => fromAt,
    until: ({ toAt }) => toAt,
    status: (consent, _args, { now }) => statusOf(consent, now),
    viewerActions: (consent, _args, { actor, now }) =>
      consentActions.filter((action) => isPossible(action, consent, now) && consentPolicy.can(actor, action, consent)),
  },
};
