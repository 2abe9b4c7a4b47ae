import { mergeResolvers } from '@guildhall/subgraph';
import { enrolmentResolvers } from './enrolment/enrolment.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { pathResolvers } from './path/path.resolvers.js';
import { memberResolvers } from './references/member.resolvers.js';
import { resourceResolvers } from './resource/resource.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  resourceResolvers,
  pathResolvers,
  enrolmentResolvers,
  memberResolvers,
  insightsResolvers,
  deadLetterResolvers,
]);
