/*
 * A scan at a checkpoint: somebody was let in or out, seen by one device at one instant. Life: recorded once and never
 * deleted; an undo stands beside it. Which scan counts follows from all scans and undos, in whatever order they arrived.
 */
import type { Id } from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import type { CheckpointId } from '../checkpoint/checkpoint.js';
import type { MemberId } from '../references/member.js';
import type { Registration, RegistrationId } from '../registration/registration.js';
import type { DoorRules } from './door-rules.js';

/** The id of a scan. */
export type ScanId = Id<'Scan'>;

/** Which way somebody went. */
export type ScanDirection = 'IN' | 'OUT';

/** How it was known who it was: by a pass, by a name on the list, or by the code shown at the door. */
export type ScanMethod = 'PASS' | 'LIST' | 'CODE';

/** A scan as stored. */
export type Scan = {
  readonly id: ScanId;
  readonly activityId: ActivityId;
  readonly checkpointId: CheckpointId;
  readonly registrationId: RegistrationId;
  readonly direction: ScanDirection;
  readonly method: ScanMethod;
  /** The device that saw it, the name its keeper gave it, and what the device called this scan. */
  readonly deviceId: string;
  readonly deviceLabel: string | undefined;
  readonly nonce: string;
  /** When it happened as far as the device is believed, and what the device said. */
  readonly scannedAt: Date;
  readonly deviceTime: Date;
  readonly receivedAt: Date;
  readonly recordedBy: MemberId | undefined;
  readonly rulesVersion: number;
  /** Whether this is the scan that let them in or out: at most one a registration, checkpoint and direction. */
  readonly isCounted: boolean;
};

/** Somebody took scans back: those of that direction until that instant count no longer. Undoing the way in undoes the way out. */
export type ScanUndo = {
  readonly id: Id<'ScanUndo'>;
  readonly activityId: ActivityId;
  readonly checkpointId: CheckpointId;
  readonly registrationId: RegistrationId;
  readonly direction: ScanDirection;
  readonly undoneAt: Date;
  readonly undoneBy: MemberId | undefined;
  readonly reason: string;
};

/** How the door leaves a registration. */
export type DoorState = Pick<Registration, 'id' | 'status' | 'checkedInAt' | 'checkedOutAt' | 'isLate'>;

/** What became of one scan. */
export type ScanOutcome =
  | 'CHECKED_IN'
  | 'CHECKED_OUT'
  | 'ALREADY_IN'
  | 'ALREADY_OUT'
  | 'NOT_IN'
  | 'WAITS'
  | 'NOT_REGISTERED'
  | 'OTHER_ACTIVITY'
  | 'OTHER_CHECKPOINT'
  | 'BAD_PASS'
  | 'OLD_PASS'
  | 'TOO_EARLY'
  | 'UNDONE'
  | 'CLOSED'
  | 'BAD_SCAN';

/** The clock of a device when it sent its scans, and the server's when they came. */
export type DeviceClock = { readonly sentAt: Date; readonly receivedAt: Date };

/**
 * When a scan happened. A phone's clock that is wrong by more than the network explains is corrected by the difference it
 * shows while sending, so that a fast clock does not beat an honest one, whatever arrives first. What then lies in the
 * future, or further back than anybody is offline, is dated when it arrived: the person is in, but cannot claim the time.
 */
export function believedTime(deviceTime: Date, { sentAt, receivedAt }: DeviceClock, rules: DoorRules): Date {
  const difference = receivedAt.getTime() - sentAt.getTime();
  const isOff = Math.abs(difference) >= rules.clockDriftSeconds * 1000;
  const corrected = deviceTime.getTime() + (isOff ? difference : 0);
  const oldest = receivedAt.getTime() - rules.offlineHoursMax * 3_600_000;
  const latest = receivedAt.getTime() + (isOff ? 0 : rules.clockDriftSeconds * 1000);
  const isBelieved = corrected >= oldest && corrected <= latest;
  return isBelieved ? new Date(Math.min(corrected, receivedAt.getTime())) : receivedAt;
}
