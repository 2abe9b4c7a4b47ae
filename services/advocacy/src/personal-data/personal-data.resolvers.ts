import { registeredMemberOf } from '@guildhall/kernel';
import { personalDataResolvers } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { personalSections } from './personal.sections.js';

const { ErasureItem } = personalDataResolvers(personalSections);

/** What this service adds to a preview of erasure: the same for everybody, because it counts nothing. */
export const personalDataFields: Resolvers = {
  ErasurePreview: {
    __resolveReference: ({ id }) => ({ id }),
    advocacy: ({ id }, _args, { actor }) =>
      registeredMemberOf(actor) === id ? personalSections.map((section) => ({ section, count: undefined })) : null,
  },
  ErasureItem,
};
