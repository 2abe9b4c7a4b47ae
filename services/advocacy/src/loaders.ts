import type { EntityManager } from 'typeorm';
import { createDeadlineLoader } from './case/case.loaders.js';
import { createCourseLoader } from './course/course.loaders.js';
import { createDepartmentLoader, createStaffLoader } from './department/department.loaders.js';
import type { Repositories } from './deps.js';
import { createLessonLoader } from './lesson/lesson.loaders.js';
import { createFieldLoader, createQuestionLoader, createReferralsOfCaseLoader } from './referral/referral.loaders.js';
import { createSealedReader } from './sealed-reader.js';
import { createTemplateTextLoader } from './template/template.loaders.js';
import type { Vault } from './sealing/sealing.js';
import type { CaseViewer } from './sealing/viewer.js';

/** The batching loaders of one request. */
export type Loaders = ReturnType<typeof createLoaders>;

/** Makes the loaders of one request; they forget everything with it. */
export function createLoaders(
  viewer: CaseViewer,
  repositories: Repositories,
  scope: { readonly manager: EntityManager; readonly vault: Vault; readonly now: Date },
) {
  const { deadlines, departments, referrals } = repositories;
  return {
    templateTexts: createTemplateTextLoader(repositories.templates),
    words: createSealedReader(viewer, scope),
    deadlinesOf: createDeadlineLoader(deadlines, scope.now),
    courseOf: createCourseLoader(repositories.courses),
    lessonOf: createLessonLoader(repositories.lessons),
    departments: createDepartmentLoader(departments),
    staffOf: createStaffLoader(viewer.actor, departments, scope.now),
    referralsOfCase: createReferralsOfCaseLoader(viewer, referrals),
    fieldsOf: createFieldLoader(viewer, referrals),
    questionsOf: createQuestionLoader(viewer, referrals),
  };
}
