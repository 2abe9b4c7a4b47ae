import { readPageRequest } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { isStudentOf } from '../sealing/viewer.js';

/** What the read ledger adds to Case; for its student alone. */
export const disclosureResolvers: Resolvers = {
  Case: {
    disclosures: (item, page, { viewer, read }) =>
      isStudentOf(viewer, item) ? read.disclosures.page(viewer, item.id, readPageRequest(page, ['whole'])) : null,
    ledgerIsIntact: (item, _args, { viewer, read }) =>
      isStudentOf(viewer, item) ? read.disclosures.isIntact(viewer) : null,
  },
  Disclosure: {
    case: async ({ caseId }, _args, { viewer, loaders }) => {
      const item = await loaders.visibleCases.load(caseId);
      return item !== undefined && isStudentOf(viewer, item) ? item : null;
    },
    referral: async ({ caseId, referralId }, _args, { loaders }) => {
      const files = referralId === undefined ? [] : await loaders.referralsOfCase.load(caseId);
      return files.find(({ referral }) => referral.id === referralId) ?? null;
    },
    proof: ({ hash }) => hash,
  },
};
