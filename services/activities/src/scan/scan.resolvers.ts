import { isMember, memberOf, toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { activityPolicy } from '../activity/activity.policy.js';
import { mainDoor } from '../checkpoint/checkpoint.js';
import type { Context } from '../context.js';
import type { RecordScansInput, Resolvers, ScanInput } from '../generated/graphql.js';
import type { ActivityId } from '../activity/activity.js';
import type { Registration } from '../registration/registration.js';
import type { ScanClaim } from './judge-claim.js';
import type { Scan } from './scan.js';
import type { RecordScans } from './use-cases/record-scans.js';

/** Resolvers of scans, and of what they add to Registration. */
export const scanResolvers: Resolvers = {
  Mutation: {
    recordScans: async (_root, { input }, { actor, activities }) =>
      toResult('RecordScansSuccess', await activities.recordScans(actor, toBatch(input)), (recorded) => recorded),
    undoScan: async (_root, { input }, context) => {
      const { actor, activities } = context;
      const undone = await activities.undoScan(actor, { ...input, scanId: toId(input.scanId) });
      return toResult('UndoScanSuccess', undone, (registration) => ({ registration }));
    },
    selfCheckIn: async (_root, { input }, { actor, activities }) =>
      toResult(
        'SelfCheckInSuccess',
        await activities.selfCheckIn(actor, { ...input, activityId: toId(input.activityId) }),
        (registration) => ({ registration }),
      ),
  },
  Registration: {
    scans: async (registration, _args, context) =>
      (await seesDoor(registration, context)) ? context.loaders.countedScans.load(registration.id) : [],
  },
  ScanAnswer: {
    registration: ({ registration }) => registration ?? null,
  },
  DoorScan: {
    viewerActions: async (scan, _args, context) => ((await canUndo(scan, context)) ? ['UNDO'] : []),
  },
};

async function seesDoor({ memberId, activityId }: Registration, { actor, loaders }: Context): Promise<boolean> {
  if (isMember(actor, memberId)) return true;
  const activity = await loaders.activities.load(activityId);
  return activity !== undefined && activityPolicy.can(actor, 'READ_DOOR_LIST', activity);
}

/** The same rule as the mutation: somebody else who keeps the door, while attendance is open. */
async function canUndo(scan: Scan, { actor, loaders }: Context): Promise<boolean> {
  if (!scan.isCounted || scan.recordedBy === memberOf(actor)) return false;
  const activity = await loaders.activities.load(scan.activityId);
  if (activity?.status !== 'PUBLISHED' || !activityPolicy.can(actor, 'CHECK_IN', activity)) return false;
  return (await loaders.ownRegistrations.load(scan.activityId))?.id !== scan.registrationId;
}

function toBatch({ activityId, device, scans }: RecordScansInput): RecordScans {
  const id: ActivityId = toId(activityId);
  return { activityId: id, device, scans: scans.map((scan) => toClaim(scan, id)) };
}

function toClaim({ pass, registrationId, checkpointId, ...scan }: ScanInput, activityId: ActivityId): ScanClaim {
  return {
    nonce: scan.nonce,
    direction: scan.direction ?? 'IN',
    deviceTime: scan.scannedAt,
    checkpointId: checkpointId == null ? mainDoor(activityId).id : toId(checkpointId),
    pass: pass ?? undefined,
    registrationId: registrationId == null ? undefined : toId(registrationId),
    method: pass == null ? 'LIST' : 'PASS',
  };
}
