import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { createBlockRepository, type BlockRepository } from '../block/block.repository.js';
import { createStudyMemberRepository, type StudyMemberRepository } from '../block/study-member.repository.js';
import type { Deps } from '../deps.js';
import { StudyGroupEntity, StudyPlaceEntity, StudyReportEntity } from '../study-group/study-group.entity.js';
import { createStudyGroupLoaders } from '../study-group/study-group.loaders.js';
import { studyGroupMutations } from '../study-group/study-group.mutations.resolvers.js';
import { createStudyGroupRepository, type StudyGroupRepository } from '../study-group/study-group.repository.js';
import { studyGroupResolvers } from '../study-group/study-group.resolvers.js';
import { createStudyPlaceRepository, type StudyPlaceRepository } from '../study-group/study-place.repository.js';
import { createStudyReportRepository, type StudyReportRepository } from '../study-group/study-report.repository.js';
import { editStudyGroup } from '../study-group/use-cases/edit-study-group.js';
import { endGroupTask, foundStudyGroup } from '../study-group/use-cases/found-study-group.js';
import { inviteToStudyGroup } from '../study-group/use-cases/invite-to-study-group.js';
import { joinStudyGroup } from '../study-group/use-cases/join-study-group.js';
import { leaveStudyGroup } from '../study-group/use-cases/leave-study-group.js';
import {
  archiveStudyGroup,
  endStudyGroup,
  pauseStudyGroup,
  resumeStudyGroup,
} from '../study-group/use-cases/move-study-group.js';
import { removeFromStudyGroup } from '../study-group/use-cases/remove-from-study-group.js';
import { decideStudyReport, reportStudyGroup } from '../study-group/use-cases/report-study-group.js';
import {
  createStudyAttendanceRepository,
  type StudyAttendanceRepository,
} from '../study-session/study-attendance.repository.js';
import { createStudyFactsRepository, type StudyFactsRepository } from '../study-session/study-facts.repository.js';
import { createStudyNoteRepository, type StudyNoteRepository } from '../study-session/study-note.repository.js';
import { StudySessionEntity } from '../study-session/study-session.entity.js';
import { createStudySessionLoaders } from '../study-session/study-session.loaders.js';
import { studySessionMutations } from '../study-session/study-session.mutations.resolvers.js';
import {
  createStudySessionRepository,
  type StudySessionRepository,
} from '../study-session/study-session.repository.js';
import { studySessionResolvers } from '../study-session/study-session.resolvers.js';
import { linkStudyNote, writeStudyNote } from '../study-session/use-cases/add-study-note.js';
import { checkInToStudySession } from '../study-session/use-cases/check-in-to-study-session.js';
import {
  keepStudyHosting,
  offerStudyHosting,
  takeStudyHosting,
} from '../study-session/use-cases/move-study-hosting.js';
import { beginSessionTask, planSessionsTask } from '../study-session/use-cases/plan-sessions.js';
import { recordStudyAttendance } from '../study-session/use-cases/record-study-attendance.js';
import { removeStudyNote } from '../study-session/use-cases/remove-study-note.js';
import {
  beginStudySession,
  closeSessionTask,
  closeStudySession,
  finishStudySession,
  planStudySessions,
} from '../study-session/use-cases/run-sessions.js';
import { skipStudySession } from '../study-session/use-cases/skip-study-session.js';
import { createMentoringRepositories, type MentoringRepositories } from './mentoring.js';

/** The tables of study groups that are read as entities. */
export const studyEntities = [StudyGroupEntity, StudyPlaceEntity, StudyReportEntity, StudySessionEntity];

/** The repositories of study groups and mentoring, and of whom a block keeps apart. */
export type StudyRepositories = MentoringRepositories & {
  readonly blocks: BlockRepository;
  readonly studyMembers: StudyMemberRepository;
  readonly studyGroups: StudyGroupRepository;
  readonly studyPlaces: StudyPlaceRepository;
  readonly studyReports: StudyReportRepository;
  readonly studySessions: StudySessionRepository;
  readonly studyAttendance: StudyAttendanceRepository;
  readonly studyNotes: StudyNoteRepository;
  readonly studyFacts: StudyFactsRepository;
};

/** These repositories over one connection or transaction. */
export function createStudyRepositories(manager: EntityManager): StudyRepositories {
  const sources = {
    studyGroups: createStudyGroupRepository(manager),
    studyPlaces: createStudyPlaceRepository(manager),
    studySessions: createStudySessionRepository(manager),
    studyAttendance: createStudyAttendanceRepository(manager),
  };
  return {
    ...createMentoringRepositories(manager),
    ...sources,
    blocks: createBlockRepository(manager),
    studyMembers: createStudyMemberRepository(manager),
    studyReports: createStudyReportRepository(manager),
    studyNotes: createStudyNoteRepository(manager),
    studyFacts: createStudyFactsRepository(sources),
  };
}

/** The loaders of study groups, for one request. */
export function createStudyLoaders(actor: Actor, repositories: StudyRepositories) {
  return { ...createStudyGroupLoaders(actor, repositories), ...createStudySessionLoaders(actor, repositories) };
}

/** Their resolvers. */
export const studyResolvers = mergeResolvers([
  studyGroupResolvers,
  studyGroupMutations,
  studySessionResolvers,
  studySessionMutations,
]);

/** Their mutations. */
export const studyUseCases = {
  archiveStudyGroup,
  checkInToStudySession,
  decideStudyReport,
  editStudyGroup,
  finishStudySession,
  foundStudyGroup,
  inviteToStudyGroup,
  joinStudyGroup,
  keepStudyHosting,
  leaveStudyGroup,
  linkStudyNote,
  offerStudyHosting,
  pauseStudyGroup,
  recordStudyAttendance,
  removeFromStudyGroup,
  removeStudyNote,
  reportStudyGroup,
  resumeStudyGroup,
  skipStudySession,
  takeStudyHosting,
  writeStudyNote,
};

const groupPayload = z.object({ groupId: z.string() });
const sessionPayload = z.object({ sessionId: z.string() });

/** The timed decisions of study groups, made as the platform. */
export function createStudyTasks(deps: Deps): Readonly<Record<string, Task>> {
  const groupOf = (payload: unknown) => ({ groupId: toId<'StudyGroup'>(groupPayload.parse(payload).groupId) });
  const sessionOf = (payload: unknown) => ({
    sessionId: toId<'StudySession'>(sessionPayload.parse(payload).sessionId),
  });
  return {
    [endGroupTask]: async (payload) => requireDone(await endStudyGroup(deps, groupOf(payload))),
    [planSessionsTask]: async (payload, at) => requireDone(await planStudySessions(deps, { ...groupOf(payload), at })),
    [beginSessionTask]: async (payload) => requireDone(await beginStudySession(deps, sessionOf(payload))),
    [closeSessionTask]: async (payload) => requireDone(await closeStudySession(deps, sessionOf(payload))),
  };
}
