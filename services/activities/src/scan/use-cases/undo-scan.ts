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
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import { isHeld } from '../../registration/registration-status.js';
import type { ScanId } from '../scan.js';
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
    const scan = await unit.doorScans.findLocked(scanId);
    const activity = scan === undefined ? null : await unit.activities.findVisible(actor, scan.activityId);
    if (scan === undefined || activity === null || !activityPolicy.can(actor, 'READ_DOOR_LIST', activity))
      return err(notFound('Scan'));
    const people = [scan.registrationId];
    const registrations = await unit.doorScans.listRegistrations(activity.id, people);
    const isOwn = registrations.some(({ memberId }) => isMember(actor, memberId));
    if (!activityPolicy.can(actor, 'CHECK_IN', activity) || isOwn || scan.recordedBy === memberOf(actor))
      return err(notAllowed('UNDO', 'Scan'));
    const isOpen = activity.status === 'PUBLISHED' && registrations.some(({ status }) => isHeld(status));
    if (!isOpen || !scan.isCounted) return err(illegalTransition('UNDO', isOpen ? 'NOT_COUNTED' : 'CLOSED'));
    const { activityId, checkpointId, registrationId, direction } = scan;
    const undo = {
      activityId,
      checkpointId,
      registrationId,
      direction,
      undoneBy: memberOf(actor),
      reason: checked.value,
    };
    await unit.doorScans.addUndo({ ...undo, id: ids.ordered(), undoneAt: clock.now() });
    if (direction === 'IN') await unit.checkInPasses.renew(registrationId, clock.now());
    const record = { scans: await unit.doorScans.listOf(people), undos: await unit.doorScans.listUndos(people) };
    await writeDoor(unit, { activity, registrations }, { added: [], record });
    const [saved] = await unit.doorScans.listRegistrations(activity.id, people);
    return saved === undefined ? err(notFound('Scan')) : ok(saved);
  });
}
