import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** The read ledgers as their student checks them. */
export const readLedgerResolvers: Resolvers = {
  Viewer: {
    readLedgers: (_viewer, _args, { viewer, now, read }) => read.disclosures.listChains(viewer, now),
  },
  ReadLedger: {
    links: (chain, page, { read }) => read.disclosures.pageLinks(chain, readPageRequest(page, ['whole'])),
  },
};
