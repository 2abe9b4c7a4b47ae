import { toId, viewerActions } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { wallLifecycle } from './wall.js';
import { wallPolicy } from './wall.policy.js';

/** Resolvers of walls, and of the ties that raise them. */
export const wallResolvers: Resolvers = {
  Mutation: {
    raiseCaseWall: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RaiseCaseWallSuccess',
        await advocacy.raiseWall(actor, { ...input, caseId: toId(input.caseId) }),
        (entry) => ({ entry }),
      ),
    liftCaseWall: async (_root, { input }, { actor, advocacy }) =>
      toResult('LiftCaseWallSuccess', await advocacy.liftWall(actor, { wallId: toId(input.wallId) }), (entry) => ({
        entry,
      })),
    recuseFromCase: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'RecuseFromCaseSuccess',
        await advocacy.recuseFromCase(actor, { ...input, caseId: toId(input.caseId) }),
        ({ tie }) => ({ tie }),
      ),
    declareCaseTie: async (_root, { input }, { actor, advocacy }) =>
      toResult('DeclareCaseTieSuccess', await advocacy.declareTie(actor, input), (tie) => ({ tie })),
  },
  CaseQueueEntry: {
    walls: ({ id }, _args, { loaders }) => loaders.wallsOf.load(id),
    conflictSides: ({ id }, _args, { loaders }) => loaders.conflictsOf.load(id),
  },
  CaseWall: {
    tie: ({ tie }) => tie ?? null,
    viewerActions: (wall, _args, { viewer, now }) =>
      viewerActions(wallLifecycle, wall, now, () => wallPolicy.canSeeWalls(viewer)),
  },
  Viewer: {
    caseTies: (_viewer, _args, { actor, read }) => (actor.kind === 'person' ? read.walls.listTies(actor.subject) : []),
  },
};
