import type { CheckpointId } from '../checkpoint/checkpoint.js';
import type { RegistrationId } from '../registration/registration.js';
import type { Scan, ScanDirection, ScanOutcome, ScanUndo } from './scan.js';

/** Which scans count for one registration at one checkpoint. */
export type Standing = { readonly in: Scan | undefined; readonly out: Scan | undefined };

/** What of a scan or an undo says whose it is and where. */
type Place = { readonly registrationId: RegistrationId; readonly checkpointId: CheckpointId };

/** One name for a registration at a checkpoint, to group by. */
export function placeKey({ registrationId, checkpointId }: Place): string {
  return `${registrationId} ${checkpointId}`;
}

/**
 * Which scans count, from all scans and undos of one registration at one checkpoint: the earliest way in after the last
 * undo, and the earliest way out after that. It depends on what happened and never on what arrived first, so devices
 * that were offline can send in any order.
 */
export function standingOf(scans: readonly Scan[], undos: readonly ScanUndo[]): Standing {
  const undoneIn = lastUndo(undos, 'IN');
  const undoneOut = Math.max(undoneIn, lastUndo(undos, 'OUT'));
  const firstIn = earliest(scans, 'IN', ({ scannedAt }) => scannedAt.getTime() > undoneIn);
  const firstOut =
    firstIn &&
    earliest(
      scans,
      'OUT',
      ({ scannedAt }) => scannedAt.getTime() > undoneOut && scannedAt.getTime() >= firstIn.scannedAt.getTime(),
    );
  return { in: firstIn, out: firstOut };
}

/** What became of a recorded scan, and the scan that came before or beside it. */
export function outcomeOf(
  scan: Scan,
  scans: readonly Scan[],
  undos: readonly ScanUndo[],
): { readonly outcome: ScanOutcome; readonly other: Scan | undefined } {
  const standing = standingOf(scans, undos);
  const time = scan.scannedAt.getTime();
  const undone =
    scan.direction === 'IN' ? lastUndo(undos, 'IN') : Math.max(lastUndo(undos, 'IN'), lastUndo(undos, 'OUT'));
  const counted = scan.direction === 'IN' ? standing.in : standing.out;
  if (counted?.id === scan.id) {
    const outcome = scan.direction === 'IN' ? 'CHECKED_IN' : 'CHECKED_OUT';
    return { outcome, other: beside(scan, scans, undone) };
  }
  if (time <= undone) return { outcome: 'UNDONE', other: undefined };
  if (scan.direction === 'IN') return { outcome: 'ALREADY_IN', other: standing.in };
  if (standing.in === undefined || time < standing.in.scannedAt.getTime())
    return { outcome: 'NOT_IN', other: undefined };
  return { outcome: 'ALREADY_OUT', other: standing.out };
}

/** Another device that let the same person through, later: what two doors without a network cannot know of each other. */
function beside(scan: Scan, scans: readonly Scan[], undone: number): Scan | undefined {
  return earliest(
    scans,
    scan.direction,
    (other) => other.deviceId !== scan.deviceId && other.scannedAt.getTime() > undone && other.id !== scan.id,
  );
}

function lastUndo(undos: readonly ScanUndo[], direction: ScanDirection): number {
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...undos.filter((undo) => undo.direction === direction).map(({ undoneAt }) => undoneAt.getTime()),
  );
}

function earliest(
  scans: readonly Scan[],
  direction: ScanDirection,
  isMeant: (scan: Scan) => boolean,
): Scan | undefined {
  return scans.filter((scan) => scan.direction === direction && isMeant(scan)).toSorted(byTime)[0];
}

/** At the same instant the device and then its own name of the scan decide: both are there before anything is sent. */
function byTime(first: Scan, second: Scan): number {
  const difference = first.scannedAt.getTime() - second.scannedAt.getTime();
  if (difference !== 0) return difference;
  return `${first.deviceId} ${first.nonce}` < `${second.deviceId} ${second.nonce}` ? -1 : 1;
}
