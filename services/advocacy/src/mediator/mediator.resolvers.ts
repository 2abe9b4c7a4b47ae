import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';

/** Resolvers of those who can be given a mediation. */
export const mediatorResolvers: Resolvers = {
  Mutation: {
    assignMediator: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'AssignMediatorSuccess',
        await advocacy.assignMediator(actor, { mediationId: toId(input.mediationId), mediator: input.mediator }),
        (entry) => ({ entry }),
      ),
    stepBackFromMediation: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'StepBackFromMediationSuccess',
        await advocacy.stepBackFromMediation(actor, { mediationId: toId(input.mediationId) }),
        (released) => released,
      ),
    declareMediatorTies: async (_root, { input }, { actor, advocacy }) =>
      toResult(
        'DeclareMediatorTiesSuccess',
        await advocacy.declareMediatorTies(actor, { names: input.names }),
        (declared) => declared,
      ),
  },
  Viewer: {
    mediatorTies: (_viewer, _args, { mediationViewer, read }) =>
      mediationViewer.mediator === undefined ? null : read.mediators.countTies(mediationViewer),
  },
};
