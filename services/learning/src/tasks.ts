import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import { z } from 'zod';
import type { Deps } from './deps.js';
import { createHandoverTasks } from './wiring/handover.js';
import { createLibraryTasks } from './wiring/library.js';
import { createPathTasks } from './wiring/paths.js';
import { createMentoringTasks } from './wiring/mentoring.js';
import { createStudyTasks } from './wiring/study.js';
import { createQuizTasks } from './wiring/quizzes.js';
import { createRecordTasks } from './wiring/record.js';
import { expireEnrolment } from './enrolment/use-cases/expire-enrolment.js';
import { createCredentialTasks } from './wiring/credentials.js';

const enrolmentPayload = z.object({ enrolmentId: z.string() });

/** The timed decisions of this service, made as the platform. */
export function createTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    ...createCredentialTasks(deps),
    ...createLibraryTasks(deps),
    ...createPathTasks(deps),
    ...createRecordTasks(deps),
    ...createQuizTasks(deps),
    ...createStudyTasks(deps),
    ...createMentoringTasks(deps),
    ...createHandoverTasks(deps),
    'expire-enrolment': async (payload) => {
      requireDone(await expireEnrolment(deps, { enrolmentId: toId(enrolmentPayload.parse(payload).enrolmentId) }));
    },
  };
}
