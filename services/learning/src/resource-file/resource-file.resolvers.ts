import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of files: what is known of them, and the addresses their bytes travel by. */
export const resourceFileResolvers: Resolvers = {
  Query: {
    resourceFileLimits: (_root, _args, { gate }) => gate.limits(),
    resourceFileAddress: async (_root, { id }, { actor, read, gate }) => {
      const file = await read.resourceFiles.findOpen(actor, toId(id));
      return file === null ? null : (gate.download(file) ?? null);
    },
  },
  Mutation: {
    prepareResourceFile: async (_root, { input }, { actor, learning, gate }) =>
      toResult(
        'PrepareResourceFileSuccess',
        await learning.prepareResourceFile(actor, { ...input, idempotencyKey: input.idempotencyKey ?? undefined }),
        (file) => {
          const { url, expiresAt } = gate.upload(file);
          return { id: file.id, uploadUrl: url, expiresAt };
        },
      ),
  },
  Resource: {
    file: async ({ fileId }, _args, { loaders }) =>
      fileId === undefined ? null : ((await loaders.resourceFiles.load(fileId)) ?? null),
  },
  ResourceVersion: {
    file: async ({ fileId }, _args, { loaders }) =>
      fileId === undefined ? null : ((await loaders.resourceFiles.load(fileId)) ?? null),
  },
  ResourceFile: {
    // What a version names is stored, and nothing is stored that a scanner refused.
    scan: ({ scan }) => (scan === 'CLEAN' ? 'CLEAN' : 'NOT_SCANNED'),
    storedAt: ({ storedAt, preparedAt }) => storedAt ?? preparedAt,
  },
};
