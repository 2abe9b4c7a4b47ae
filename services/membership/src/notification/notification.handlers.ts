import type { EventData, EventHandlers } from '@guildhall/events';
import { toId } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { createAudienceRepository } from './audience.repository.js';
import { createNotificationRepository } from './notification.repository.js';
import type { SubjectKind } from './notification.js';
import type { NotificationScope } from './notification-scope.js';
import { waitsForOfficers } from './public-matter.js';

/**
 * What members are told of what happens in the other services. Each event is applied once, and tells once should it ever
 * come again. Authors and supporters of issues and proposals are told by advocacy itself (`Viewer.updates`), so here only
 * those hear of them whose office makes it their business.
 */
export function createNotificationHandlers(scope: NotificationScope): EventHandlers {
  return { ...createOwnHandlers(scope), ...createPublicMatterHandlers(scope) };
}

const subjectOfLearning: Readonly<Record<EventData<'LearningNotice'>['notice'], SubjectKind>> = {
  RESOURCE_REVIEWED: 'RESOURCE',
  PEER_REVIEW_ASKED: 'LEARNING_PATH',
  PEER_REVIEW_DONE: 'LEARNING_PATH',
  STEP_TAKEN_BACK: 'LEARNING_PATH',
  STUDY_SESSION_CHANGED: 'STUDY_GROUP',
  STUDY_PLACE_GIVEN: 'STUDY_GROUP',
  MENTOR_ASKED: 'MENTORING',
  MENTOR_ANSWERED: 'MENTORING',
  CREDENTIAL_CHANGED: 'CREDENTIAL',
  RECORD_LINK_OPENED: 'RECORD_LINK',
  HANDOVER_OPENED: 'HANDOVER',
  HANDOVER_CHANGED: 'HANDOVER',
  HANDOVER_LATE: 'HANDOVER',
};

/** What concerns a member's own places and paths. */
function createOwnHandlers(scope: NotificationScope): EventHandlers {
  const tell = (manager: EntityManager) => createNotificationRepository(manager, scope).tell;
  return {
    async PlaceChanged(manager, { id, data }) {
      await tell(manager)({
        to: toId(data.memberId),
        reason: data.change === 'ATTENDED' ? 'ATTENDANCE_CONFIRMED' : 'PLACE_CHANGED',
        sourceId: data.change === 'ATTENDED' ? data.registrationId : id,
        subject: { kind: 'ACTIVITY', id: data.activityId },
      });
    },
    async ActivityChanged(manager, { id, data }) {
      await tell(manager)({
        to: data.memberIds.map((memberId) => toId<'Member'>(memberId)),
        reason: 'ACTIVITY_CHANGED',
        sourceId: id,
        subject: { kind: 'ACTIVITY', id: data.activityId },
      });
    },
    async ActivityNotice(manager, { data: { notice, sourceId, activityId, memberIds } }) {
      const members = memberIds.map((memberId) => toId<'Member'>(memberId));
      const telling = { reason: notice, sourceId } as const;
      if (activityId !== null)
        return tell(manager)({ ...telling, to: members, subject: { kind: 'ACTIVITY', id: activityId } });
      // What is about no activity is about what the reader did, and leads to the reader.
      for (const to of members) await tell(manager)({ ...telling, to, subject: { kind: 'MEMBER', id: to } });
    },
    async LearningNotice(manager, { data: { notice, sourceId, aboutId, memberIds } }) {
      await tell(manager)({
        to: memberIds.map((memberId) => toId<'Member'>(memberId)),
        reason: notice,
        sourceId,
        subject: { kind: subjectOfLearning[notice], id: aboutId },
      });
    },
    async PathCompleted(manager, { data }) {
      await tell(manager)({
        to: toId(data.memberId),
        reason: 'LEARNING_PROGRESS',
        sourceId: data.enrolmentId,
        subject: { kind: 'LEARNING_PATH', id: data.pathId },
      });
    },
  };
}

function createPublicMatterHandlers(scope: NotificationScope): EventHandlers {
  const tell = (manager: EntityManager) => createNotificationRepository(manager, scope).tell;
  const audience = (manager: EntityManager) => createAudienceRepository(manager);
  return {
    async IssueRaised(manager, { id, data }) {
      // Nobody is told of their own act, and a representative who raised it did so in the room of the others.
      if (data.raisedBy === 'REP') return;
      await tell(manager)({
        to: await audience(manager).listCourseReps(toId(data.constituencyId), scope.clock.now()),
        reason: 'ISSUE_RAISED',
        sourceId: id,
        subject: { kind: 'ISSUE', id: data.issueId },
      });
    },
    async IssueStatusChanged(manager, { id, data }) {
      if (data.constituencyId === undefined) return;
      await tell(manager)({
        to: await audience(manager).listCourseReps(toId(data.constituencyId), scope.clock.now()),
        reason: 'ISSUE_STATUS',
        sourceId: id,
        subject: { kind: 'ISSUE', id: data.issueId },
      });
    },
    async ProposalStatusChanged(manager, { id, data }) {
      if (!waitsForOfficers(data.status)) return;
      await tell(manager)({
        to: await audience(manager).listUnionOfficers(scope.clock.now()),
        reason: 'PROPOSAL_STATUS',
        sourceId: id,
        subject: { kind: 'PROPOSAL', id: data.proposalId },
      });
    },
    async ProposalDelivered(manager, { id, data }) {
      await tell(manager)({
        to: await audience(manager).listUnionOfficers(scope.clock.now()),
        reason: 'PROPOSAL_DELIVERED',
        sourceId: id,
        subject: { kind: 'PROPOSAL', id: data.proposalId },
      });
    },
  };
}
