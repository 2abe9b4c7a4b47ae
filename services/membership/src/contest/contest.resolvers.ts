import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { toldTurnout } from './contest.js';

/** Resolvers of the noun Contest. */
export const contestResolvers: Resolvers = {
  Query: {
    contest: async (_root, { id }, { loaders }) => (await loaders.contests.load(toId(id))) ?? null,
  },
  Mutation: {
    addContest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'AddContestSuccess',
        await membership.addContest(actor, {
          ...input,
          electionId: toId(input.electionId),
          positionId: toId(input.positionId),
        }),
        (contest) => ({ contest }),
      ),
    editContest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EditContestSuccess',
        await membership.editContest(actor, {
          contestId: toId(input.contestId),
          seats: input.seats ?? undefined,
          mandatesEndAt: input.mandatesEndAt ?? undefined,
        }),
        (contest) => ({ contest }),
      ),
    removeContest: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RemoveContestSuccess',
        await membership.removeContest(actor, { contestId: toId(input.contestId) }),
        (election) => ({ election }),
      ),
  },
  Contest: {
    __resolveReference: async ({ id }, { loaders }) => (await loaders.contests.load(toId(id))) ?? null,
    election: async ({ electionId }, _args, { loaders }) => required(await loaders.elections.load(electionId)),
    position: async ({ positionId }, _args, { loaders }) => required(await loaders.positionsById.load(positionId)),
    electorate: async ({ id }, _args, { loaders }) => required(await loaders.electorates.load(id)),
    turnout: async ({ id, electionId }, _args, { loaders }) => {
      const [turnout, election] = await Promise.all([loaders.turnouts.load(id), loaders.elections.load(electionId)]);
      if (turnout === undefined || election === undefined) return null;
      const isOpen = (election.resumesTo ?? election.status) === 'VOTING';
      return toldTurnout(turnout, isOpen) ?? null;
    },
  },
  Electorate: {
    group: async ({ groupId }, _args, { loaders }) =>
      groupId === undefined ? null : ((await loaders.groups.load(groupId)) ?? null),
    constituency: async ({ constituencyId }, _args, { loaders }) =>
      constituencyId === undefined ? null : ((await loaders.constituencies.load(constituencyId)) ?? null),
  },
};

/** What a foreign key names is there, and whoever sees a contest sees its election. */
function required<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('a contest has an election and a position');
  return found;
}
