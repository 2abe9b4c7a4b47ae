import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers, StudyGroupContentInput } from '../generated/graphql.js';
import type { StudyGroup, StudyGroupContent } from './study-group.js';
import type { StudyPlace } from './study-place.js';

const ofGroup = (studyGroup: StudyGroup) => ({ studyGroup });
const ofPlace = (studyPlace: StudyPlace) => ({ studyPlace });

/** What is done with study groups, places and reports. */
export const studyGroupMutations: Resolvers = {
  Mutation: {
    foundStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'FoundStudyGroupSuccess',
        await learning.foundStudyGroup(actor, {
          content: toContent(input.content),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofGroup,
      ),
    editStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'EditStudyGroupSuccess',
        await learning.editStudyGroup(actor, { groupId: toId(input.groupId), content: toContent(input.content) }),
        ofGroup,
      ),
    joinStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'JoinStudyGroupSuccess',
        await learning.joinStudyGroup(actor, {
          groupId: toId(input.groupId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofPlace,
      ),
    leaveStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'LeaveStudyGroupSuccess',
        await learning.leaveStudyGroup(actor, { groupId: toId(input.groupId) }),
        ofPlace,
      ),
    inviteToStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'InviteToStudyGroupSuccess',
        await learning.inviteToStudyGroup(actor, { groupId: toId(input.groupId), memberId: toId(input.memberId) }),
        ofPlace,
      ),
    removeFromStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'RemoveFromStudyGroupSuccess',
        await learning.removeFromStudyGroup(actor, { placeId: toId(input.placeId), reason: input.reason }),
        ofPlace,
      ),
    pauseStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'PauseStudyGroupSuccess',
        await learning.pauseStudyGroup(actor, { groupId: toId(input.groupId) }),
        ofGroup,
      ),
    resumeStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ResumeStudyGroupSuccess',
        await learning.resumeStudyGroup(actor, { groupId: toId(input.groupId) }),
        ofGroup,
      ),
    archiveStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ArchiveStudyGroupSuccess',
        await learning.archiveStudyGroup(actor, { groupId: toId(input.groupId) }),
        ofGroup,
      ),
    reportStudyGroup: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ReportStudyGroupSuccess',
        await learning.reportStudyGroup(actor, { ...input, groupId: toId(input.groupId) }),
        (studyReport) => ({ studyReport }),
      ),
    decideStudyReport: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DecideStudyReportSuccess',
        await learning.decideStudyReport(actor, { ...input, reportId: toId(input.reportId) }),
        (studyReport) => ({ studyReport }),
      ),
  },
};

function toContent({ constituencyId, ...content }: StudyGroupContentInput): StudyGroupContent {
  return { ...content, constituencyId: constituencyId == null ? undefined : toId(constituencyId) };
}
