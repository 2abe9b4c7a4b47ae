import { mergeResolvers, personalDataResolvers } from '@guildhall/subgraph';
import { activityResolvers } from './activity/activity.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { referenceResolvers } from './references/reference.resolvers.js';
import { registrationResolvers } from './registration/registration.resolvers.js';
import { personalDataFields } from './personal-data/personal-data.resolvers.js';
import { personalSections } from './personal-data/personal.sections.js';
import { seatResolvers } from './wiring/registrations.js';
import { questionResolvers } from './question/question.resolvers.js';
import { strikeResolvers } from './strike/strike.resolvers.js';
import { doorResolvers } from './wiring/door.js';
import { findingWiringResolvers } from './wiring/finding.js';
import { fairStartResolvers } from './fair-start/fair-start.resolvers.js';
import { afterResolvers } from './wiring/after.js';
import { serviceResolvers } from './wiring/service.js';
import { trainingResolvers } from './training/training.resolvers.js';
import { approvalWiringResolvers } from './wiring/approvals.js';
import { organisingResolvers } from './wiring/organising.js';
import { venueWiringResolvers } from './wiring/venues.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  personalDataFields,
  personalDataResolvers(personalSections),
  activityResolvers,
  registrationResolvers,
  seatResolvers,
  questionResolvers,
  strikeResolvers,
  fairStartResolvers,
  afterResolvers,
  organisingResolvers,
  venueWiringResolvers,
  approvalWiringResolvers,
  serviceResolvers,
  trainingResolvers,
  findingWiringResolvers,
  doorResolvers,
  referenceResolvers,
  insightsResolvers,
  deadLetterResolvers,
]);
