import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import { mainDoor } from '../checkpoint/checkpoint.js';
import type { Context } from '../context.js';
import type { RecordScansInput, Resolvers, ScanInput } from '../generated/graphql.js';
import type { ActivityId } from '../activity/activity.js';
import type { Registration } from '../registration/registration.js';
import type { ScanClaim } from './judge-claim.js';
import { scanPolicy } from './scan.policy.js';
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
    checkpoint: async ({ activityId, checkpointId }, _args, { loaders }) =>
      (await loaders.checkpoints.load(activityId)).find(({ id }) => id === checkpointId) ?? null,
    viewerActions: async (scan, _args, context) => ((await canUndo(scan, context)) ? ['UNDO'] : []),
  },
};

async function seesDoor({ memberId, activityId }: Registration, { actor, loaders }: Context): Promise<boolean> {
  const activity = await loaders.activities.load(activityId);
  return activity !== undefined && scanPolicy.canSee(actor, memberId, activity);
}

/** The same rule as the mutation, while attendance is open. */
async function canUndo(scan: Scan, { actor, loaders }: Context): Promise<boolean> {
  const activity = await loaders.activities.load(scan.activityId);
  if (!scan.isCounted || activity?.status !== 'PUBLISHED') return false;
  const isOwn = (await loaders.ownRegistrations.load(scan.activityId))?.id === scan.registrationId;
  return scanPolicy.canUndo(actor, scan, { activity, isOwn });
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
