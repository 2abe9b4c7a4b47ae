import { mergeResolvers } from '@guildhall/subgraph';
import { appointmentResolvers } from './appointment/appointment.resolvers.js';
import { groupResolvers } from './group/group.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { memberResolvers } from './member/member.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([memberResolvers, groupResolvers, appointmentResolvers, insightsResolvers]);
