import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { ownCopyPolicy } from './own-copy.policy.js';
import { renderCopy } from './render-copy.js';

const languages = { EN: 'en', ZH_CN: 'zh-CN' } as const;

/** Resolvers of a member's own copy. */
export const ownCopyResolvers: Resolvers = {
  Mutation: {
    takeCaseCopy: async (_root, { input }, { actor, advocacy }) =>
      toResult('TakeCaseCopySuccess', await advocacy.takeCaseCopy(actor, input), (copy) => ({
        copy: {
          takenAt: copy.takenAt,
          caseCount: copy.cases.length,
          json: JSON.stringify(copy, null, 2),
          html: renderCopy(copy, languages[input.language]),
        },
      })),
  },
  Viewer: {
    caseCopyActions: (_viewer, _args, { viewer }) =>
      ownCopyPolicy.subjectOf(viewer) === undefined ? [] : (['TAKE'] as const),
  },
};
