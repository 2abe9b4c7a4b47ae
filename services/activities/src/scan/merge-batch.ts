import type { IdSource } from '@guildhall/kernel';
import type { Activity } from '../activity/activity.js';
import type { MemberId } from '../references/member.js';
import type { Registration, RegistrationId } from '../registration/registration.js';
import { currentDoorRules } from './door-rules.js';
import { refusalOf, type Identified, type ScanClaim } from './judge-claim.js';
import { outcomeOf, placeKey } from './merge-scans.js';
import { believedTime, type Scan, type ScanOutcome } from './scan.js';
import type { DoorRecord } from './settle-door.js';

/** Scans of one device, as it sent them. */
export type ScanBatch = {
  readonly activity: Activity;
  readonly device: { readonly id: string; readonly label: string | undefined; readonly sentAt: Date };
  readonly recordedBy: MemberId | undefined;
  readonly claims: readonly ScanClaim[];
};

/** What became of one claim; `other` is the scan that was before it, or that another device made beside it. */
export type ScanAnswer = {
  readonly nonce: string;
  readonly outcome: ScanOutcome;
  readonly registration: Registration | undefined;
  readonly scan: Scan | undefined;
  readonly other: Scan | undefined;
};

/** What is known of the people a batch is about, read under the activity's lock. */
export type KnownDoor = {
  readonly registrations: ReadonlyMap<RegistrationId, Registration>;
  readonly issues: ReadonlyMap<RegistrationId, number>;
  readonly record: DoorRecord;
  /** What the device has sent before, by its own names. */
  readonly sent: readonly Scan[];
  readonly now: Date;
};

type Judged =
  | { readonly scan: Scan; readonly isNew: boolean }
  | { readonly refusal: ScanOutcome; readonly registration: Registration | undefined };

/**
 * Takes the claims of a batch one by one: recorded, or refused by itself. The same name by the same device is one scan,
 * however often it is sent. The answers stand in the order of the claims.
 */
export function mergeBatch(
  batch: ScanBatch,
  identified: readonly Identified[],
  known: KnownDoor,
  ids: Pick<IdSource, 'ordered'>,
): { readonly added: readonly Scan[]; readonly record: DoorRecord; readonly answers: readonly ScanAnswer[] } {
  const judged = new Map<string, Judged>(known.sent.map((scan) => [scan.nonce, { scan, isNew: false }]));
  batch.claims.forEach((claim, index) => {
    const one = identified[index];
    if (one !== undefined && !judged.has(claim.nonce))
      judged.set(claim.nonce, judge(batch, claim, one, { known, ids }));
  });
  const added = [...judged.values()].flatMap((one) => ('scan' in one && one.isNew ? [one.scan] : []));
  const record = { scans: [...known.record.scans, ...added], undos: known.record.undos };
  return {
    added,
    record,
    answers: batch.claims.map(({ nonce }) => answerOf(nonce, judged.get(nonce), { record, known })),
  };
}

type Tools = { readonly known: KnownDoor; readonly ids: Pick<IdSource, 'ordered'> };

function judge(batch: ScanBatch, claim: ScanClaim, identified: Identified, { known, ids }: Tools): Judged {
  if ('refusal' in identified) return { refusal: identified.refusal, registration: undefined };
  const { registrationId } = identified;
  const registration = known.registrations.get(registrationId);
  const clock = { sentAt: batch.device.sentAt, receivedAt: known.now };
  const at = believedTime(claim.deviceTime, clock, currentDoorRules);
  const refusal = refusalOf(batch.activity, identified, {
    registration,
    issue: known.issues.get(registrationId) ?? 0,
    at,
  });
  if (refusal !== undefined) return { refusal, registration };
  const scan: Scan = {
    id: ids.ordered(),
    activityId: batch.activity.id,
    checkpointId: claim.checkpointId,
    registrationId,
    direction: claim.direction,
    method: claim.method,
    deviceId: batch.device.id,
    deviceLabel: batch.device.label,
    nonce: claim.nonce,
    scannedAt: at,
    deviceTime: claim.deviceTime,
    receivedAt: known.now,
    recordedBy: batch.recordedBy,
    rulesVersion: currentDoorRules.version,
    isCounted: false,
  };
  return { scan, isNew: true };
}

function answerOf(
  nonce: string,
  judged: Judged | undefined,
  { record: { scans, undos }, known }: { readonly record: DoorRecord; readonly known: KnownDoor },
): ScanAnswer {
  if (judged === undefined || 'refusal' in judged)
    return {
      nonce,
      outcome: judged?.refusal ?? 'BAD_SCAN',
      registration: judged?.registration,
      scan: undefined,
      other: undefined,
    };
  const { scan } = judged;
  const key = placeKey(scan);
  const isHere = (one: Parameters<typeof placeKey>[0]): boolean => placeKey(one) === key;
  const registration = known.registrations.get(scan.registrationId);
  return { nonce, registration, scan, ...outcomeOf(scan, scans.filter(isHere), undos.filter(isHere)) };
}
