import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import type { MentorPair } from './mentor-pair.js';

const ofPair = (mentorPair: MentorPair) => ({ mentorPair });

/** What is done with asks and pairs. */
export const mentorPairMutations: Resolvers = {
  Mutation: {
    askMentor: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AskMentorSuccess',
        await learning.askMentor(actor, {
          offerId: toId(input.offerId),
          line: input.line,
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofPair,
      ),
    withdrawMentorAsk: async (_root, { input }, { actor, learning }) =>
      toResult(
        'WithdrawMentorAskSuccess',
        await learning.withdrawMentorAsk(actor, { pairId: toId(input.pairId) }),
        ofPair,
      ),
    acceptMentee: async (_root, { input }, { actor, learning }) =>
      toResult(
        'AcceptMenteeSuccess',
        await learning.acceptMentee(actor, {
          pairId: toId(input.pairId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofPair,
      ),
    declineMentee: async (_root, { input }, { actor, learning }) =>
      toResult('DeclineMenteeSuccess', await learning.declineMentee(actor, { pairId: toId(input.pairId) }), ofPair),
    confirmMentor: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ConfirmMentorSuccess',
        await learning.confirmMentor(actor, {
          pairId: toId(input.pairId),
          idempotencyKey: input.idempotencyKey ?? undefined,
        }),
        ofPair,
      ),
    endMentoring: async (_root, { input }, { actor, learning }) =>
      toResult('EndMentoringSuccess', await learning.endMentoring(actor, { pairId: toId(input.pairId) }), ofPair),
    setMentorGoal: async (_root, { input }, { actor, learning }) =>
      toResult(
        'SetMentorGoalSuccess',
        await learning.setMentorGoal(actor, { pairId: toId(input.pairId), words: input.words }),
        ofPair,
      ),
    tickMentorGoal: async (_root, { input: { isReached, ...input } }, { actor, learning }) =>
      toResult(
        'TickMentorGoalSuccess',
        await learning.tickMentorGoal(actor, { isReached, pairId: toId(input.pairId), goalId: toId(input.goalId) }),
        ofPair,
      ),
    dropMentorGoal: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DropMentorGoalSuccess',
        await learning.dropMentorGoal(actor, { pairId: toId(input.pairId), goalId: toId(input.goalId) }),
        ofPair,
      ),
    noteMentorMeeting: async (_root, { input }, { actor, learning }) =>
      toResult(
        'NoteMentorMeetingSuccess',
        await learning.noteMentorMeeting(actor, {
          ...input,
          pairId: toId(input.pairId),
          words: input.words ?? undefined,
        }),
        ofPair,
      ),
    dropMentorMeeting: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DropMentorMeetingSuccess',
        await learning.dropMentorMeeting(actor, { pairId: toId(input.pairId), meetingId: toId(input.meetingId) }),
        ofPair,
      ),
  },
};
