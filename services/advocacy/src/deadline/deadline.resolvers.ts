import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { stateOf } from './deadline.js';

/** Resolvers of deadlines and of the dates a case worker sets. */
export const deadlineResolvers: Resolvers = {
  Mutation: {
    setCaseDeadline: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'SetCaseDeadlineSuccess',
        await advocacy.setCaseDeadline(actor, {
          ...input,
          caseId: toId(input.caseId),
          dueAt: input.dueAt ?? undefined,
        }),
        (item) => ({ case: item }),
      ),
    meetCaseDeadline: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'MeetCaseDeadlineSuccess',
        await advocacy.meetCaseDeadline(actor, { caseId: toId(input.caseId), deadlineId: toId(input.deadlineId) }),
        (item) => ({ case: item }),
      ),
  },
  Deadline: {
    state: (deadline, _args, { now }) => stateOf(deadline, now),
    stage: ({ stage }) => stage ?? null,
    measure: ({ terms }) => terms.measure,
    amount: ({ terms }) => terms.amount,
    ruleVersion: ({ ruleVersion }) => ruleVersion ?? null,
    closures: ({ calendar, startsAt, dueAt }) =>
      calendar.closures.filter(({ from, to }) => new Date(from) <= dueAt && new Date(to) >= startsAt),
  },
  DeadlinePause: {
    startsAt: ({ from }) => from,
    endsAt: ({ to }) => to ?? null,
  },
};
