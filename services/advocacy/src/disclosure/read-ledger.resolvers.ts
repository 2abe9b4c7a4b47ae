import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** The read ledgers as their student checks them. */
export const readLedgerResolvers: Resolvers = {
  Viewer: {
    readLedgers: (_viewer, _args, { viewer, now, read }) => read.disclosures.listChains(viewer, now),
  },
  ReadLedger: {
    emergencyAccess: async ({ emergencyAccess }, _args, { loaders }) => {
      if (emergencyAccess === undefined) return null;
      const told = await loaders.emergenciesOfCase.load(emergencyAccess.caseId);
      return told.find(({ id }) => id === emergencyAccess.id) ?? null;
    },
    links: (chain, page, { read }) => read.disclosures.pageLinks(chain, readPageRequest(page, ['whole'])),
  },
};
