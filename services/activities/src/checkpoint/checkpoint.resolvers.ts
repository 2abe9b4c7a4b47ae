import { toId, type Actor } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { activityPolicy } from '../activity/activity.policy.js';
import { activityLifecycle, type Activity } from '../activity/activity.js';
import type { Context } from '../context.js';
import type { DoorAction, Resolvers } from '../generated/graphql.js';
import { checkIn } from '../registration/registration.js';
import { checkpointsMax, type Checkpoint } from './checkpoint.js';

const keepsDoor = (actor: Actor, activity: Activity): boolean => activityPolicy.can(actor, 'READ_DOOR_LIST', activity);
const activityOnly = (activity: Activity) => ({ activity });

/** Resolvers of checkpoints, and of what they add to Activity. */
export const checkpointResolvers: Resolvers = {
  Mutation: {
    addCheckpoint: async (_root, { input }, { actor, activities }) =>
      toResult(
        'AddCheckpointSuccess',
        await activities.addCheckpoint(actor, { activityId: toId(input.activityId), name: input.name }),
        activityOnly,
      ),
    removeCheckpoint: async (_root, { input }, { actor, activities }) =>
      toResult(
        'RemoveCheckpointSuccess',
        await activities.removeCheckpoint(actor, { checkpointId: toId(input.checkpointId) }),
        activityOnly,
      ),
    openSelfCheckIn: async (_root, { input }, { actor, activities }) =>
      toResult(
        'OpenSelfCheckInSuccess',
        await activities.openSelfCheckIn(actor, { activityId: toId(input.activityId), isOpen: input.isOpen }),
        activityOnly,
      ),
  },
  Activity: {
    checkpoints: (activity, _args, { actor, loaders }) =>
      keepsDoor(actor, activity) ? loaders.checkpoints.load(activity.id) : [],
    doorCode: async (activity, _args, { actor, loaders, doorKeys, now }) => {
      const [door] = await loaders.checkpoints.load(activity.id);
      const isShown = activityPolicy.can(actor, 'CHECK_IN', activity) && door?.isSelfService === true;
      return isShown ? (doorKeys?.codeAt(activity.id, now) ?? null) : null;
    },
    doorActions: (activity, _args, context) => doorActions(activity, context),
  },
  Checkpoint: {
    isMainDoor: ({ number }) => number === 0,
    countedIn: async ({ id }, _args, { loaders }) => (await loaders.doorCounts.load(id)).in,
    countedOut: async ({ id }, _args, { loaders }) => (await loaders.doorCounts.load(id)).out,
  },
};

async function doorActions(activity: Activity, context: Context): Promise<readonly DoorAction[]> {
  if (activity.status !== 'PUBLISHED') return [];
  const { actor, loaders, now, doorKeys } = context;
  const checkpoints = await loaders.checkpoints.load(activity.id);
  const isSelfService = isSelfServed(checkpoints);
  const canOpen = doorKeys !== undefined && !isSelfService;
  const mayCheckIn = activityPolicy.can(actor, 'CHECK_IN', activity);
  const runsDoor = activityPolicy.can(actor, 'CLOSE_ATTENDANCE', activity);
  const granted: Readonly<Record<DoorAction, boolean>> = {
    SCAN: mayCheckIn && activityLifecycle.can('CHECK_IN', activity, now),
    ADD_CHECKPOINT: runsDoor && checkpoints.length <= checkpointsMax,
    REMOVE_CHECKPOINT: runsDoor && checkpoints.length > 1,
    OPEN_SELF_CHECK_IN: mayCheckIn && canOpen,
    CLOSE_SELF_CHECK_IN: mayCheckIn && isSelfService,
    SELF_CHECK_IN: isSelfService && (await canComeIn(activity, context)),
  };
  return (Object.keys(granted) as DoorAction[]).filter((action) => granted[action]);
}

/** Whether people may check themselves in at the main door, which stands first. */
function isSelfServed([door]: readonly Checkpoint[]): boolean {
  return door?.isSelfService === true;
}

/** Whether the viewer has a place with which the door would let them in now. */
async function canComeIn(activity: Activity, { loaders, now, doorKeys }: Context): Promise<boolean> {
  if (doorKeys === undefined) return false;
  const registration = await loaders.ownRegistrations.load(activity.id);
  return registration?.status === 'CONFIRMED' && checkIn({ registration, activity }, now).ok;
}
