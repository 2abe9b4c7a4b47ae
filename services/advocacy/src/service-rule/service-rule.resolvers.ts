import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { serviceRulePolicy } from './service-rule.policy.js';
import { activeWorker, isManager } from '../sealing/viewer.js';

/** Resolvers of the versions of the service's promises. */
export const serviceRuleResolvers: Resolvers = {
  Query: {
    serviceRules: async (_root, _args, { viewer, read }) =>
      isManager(viewer) || activeWorker(viewer) !== undefined ? [...(await read.serviceRules.list())].reverse() : null,
  },
  Mutation: {
    publishServiceRule: async (_root, { input }, { actor, advocacy }) => {
      const [first = 0, second = 0] = input.reminderDays;
      return toResult(
        'PublishServiceRuleSuccess',
        await advocacy.publishServiceRule(actor, { ...input, reminderDays: [first, second] }),
        (rule) => ({ rule }),
      );
    },
  },
  ServiceRule: {
    workingWeekdays: ({ calendar }) => [...calendar.workingWeekdays],
    holidays: ({ calendar }) => [...calendar.holidays],
    closures: ({ calendar }) => [...calendar.closures],
    reminderDays: ({ reminderDays }) => [...reminderDays],
    viewerActions: (_rule, _args, { viewer }) => (serviceRulePolicy.canPublish(viewer) ? ['PUBLISH_NEXT'] : []),
  },
};
