import { mergeResolvers, personalDataResolvers } from '@guildhall/subgraph';
import { enrolmentResolvers } from './enrolment/enrolment.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { pathResolvers } from './path/path.resolvers.js';
import { peerReviewResolvers } from './peer-review/peer-review.resolvers.js';
import { memberResolvers } from './references/member.resolvers.js';
import { handoverResolvers } from './wiring/handover.js';
import { libraryResolvers } from './wiring/library.js';
import { mentoringResolvers } from './wiring/mentoring.js';
import { studyResolvers } from './wiring/study.js';
import { quizWiringResolvers } from './wiring/quizzes.js';
import { recordSliceResolvers } from './wiring/record.js';
import { resourceResolvers } from './resource/resource.resolvers.js';
import { personalDataFields } from './personal-data/personal-data.resolvers.js';
import { personalSections } from './personal-data/personal.sections.js';
import { credentialSliceResolvers } from './wiring/credentials.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  personalDataFields,
  personalDataResolvers(personalSections),
  resourceResolvers,
  libraryResolvers,
  pathResolvers,
  enrolmentResolvers,
  peerReviewResolvers,
  credentialSliceResolvers,
  handoverResolvers,
  memberResolvers,
  insightsResolvers,
  recordSliceResolvers,
  quizWiringResolvers,
  studyResolvers,
  mentoringResolvers,
  deadLetterResolvers,
]);
