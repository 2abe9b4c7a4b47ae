import { fixedId, type DemoRegistration, type DemoUnion } from '@guildhall/demo';
import { insertRows, type Row } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { currentDoorRules } from '../src/scan/door-rules.js';

type Attended = DemoRegistration & { readonly checkedInAt: Date };
type Device = { readonly id: string; readonly label: string };

const front: Device = { id: fixedId('door-device/front'), label: 'Front door' };
const side: Device = { id: fixedId('door-device/side'), label: 'Side door, was offline' };

/**
 * Loads what two devices scanned at one door that is long closed, with an edge: somebody was let in by both, because
 * neither could know of the other. The earlier scan counts.
 */
export async function loadDoor(manager: EntityManager, { activities, registrations }: DemoUnion): Promise<void> {
  const attended = registrations.filter((one): one is Attended => one.status === 'ATTENDED' && one.checkedInAt != null);
  const byActivity = Map.groupBy(attended, ({ activityId }) => activityId);
  const activity = activities.find(({ id, status }) => status === 'REPORTED' && (byActivity.get(id)?.length ?? 0) > 2);
  const present = activity === undefined ? [] : (byActivity.get(activity.id) ?? []);
  const [twice] = present;
  if (activity === undefined || twice === undefined) return;
  await insertRows(manager, 'checkpoint', [
    { id: activity.id, activity_id: activity.id, number: 0, is_self_service: false },
  ]);
  const again = { ...twice, checkedInAt: new Date(twice.checkedInAt.getTime() + 4 * 60_000) };
  await insertRows(manager, 'door_scan', [
    ...present.map((one) => scanRow(one, front, true)),
    scanRow(again, side, false),
  ]);
}

function scanRow({ id, activityId, checkedInAt }: Attended, device: Device, isCounted: boolean): Row {
  return {
    id: fixedId(`door-scan/${device.id}/${id}`),
    activity_id: activityId,
    checkpoint_id: activityId,
    registration_id: id,
    direction: 'IN',
    method: 'PASS',
    device_id: device.id,
    device_label: device.label,
    nonce: fixedId(`door-nonce/${device.id}/${id}`),
    scanned_at: checkedInAt,
    device_time: checkedInAt,
    received_at: new Date(checkedInAt.getTime() + (isCounted ? 1_000 : 600_000)),
    rules_version: currentDoorRules.version,
    is_counted: isCounted,
  };
}
