import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { activityPolicy } from '../activity/activity.policy.js';
import type { Activity } from '../activity/activity.js';
import type { Checkpoint } from '../checkpoint/checkpoint.js';
import type { Context } from '../context.js';
import type { Resolvers } from '../generated/graphql.js';
import type { Registration } from '../registration/registration.js';
import { isHeld } from '../registration/registration-status.js';
import { passPolicy } from './pass.policy.js';
import { passTimes } from './pass.js';

/** A pass as its holder sees it. */
export type IssuedPass = {
  readonly checkpoint: Checkpoint;
  readonly code: string;
  readonly validFrom: Date;
  readonly validUntil: Date;
};

/** Whether the viewer can be let in with this place, or be given new passes for it. */
function hasPasses(registration: Registration, { actor, doorKeys }: Pick<Context, 'actor' | 'doorKeys'>): boolean {
  return doorKeys !== undefined && isHeld(registration.status) && passPolicy.canHold(actor, registration);
}

async function activityOf({ activityId }: Registration, { loaders }: Pick<Context, 'loaders'>): Promise<Activity> {
  const activity = await loaders.activities.load(activityId);
  if (activity === undefined) throw new Error('a registration names an activity that was published');
  return activity;
}

/** Resolvers of check-in passes. */
export const passResolvers: Resolvers = {
  Query: {
    passKeys: (_root, _args, { doorKeys }) => {
      const passes = doorKeys?.passes;
      return passes === undefined ? [] : [{ id: passes.keyId, publicKey: passes.publicKey }];
    },
  },
  Mutation: {
    renewPass: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RenewPassSuccess',
        await activities.renewPass(actor, { registrationId: toId(input.registrationId) }),
        (registration) => ({ registration }),
      ),
  },
  Registration: {
    passes: async (registration, _args, context): Promise<readonly IssuedPass[]> => {
      const passes = context.doorKeys?.passes;
      if (passes === undefined || !hasPasses(registration, context)) return [];
      const activity = await activityOf(registration, context);
      if (activity.status !== 'PUBLISHED') return [];
      const issue = await context.loaders.passIssues.load(registration.id);
      const times = passTimes(activity);
      return (await context.loaders.checkpoints.load(activity.id)).map((checkpoint) => ({
        checkpoint,
        code: passes.sign({
          registrationId: registration.id,
          activityId: activity.id,
          checkpoint: checkpoint.number,
          issue,
          ...times,
        }),
        validFrom: times.notBefore,
        validUntil: times.notAfter,
      }));
    },
    passIssue: async (registration, _args, context) => {
      const { actor, loaders } = context;
      const isSeen =
        passPolicy.canHold(actor, registration) ||
        activityPolicy.can(actor, 'READ_DOOR_LIST', await activityOf(registration, context));
      return isSeen ? loaders.passIssues.load(registration.id) : null;
    },
    passActions: (registration, _args, context) => (hasPasses(registration, context) ? ['RENEW'] : []),
  },
};
