import { mergeResolvers } from '@guildhall/subgraph';
import { activityResolvers } from './activity/activity.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { referenceResolvers } from './references/reference.resolvers.js';
import { registrationResolvers } from './registration/registration.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  activityResolvers,
  registrationResolvers,
  referenceResolvers,
  insightsResolvers,
  deadLetterResolvers,
]);
