import { readPageRequest, resolveErasureItems, retentionVersion, toResult } from '@guildhall/subgraph';
import type { ErasingService as GraphErasingService, Resolvers } from '../generated/graphql.js';
import {
  canScheduleErasure,
  erasingServices,
  secondThoughtsMs,
  type ErasingService,
  type ErasurePreviewReference,
} from './erasure.js';
import { erasurePolicy } from './erasure.policy.js';

const dayMs = 86_400_000;

const serviceNames = {
  membership: 'MEMBERSHIP',
  activities: 'ACTIVITIES',
  advocacy: 'ADVOCACY',
  learning: 'LEARNING',
} as const satisfies Readonly<Record<ErasingService, GraphErasingService>>;

/** Resolvers of erasure. */
export const erasureResolvers: Resolvers = {
  Query: {
    erasureReceipts: (_root, page, { actor, read }) =>
      erasurePolicy.canSeeReceipts(actor)
        ? read.erasures.pageReceipts(actor, readPageRequest(page, ['instant', 'id']))
        : null,
  },
  Mutation: {
    requestErasure: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RequestErasureSuccess',
        await membership.requestErasure(actor, { ...input, rulesVersion: retentionVersion }),
        (erasure) => ({ erasure }),
      ),
    cancelErasure: async (_root, { input }, { actor, membership }) =>
      toResult('CancelErasureSuccess', await membership.cancelErasure(actor, input), (erasure) => ({ erasure })),
  },
  Viewer: {
    erasurePreview: (_viewer, _args, { actor }): ErasurePreviewReference | null => {
      const id = erasurePolicy.subjectOf(actor);
      return id === undefined ? null : { id };
    },
    erasure: (_viewer, _args, { actor, read }) => read.erasures.findOwn(actor),
    erasureActions: async (_viewer, _args, { actor, now, read }) => {
      const own = erasurePolicy.subjectOf(actor) === undefined ? null : await read.members.findOwn(actor);
      if (own === null) return [];
      if ((await read.erasures.findOwn(actor)) !== null) return ['CANCEL'];
      const obstacles = await read.erasures.listObstacles(own.member, now);
      return canScheduleErasure(own.member, obstacles, now) ? ['REQUEST'] : [];
    },
  },
  ErasurePreview: {
    __resolveReference: ({ id }, { actor }) => {
      const own = erasurePolicy.subjectOf(actor);
      return own !== undefined && own === id ? { id: own } : null;
    },
    rulesVersion: () => retentionVersion,
    days: () => secondThoughtsMs / dayMs,
    obstacles: async (_preview, _args, { actor, now, read }) => {
      const own = await read.members.findOwn(actor);
      return own === null ? [] : [...(await read.erasures.listObstacles(own.member, now))];
    },
    membership: resolveErasureItems,
  },
  ErasureConfirmation: { service: ({ service }) => serviceNames[service] },
  ErasureReceipt: {
    id: ({ erasure }) => erasure.id,
    requestedAt: ({ erasure }) => erasure.requestedAt,
    erasedAt: ({ erasure }) => erasure.endedAt ?? erasure.dueAt,
    isComplete: ({ confirmations }) => confirmations.length === erasingServices.length,
  },
};
