import { err, FieldChecks, memberOf, notAllowed, notFound, ok, parseId, type Actor } from '@guildhall/kernel';
import type { ActivityId } from '../../activity/activity.js';
import { activityPolicy } from '../../activity/activity.policy.js';
import type { Deps } from '../../deps.js';
import type { ScanClaim } from '../judge-claim.js';
import { recordBatch } from './record-batch.js';

/** What a device scanned, of one activity. */
export type RecordScans = {
  readonly activityId: ActivityId;
  readonly device: { readonly id: string; readonly label: string; readonly sentAt: Date };
  readonly scans: readonly ScanClaim[];
};

/** How many scans a device may send at once. */
export const scansMax = 200;

/**
 * Records what a device scanned, perhaps while it had no network, and answers each scan. It may be sent again whenever
 * no answer came: the device's own name of each scan keeps it one scan.
 */
export async function recordScans({ transaction, clock, ids, doorKeys }: Deps, actor: Actor, input: RecordScans) {
  const { activityId, device, scans } = input;
  const checked = new FieldChecks()
    .that(parseId(device.id) !== undefined, 'device.id', 'BAD_FORMAT', 'Name the device by a lower-case UUID.')
    .text('device.label', device.label, { max: 60 })
    .that(scans.length <= scansMax, 'scans', 'TOO_LONG', `Send at most ${scansMax} scans at once.`)
    .finish(device.label.trim());
  if (!checked.ok) return checked;
  return transaction(async (unit) => {
    const activity = await unit.activities.findVisibleLocked(actor, activityId);
    if (activity === null) return err(notFound('Activity'));
    if (!activityPolicy.can(actor, 'CHECK_IN', activity)) return err(notAllowed('CHECK_IN', 'Activity'));
    const batch = {
      activity,
      device: { ...device, label: checked.value },
      recordedBy: memberOf(actor),
      claims: scans,
    };
    const answers = await recordBatch(unit, { now: clock.now(), ids, passes: doorKeys?.passes }, batch);
    return ok({ activity, answers });
  });
}
