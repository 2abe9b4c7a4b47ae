import type { ScanOutcome } from '../generated/graphql.js';
import { readPass, type PassKey } from './read-pass.js';

/** Somebody the door knows. */
export type DoorEntry = {
  readonly id: string;
  readonly name: string | undefined;
  readonly status: string;
  readonly passIssue: number;
  readonly checkedInAt: string | undefined;
};

/** What a device knows of a door without asking. */
export type DoorBook = {
  readonly activityId: string;
  readonly keys: readonly PassKey[];
  readonly entries: ReadonlyMap<string, DoorEntry>;
};

/** What the device itself says of a scan, until the server has. */
export type LocalVerdict = { readonly outcome: ScanOutcome | 'UNSURE'; readonly entry: DoorEntry | undefined };

/** What is scanned where. */
export type ScanPlace = { readonly checkpoint: number; readonly direction: 'IN' | 'OUT'; readonly now: Date };

const waits = ['WAITLISTED', 'OFFERED', 'ENTERED'];
const held = ['CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT'];

/** Judges the text of a QR code from what the device knows. */
export async function judgePass(text: string, book: DoorBook, place: ScanPlace): Promise<LocalVerdict> {
  const pass = await readPass(text, book.keys);
  if (pass === 'unsure') return { outcome: 'UNSURE', entry: undefined };
  if (pass === undefined) return { outcome: 'BAD_PASS', entry: undefined };
  if (pass.activityId !== book.activityId) return { outcome: 'OTHER_ACTIVITY', entry: undefined };
  const entry = book.entries.get(pass.registrationId);
  if (pass.checkpoint !== place.checkpoint) return { outcome: 'OTHER_CHECKPOINT', entry };
  // Somebody may have registered after the list was fetched: the signature is enough to let them in.
  if (entry === undefined) return { outcome: 'UNSURE', entry };
  if (pass.issue < entry.passIssue || place.now > pass.notAfter) return { outcome: 'OLD_PASS', entry };
  if (place.now < pass.notBefore) return { outcome: 'TOO_EARLY', entry };
  return judgeEntry(entry, place);
}

/** Judges somebody who was found on the list. */
export function judgeEntry(entry: DoorEntry, { checkpoint, direction }: ScanPlace): LocalVerdict {
  if (waits.includes(entry.status)) return { outcome: 'WAITS', entry };
  if (!held.includes(entry.status)) return { outcome: 'NOT_REGISTERED', entry };
  if (checkpoint !== 0) return { outcome: direction === 'IN' ? 'CHECKED_IN' : 'CHECKED_OUT', entry };
  const isIn = entry.status !== 'CONFIRMED';
  if (direction === 'IN') return { outcome: isIn ? 'ALREADY_IN' : 'CHECKED_IN', entry };
  if (entry.status === 'CHECKED_OUT') return { outcome: 'ALREADY_OUT', entry };
  return { outcome: isIn ? 'CHECKED_OUT' : 'NOT_IN', entry };
}

/** The entry as the device sees it after a scan at the main door, before the server says so. */
export function afterScan(entry: DoorEntry, outcome: LocalVerdict['outcome'], scannedAt: string): DoorEntry {
  if (outcome === 'CHECKED_IN') return { ...entry, status: 'CHECKED_IN', checkedInAt: scannedAt };
  return outcome === 'CHECKED_OUT' ? { ...entry, status: 'CHECKED_OUT' } : entry;
}

/** Whether a scan is worth sending: what is refused for good by the device is shown and not kept. */
export function isKept(outcome: LocalVerdict['outcome']): boolean {
  return !['BAD_PASS', 'OTHER_ACTIVITY', 'OTHER_CHECKPOINT', 'OLD_PASS', 'TOO_EARLY'].includes(outcome);
}

/** Whom a name finds: at most eight, in the order of the list. */
export function findByName(book: DoorBook, text: string): readonly DoorEntry[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted.length < 2) return [];
  return [...book.entries.values()]
    .filter(
      ({ name, status }) => name?.toLocaleLowerCase().includes(wanted) === true && [...held, ...waits].includes(status),
    )
    .slice(0, 8);
}
