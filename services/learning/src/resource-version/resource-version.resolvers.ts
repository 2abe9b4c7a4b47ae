import { memberOf, toId } from '@guildhall/kernel';
import { readPageRequest, toResult } from '@guildhall/subgraph';
import type { ResourceFact, Resolvers } from '../generated/graphql.js';
import { resourcePolicy } from '../resource/resource.policy.js';
import { isReviewer } from '../review/reviewer.js';
import { diffVersions, type FactChange } from './version-diff.js';

const facts: Readonly<Record<FactChange['fact'], ResourceFact>> = {
  kind: 'KIND',
  language: 'LANGUAGE',
  subject: 'SUBJECT',
  licence: 'LICENCE',
  address: 'ADDRESS',
  tags: 'TAGS',
  file: 'FILE',
};

/** Resolvers of versions and of what they add to Resource. */
export const resourceVersionResolvers: Resolvers = {
  Mutation: {
    reviseResource: async (_root, { input }, { actor, learning }) =>
      toResult(
        'ReviseResourceSuccess',
        await learning.reviseResource(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
    discardRevision: async (_root, { input }, { actor, learning }) =>
      toResult(
        'DiscardRevisionSuccess',
        await learning.discardRevision(actor, { resourceId: toId(input.resourceId) }),
        (resource) => ({ resource }),
      ),
  },
  Resource: {
    revisedAt: ({ revisedAt }) => revisedAt ?? null,
    inWork: async (resource, _args, { actor, loaders }) =>
      resourcePolicy.canReadWork(actor, resource) ? ((await loaders.versionsInWork.load(resource.id)) ?? null) : null,
    versions: ({ id }, page, { actor, read }) =>
      read.resourceVersions.pageOf(actor, id, readPageRequest(page, ['whole', 'id'])),
    diff: async ({ id }, { from, to }, { actor, read, loaders }) => {
      const found = await read.resourceVersions.listNumbered(actor, id, [from, to]);
      const before = found.find(({ number }) => number === from);
      const after = found.find(({ number }) => number === to);
      if (before === undefined || after === undefined) return null;
      const fileOf = async ({ fileId }: typeof before) =>
        fileId === undefined ? undefined : loaders.resourceFiles.load(fileId);
      const [fileBefore, fileAfter] = await Promise.all([fileOf(before), fileOf(after)]);
      return diffVersions({ ...before, file: fileBefore }, { ...after, file: fileAfter });
    },
  },
  ResourceVersion: {
    courses: ({ courseIds }) => courseIds.map((id) => ({ id })),
    reviewNote: ({ reviewNote, authorId }, _args, { actor }) =>
      memberOf(actor) === authorId || isReviewer(actor) ? (reviewNote ?? null) : null,
  },
  ResourceDiff: {
    facts: ({ facts: changes }) => changes.map(({ fact, ...change }) => ({ ...change, fact: facts[fact] })),
  },
};
