import { useRef, useState } from 'react';
import type { DoorActivity } from './door-documents.js';
import {
  afterScan,
  isKept,
  judgeEntry,
  judgePass,
  type DoorEntry,
  type LocalVerdict,
  type ScanPlace,
} from './door-book.js';
import { looksLikePass } from './read-pass.js';
import type { KnownDoor } from './use-door-book.js';
import { useScanQueue, type ScanQueue, type SentAnswer } from './use-scan-queue.js';

/** A scan as the page shows it: what this device said, and what the server said since. */
export type ShownScan = {
  readonly nonce: string;
  readonly name: string | undefined;
  readonly scannedAt: string;
  readonly direction: 'IN' | 'OUT';
  readonly local: LocalVerdict['outcome'];
  readonly answer: SentAnswer | undefined;
};

/** Where this device scans now. */
export type ChosenPlace = { readonly checkpointId: string; readonly direction: 'IN' | 'OUT' };

/** Scanning at a door: the last scans, what waits to be sent, and how to scan. */
export type Scans = {
  readonly shown: readonly ShownScan[];
  readonly queue: ScanQueue;
  scanText(text: string): Promise<void>;
  scanEntry(entry: DoorEntry): Promise<void>;
};

const shownMax = 12;

/** Judges each scan on the device at once, keeps it, and lets the server have the last word when there is a network. */
export function useScans(door: KnownDoor & { readonly activity: DoorActivity }, place: ChosenPlace): Scans {
  const [shown, setShown] = useState<readonly ShownScan[]>([]);
  const { book, activity, change } = door;
  const known = useRef(book);
  known.current = book;
  const queue = useScanQueue(activity.id, (answers) => {
    const byNonce = new Map(answers.map((answer) => [answer.nonce, answer]));
    setShown((scans) => scans.map((scan) => ({ ...scan, answer: byNonce.get(scan.nonce) ?? scan.answer })));
    for (const { registration } of answers) {
      const entry = registration && known.current.entries.get(registration.id);
      if (entry) change({ ...entry, status: registration.status, checkedInAt: registration.checkedInAt ?? undefined });
    }
  });
  const number = activity.checkpoints.find(({ id }) => id === place.checkpointId)?.number ?? 0;

  const keep = async (verdict: LocalVerdict, claim: { readonly pass: string | null }): Promise<void> => {
    const scannedAt = new Date().toISOString();
    const nonce = crypto.randomUUID();
    const { outcome, entry } = verdict;
    const scan: ShownScan = {
      nonce,
      scannedAt,
      direction: place.direction,
      local: outcome,
      name: entry?.name,
      answer: undefined,
    };
    setShown((scans) => [scan, ...scans].slice(0, shownMax));
    if (entry !== undefined && number === 0) change(afterScan(entry, outcome, scannedAt));
    if (!isKept(outcome)) return;
    await queue.add({
      nonce,
      scannedAt,
      activityId: activity.id,
      ...place,
      pass: claim.pass,
      registrationId: claim.pass === null ? (entry?.id ?? null) : null,
    });
  };
  const here = (): ScanPlace => ({ checkpoint: number, direction: place.direction, now: new Date() });
  return {
    shown,
    queue,
    scanText: async (text) => {
      if (looksLikePass(text)) return keep(await judgePass(text, book, here()), { pass: text });
      return keep({ outcome: 'BAD_PASS', entry: undefined }, { pass: text });
    },
    scanEntry: (entry) => keep(judgeEntry(entry, here()), { pass: null }),
  };
}
