import { readPageRequest } from '@guildhall/subgraph';
import { electionLifecycle } from '../election/election.js';
import { electionPolicy } from '../election/election.policy.js';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of what returning officers and trustees choose from. */
export const electionOfficeResolvers: Resolvers = {
  Viewer: {
    electionsAsTrustee: async (_viewer, _args, { actor, loaders, read }) => {
      const ids = await read.electionOffice.listAsTrustee(actor);
      const elections = await Promise.all(ids.map((id) => loaders.elections.load(id)));
      return elections.filter((election) => election !== undefined);
    },
  },
  Election: {
    electablePositions: async (election, { search, ...page }, { actor, now, loaders, read }) => {
      const standing = await loaders.electionStandings.load(election.id);
      const isNow = electionLifecycle.possible(election, now).includes('EDIT_CONTESTS');
      if (!isNow || !electionPolicy.can(actor, 'EDIT_CONTESTS', { election, standing })) return null;
      const request = readPageRequest(page, ['text', 'text', 'id']);
      return read.electionOffice.pagePositions(actor, election, { ...request, search: search?.trim() ?? '' });
    },
  },
  ElectablePosition: {
    position: async ({ positionId }, _args, { loaders }) => {
      const position = await loaders.positionsById.load(positionId);
      if (position === undefined) throw new Error('a position that was listed is there');
      return position;
    },
    constituency: async ({ constituencyId }, _args, { loaders }) =>
      constituencyId === undefined ? null : ((await loaders.constituencies.load(constituencyId)) ?? null),
  },
};
