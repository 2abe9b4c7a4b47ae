import { parseId } from '@guildhall/kernel';
import { doorOpensAt, type Activity } from '../activity/activity.js';
import type { Checkpoint, CheckpointId } from '../checkpoint/checkpoint.js';
import type { PassSigner } from '../pass/pass.js';
import type { Registration, RegistrationId } from '../registration/registration.js';
import { isHeld } from '../registration/registration-status.js';
import type { ScanDirection, ScanMethod, ScanOutcome } from './scan.js';

/** What a device says it scanned: a pass, or somebody of its list. */
export type ScanClaim = {
  readonly nonce: string;
  readonly direction: ScanDirection;
  readonly deviceTime: Date;
  readonly checkpointId: CheckpointId;
  readonly pass: string | undefined;
  readonly registrationId: RegistrationId | undefined;
  readonly method: ScanMethod;
};

/** Whom a claim is about, or why it is about nobody. */
export type Identified =
  | {
      readonly registrationId: RegistrationId;
      readonly issue: number | undefined;
      readonly notBefore: Date;
      readonly notAfter: Date | undefined;
    }
  | { readonly refusal: ScanOutcome };

/** What a claim is read against. */
export type DoorSetting = {
  readonly activity: Activity;
  readonly checkpoints: readonly Checkpoint[];
  readonly passes: PassSigner | undefined;
};

/** Reads whom a claim is about. One that cannot be read is refused by itself and takes nothing else with it. */
export function identify(claim: ScanClaim, { activity, checkpoints, passes }: DoorSetting): Identified {
  if (parseId(claim.nonce) === undefined || Number.isNaN(claim.deviceTime.getTime())) return { refusal: 'BAD_SCAN' };
  const checkpoint = checkpoints.find(({ id }) => id === claim.checkpointId);
  if (checkpoint === undefined) return { refusal: 'OTHER_CHECKPOINT' };
  if (claim.pass === undefined) {
    const { registrationId } = claim;
    if (registrationId === undefined) return { refusal: 'BAD_SCAN' };
    return { registrationId, issue: undefined, notBefore: doorOpensAt(activity), notAfter: undefined };
  }
  const facts = passes?.read(claim.pass);
  if (facts === undefined) return { refusal: 'BAD_PASS' };
  if (facts.activityId !== activity.id) return { refusal: 'OTHER_ACTIVITY' };
  if (facts.checkpoint !== checkpoint.number) return { refusal: 'OTHER_CHECKPOINT' };
  return facts;
}

/** What a person is known by at the door when they are scanned. */
export type Seen = { readonly registration: Registration | undefined; readonly issue: number; readonly at: Date };

/** Why somebody who was recognised is not let through, or nothing when the scan is recorded. */
export function refusalOf(
  activity: Activity,
  identified: Exclude<Identified, { refusal: ScanOutcome }>,
  { registration, issue, at }: Seen,
): ScanOutcome | undefined {
  if (registration === undefined) return 'NOT_REGISTERED';
  if (identified.issue !== undefined && identified.issue < issue) return 'OLD_PASS';
  const standing = refusalOfStatus(activity, registration);
  if (standing !== undefined) return standing;
  if (at < doorOpensAt(activity) || at < identified.notBefore) return 'TOO_EARLY';
  return identified.notAfter !== undefined && at > identified.notAfter ? 'OLD_PASS' : undefined;
}

function refusalOfStatus(activity: Activity, { status }: Registration): ScanOutcome | undefined {
  if (status === 'ATTENDED' || status === 'NO_SHOW') return 'CLOSED';
  if (status === 'WAITLISTED' || status === 'OFFERED' || status === 'ENTERED') return 'WAITS';
  if (!isHeld(status)) return 'NOT_REGISTERED';
  return activity.status === 'PUBLISHED' ? undefined : 'CLOSED';
}
