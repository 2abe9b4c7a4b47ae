import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import { endOf, type Mandate } from '../group/mandate.js';
import { trainingPolicy } from './training.policy.js';
import { asTraining, type PathId, type TrainingRule } from './training.js';

const kinds = [
  'PRESIDENT',
  'TREASURER',
  'SECRETARY',
  'OFFICER',
  'WELFARE_LEAD',
  'UNION_OFFICER',
  'COURSE_REP',
] as const satisfies readonly TrainingRule['kind'][];

const toPath = (id: string | null | undefined): PathId | undefined =>
  typeof id === 'string' ? toId<'LearningPath'>(id) : undefined;

/** What the holder lacks of what the mandate asked for, or, where it has begun, of what its position asks for now. */
async function listMissing({ id, memberId, positionId }: Mandate, { loaders }: Context) {
  const waiting = await loaders.mandateTrainings.load(id);
  const isWaiting = waiting !== undefined && waiting.begunAt === undefined;
  const asked = isWaiting ? waiting.pathIds : await loaders.askedTraining.load(positionId);
  const held = await Promise.all(asked.map((pathId) => loaders.heldTraining.load({ memberId, pathId })));
  return asked.filter((_pathId, index) => held[index] !== true).map(asTraining);
}

/** Resolvers of the training that offices ask for. */
export const trainingResolvers: Resolvers = {
  Query: {
    trainingRules: async (_root, _args, { read }) => {
      const decided = new Map((await read.trainings.listRules()).map((rule) => [rule.kind, rule]));
      return kinds.map(
        (kind) => decided.get(kind) ?? { kind, version: 0, pathId: undefined, madeBy: undefined, madeAt: undefined },
      );
    },
  },
  Mutation: {
    requirePositionTraining: async (_root, { input }, { actor, membership }) =>
      toResult(
        'RequirePositionTrainingSuccess',
        await membership.requirePositionTraining(actor, {
          positionId: toId(input.positionId),
          pathId: toPath(input.pathId),
        }),
        (position) => ({ position }),
      ),
    decideTrainingRule: async (_root, { input }, { actor, membership }) =>
      toResult(
        'DecideTrainingRuleSuccess',
        await membership.decideTrainingRule(actor, { kind: input.kind, pathId: toPath(input.pathId) }),
        (rule) => ({ rule }),
      ),
  },
  TrainingRule: {
    training: ({ pathId }) => (pathId === undefined ? null : asTraining(pathId)),
    since: ({ madeAt }) => madeAt ?? null,
    viewerActions: (_rule, _args, { actor }) => (trainingPolicy.canDecideRule(actor) ? ['DECIDE'] : []),
  },
  Position: {
    requiredTraining: async ({ id }, _args, { loaders }) => (await loaders.askedTraining.load(id)).map(asTraining),
    ownTraining: async ({ id }, _args, { loaders }) => {
      const pathId = await loaders.ownTraining.load(id);
      return pathId === undefined ? null : asTraining(pathId);
    },
    waiting: async (position, _args, { actor, loaders }) => {
      if (!trainingPolicy.canSeeWaiting(actor, position)) return [];
      const mandates = await loaders.mandatesById.loadMany([...(await loaders.waitingIn.load(position.id))]);
      return mandates.filter((mandate): mandate is Mandate => mandate !== undefined && !(mandate instanceof Error));
    },
  },
  Mandate: {
    isWaiting: async (mandate, _args, { loaders, now }) => {
      const training = await loaders.mandateTrainings.load(mandate.id);
      return (
        training !== undefined && training.begunAt === undefined && mandate.startsAt <= now && endOf(mandate) > now
      );
    },
    missingTraining: async (mandate, _args, context) => {
      const position = await context.loaders.positionsById.load(mandate.positionId);
      if (position === undefined || !trainingPolicy.canSeeMissing(context.actor, position, mandate)) return null;
      return listMissing(mandate, context);
    },
  },
};
