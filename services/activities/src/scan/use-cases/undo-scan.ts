import {
  err,
  FieldChecks,
  illegalTransition,
  isMember,
  memberOf,
  notAllowed,
  notFound,
  ok,
  type Actor,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps, Repositories } from '../../deps.js';
import { isHeld } from '../../registration/registration-status.js';
import { scanPolicy } from '../scan.policy.js';
import type { Scan, ScanId, ScanUndo } from '../scan.js';
import { writeDoor } from './record-batch.js';

/** Which scan is taken back, and why. */
export type UndoScan = { readonly scanId: ScanId; readonly reason: string };

/**
 * Takes a scan back, by somebody else who keeps the door: nobody undoes their own scan, nor their own entry. Nothing is
 * deleted. Every pass that was shown until now becomes invalid, so that whoever was let in by mistake has to ask again.
 */
export async function undoScan({ transaction, clock, ids }: Deps, actor: Actor, { scanId, reason }: UndoScan) {
  const checked = new FieldChecks().text('reason', reason, { max: 1000 }).finish(reason.trim());
  if (!checked.ok) return checked;
  return transaction(async (unit) => {
    const found = await findSeen(unit, actor, scanId);
    if (found === undefined) return err(notFound('Scan'));
    const { scan, activity, registration } = found;
    const isOwn = isMember(actor, registration.memberId);
    if (!scanPolicy.canUndo(actor, scan, { activity, isOwn })) return err(notAllowed('UNDO', 'Scan'));
    const isOpen = activity.status === 'PUBLISHED' && isHeld(registration.status);
    if (!isOpen || !scan.isCounted) return err(illegalTransition('UNDO', isOpen ? 'NOT_COUNTED' : 'CLOSED'));
    const now = clock.now();
    await unit.doorScans.addUndo(
      toUndo(scan, { id: ids.ordered(), undoneAt: now, undoneBy: memberOf(actor), reason: checked.value }),
    );
    if (scan.direction === 'IN') await unit.checkInPasses.renew(registration.id, now);
    const people = [registration.id];
    const record = { scans: await unit.doorScans.listOf(people), undos: await unit.doorScans.listUndos(people) };
    await writeDoor(unit, { activity, registrations: [registration] }, { added: [], record });
    const [saved] = await unit.registrations.listOfActivity(activity.id, people);
    return saved === undefined ? err(notFound('Scan')) : ok(saved);
  });
}

/** The scan with whose it is, under the lock of its activity; nothing for who does not keep that door. */
async function findSeen(unit: Unit<Repositories>, actor: Actor, scanId: ScanId) {
  const scan = await unit.doorScans.findLocked(scanId);
  const activity = scan === undefined ? null : await unit.activities.findVisible(actor, scan.activityId);
  if (scan === undefined || activity === null || !activityPolicy.can(actor, 'READ_DOOR_LIST', activity))
    return undefined;
  const [registration] = await unit.registrations.listOfActivity(activity.id, [scan.registrationId]);
  return registration && { scan, activity, registration };
}

function toUndo(
  { activityId, checkpointId, registrationId, direction }: Scan,
  by: Pick<ScanUndo, 'id' | 'undoneAt' | 'undoneBy' | 'reason'>,
): ScanUndo {
  return { activityId, checkpointId, registrationId, direction, ...by };
}
