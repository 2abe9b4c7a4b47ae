import { parseId, type IdSource } from '@guildhall/kernel';
import type { Activity } from '../../activity/activity.js';
import type { Repositories } from '../../deps.js';
import type { PassSigner } from '../../pass/pass.js';
import type { Registration, RegistrationId } from '../../registration/registration.js';
import { isHeld } from '../../registration/registration-status.js';
import { identify } from '../judge-claim.js';
import { mergeBatch, type ScanAnswer, type ScanBatch } from '../merge-batch.js';
import type { ScanId } from '../scan.js';
import { settleDoor, type DoorRecord } from '../settle-door.js';

/** What recording needs of a transaction. */
export type DoorUnit = Pick<Repositories, 'checkpoints' | 'checkInPasses' | 'doorScans' | 'registrations'>;

/** What recording needs besides. */
export type DoorTools = { readonly now: Date; readonly ids: IdSource; readonly passes: PassSigner | undefined };

/**
 * Records the scans of one device and answers each: those that cannot be recorded are refused one by one and cost the
 * others nothing. Call it under the activity's lock for somebody who may check people in. Sending again changes nothing.
 */
export async function recordBatch(
  unit: DoorUnit,
  { now, ids, passes }: DoorTools,
  batch: ScanBatch,
): Promise<readonly ScanAnswer[]> {
  const { activity, device, claims } = batch;
  await unit.checkpoints.keepMainDoor(activity.id);
  const checkpoints = (await unit.checkpoints.listOf([activity.id])).get(activity.id) ?? [];
  const identified = claims.map((claim) => identify(claim, { activity, checkpoints, passes }));
  const nonces = claims.flatMap(({ nonce }) => parseId(nonce) ?? []);
  const sent = await unit.doorScans.listByNonce(activity.id, device.id, nonces);
  const named = identified.flatMap((one) => ('registrationId' in one ? one.registrationId : []));
  const people = [...new Set([...named, ...sent.map(({ registrationId }) => registrationId)])];
  const registrations = await unit.registrations.listOfActivity(activity.id, people);
  const record = { scans: await unit.doorScans.listOf(people), undos: await unit.doorScans.listUndos(people) };
  const byId = new Map(registrations.map((registration) => [registration.id, registration]));
  const known = { registrations: byId, issues: await unit.checkInPasses.listIssues(people), record, sent, now };
  const merged = mergeBatch(batch, identified, known, ids);
  await writeDoor(unit, { activity, registrations }, merged);
  const settled = new Map((await unit.registrations.listOfActivity(activity.id, people)).map((one) => [one.id, one]));
  return merged.answers.map((answer) => ({
    ...answer,
    registration: answer.registration && settled.get(answer.registration.id),
  }));
}

/** Whose door is written. */
export type DoorPeople = { readonly activity: Activity; readonly registrations: readonly Registration[] };

/** Writes what the whole record of these people says: which scans count, and how their registrations stand. */
export async function writeDoor(
  { doorScans }: Pick<DoorUnit, 'doorScans'>,
  { activity, registrations }: DoorPeople,
  { added, record }: { readonly added: DoorRecord['scans']; readonly record: DoorRecord },
): Promise<void> {
  const isNew = new Set<ScanId>(added.map(({ id }) => id));
  const present = registrations.filter(({ status }) => isHeld(status));
  const ids = new Set<RegistrationId>(present.map(({ id }) => id));
  const mine = {
    scans: record.scans.filter(({ registrationId }) => ids.has(registrationId)),
    undos: record.undos,
  };
  const { counted, uncounted, states } = settleDoor(activity, present, mine);
  await doorScans.recount(
    [...uncounted],
    mine.scans.filter(({ id, isCounted }) => counted.has(id) && !isCounted && !isNew.has(id)).map(({ id }) => id),
  );
  await doorScans.addAll(added.map((scan) => ({ ...scan, isCounted: counted.has(scan.id) })));
  await doorScans.settle(states);
}
