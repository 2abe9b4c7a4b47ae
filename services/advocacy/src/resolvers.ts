import { mergeResolvers } from '@guildhall/subgraph';
import { caseQueueResolvers } from './case/case-queue.resolvers.js';
import { caseResolvers } from './case/case.resolvers.js';
import { caseWorkerResolvers } from './case-worker/case-worker.resolvers.js';
import { courseResolvers } from './course/course.resolvers.js';
import { deadlineResolvers } from './deadline/deadline.resolvers.js';
import { departmentResolvers } from './department/department.resolvers.js';
import { disclosureResolvers } from './disclosure/disclosure.resolvers.js';
import { insightsResolvers } from './insights/insights.resolvers.js';
import { lessonResolvers } from './lesson/lesson.resolvers.js';
import { deadLetterResolvers } from './operations/dead-letter.resolvers.js';
import { memberResolvers } from './references/member.resolvers.js';
import { receiptResolvers } from './receipt/receipt.resolvers.js';
import { referralResolvers } from './referral/referral.resolvers.js';
import { updateResolvers } from './update/update.resolvers.js';
import { templateResolvers } from './template/template.resolvers.js';

/** All resolvers of this service. */
export const resolvers = mergeResolvers([
  caseResolvers,
  caseQueueResolvers,
  caseWorkerResolvers,
  courseResolvers,
  deadlineResolvers,
  lessonResolvers,
  receiptResolvers,
  templateResolvers,
  referralResolvers,
  departmentResolvers,
  disclosureResolvers,
  insightsResolvers,
  memberResolvers,
  updateResolvers,
  deadLetterResolvers,
]);
