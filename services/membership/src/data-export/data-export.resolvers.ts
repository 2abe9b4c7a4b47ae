import { resolveExportPart, toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { nextExportAt } from './data-export.js';
import { dataExportPolicy } from './data-export.policy.js';

/** Resolvers of copies of what is kept about somebody. */
export const dataExportResolvers: Resolvers = {
  Mutation: {
    requestDataExport: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RequestDataExportSuccess',
        await membership.requestDataExport(actor, { idempotencyKey: input.idempotencyKey ?? undefined }),
        (dataExport) => ({ dataExport }),
      ),
  },
  Viewer: {
    dataExports: (_viewer, _args, { actor, read }) => read.dataExports.listOwn(actor),
    dataExportActions: async (_viewer, _args, { actor, now, read }) => {
      if (dataExportPolicy.subjectOf(actor) === undefined) return [];
      const next = nextExportAt((await read.dataExports.listOwn(actor))[0]);
      return next === undefined || next <= now ? (['REQUEST'] as const) : [];
    },
    nextDataExportAt: async (_viewer, _args, { actor, now, read }) => {
      const next = nextExportAt((await read.dataExports.listOwn(actor))[0]);
      return next !== undefined && next > now ? next : null;
    },
  },
  DataExport: {
    __resolveReference: ({ id }, { actor, read }) => read.dataExports.findOwn(actor, id),
    membership: async (copy, args, context) => (await resolveExportPart(copy, args, context)) ?? null,
  },
};
