import { mergeResolvers } from '@guildhall/subgraph';
import { caseExportResolvers } from '../case-export/case-export.resolvers.js';
import { collectiveResolvers } from '../collective/collective.resolvers.js';
import { courseResolvers } from '../course/course.resolvers.js';
import { deadlineResolvers } from '../deadline/deadline.resolvers.js';
import { lessonResolvers } from '../lesson/lesson.resolvers.js';
import { retentionResolvers } from '../retention/retention.resolvers.js';
import { serviceRuleResolvers } from '../service-rule/service-rule.resolvers.js';

/** Resolvers of dates, stages, outcomes and of what becomes of cases. */
export const closingResolvers = mergeResolvers([
  deadlineResolvers,
  serviceRuleResolvers,
  courseResolvers,
  lessonResolvers,
  retentionResolvers,
  caseExportResolvers,
  collectiveResolvers,
]);
