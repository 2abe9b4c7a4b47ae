import { toId } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ApprovalEntity, EvidenceEntity, JudgementEntity } from '../approval/approval.entity.js';
import { createApprovalLoader } from '../approval/approval.loaders.js';
import { createApprovalRepository, type ApprovalRepository } from '../approval/approval.repository.js';
import { approvalResolvers } from '../approval/approval.resolvers.js';
import { judgeEvidence } from '../approval/use-cases/judge-evidence.js';
import { provideEvidence } from '../approval/use-cases/provide-evidence.js';
import { createClashRepository, type ClashRepository } from '../clash/clash.repository.js';
import { clashResolvers } from '../clash/clash.resolvers.js';
import type { Deps } from '../deps.js';
import { LessonEntity } from '../lesson/lesson.entity.js';
import { createLessonLoader } from '../lesson/lesson.loaders.js';
import { createLessonRepository, type LessonRepository } from '../lesson/lesson.repository.js';
import { lessonResolvers } from '../lesson/lesson.resolvers.js';
import { remindReport, remindReportTask } from '../lesson/use-cases/remind-report.js';

/** The tables of approvals and lessons that are read as entities. */
export const approvalEntities = [ApprovalEntity, EvidenceEntity, JudgementEntity, LessonEntity];

/** The repositories of approvals, clashes and lessons. */
export type ApprovalRepositories = {
  readonly approvals: ApprovalRepository;
  readonly clashes: ClashRepository;
  readonly lessons: LessonRepository;
};

/** These repositories over one connection or transaction. */
export function createApprovalRepositories(manager: EntityManager): ApprovalRepositories {
  return {
    approvals: createApprovalRepository(manager),
    clashes: createClashRepository(manager),
    lessons: createLessonRepository(manager),
  };
}

/** The loaders of approvals and lessons, for one request. */
export function createApprovalLoaders({ approvals, lessons }: ApprovalRepositories) {
  return { approvalFiles: createApprovalLoader(approvals), groupLessons: createLessonLoader(lessons) };
}

/** Their resolvers. */
export const approvalWiringResolvers = mergeResolvers([approvalResolvers, clashResolvers, lessonResolvers]);

/** The mutations of evidence. */
export const approvalUseCases = { judgeEvidence, provideEvidence };

const activityPayload = z.object({ activityId: z.string() });

/** The timed decisions about reports, made as the platform. */
export function createApprovalTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    [remindReportTask]: async (payload, due) => {
      requireDone(await remindReport(deps, { activityId: toId(activityPayload.parse(payload).activityId), due }));
    },
  };
}
