import { useCallback, useEffect, useRef, useState } from 'react';
import { useGraphMutation, useOnline } from '@guildhall/ui';
import type { RecordScansMutation } from '../generated/graphql.js';
import { recordScansDocument } from './door-documents.js';
import { openScanStore, type ScanDevice, type ScanStore, type StoredScan } from './scan-store.js';

/** What the server said of one scan. */
export type SentAnswer = Extract<
  RecordScansMutation['recordScans'],
  { __typename: 'RecordScansSuccess' }
>['answers'][number];

/** Scans on their way: how many wait, and how to add one or to send them now. */
export type ScanQueue = {
  readonly waiting: number;
  readonly device: ScanDevice | undefined;
  rename(label: string): void;
  add(scan: StoredScan): Promise<void>;
  send(): Promise<void>;
};

/** How many scans are sent at once; the service takes more, a weak network does not. */
const batchSize = 50;

/**
 * Keeps scans on this device until the server has answered each, and sends them whenever there is a network. A scan that
 * got no answer is sent again under its own name, so nothing is lost and nothing counts twice.
 */
export function useScanQueue(activityId: string, onAnswers: (answers: readonly SentAnswer[]) => void): ScanQueue {
  const store = useRef<Promise<ScanStore>>(undefined);
  store.current ??= openScanStore();
  const [device, setDevice] = useState<ScanDevice>();
  const [waiting, setWaiting] = useState(0);
  const record = useGraphMutation(recordScansDocument);
  const isOnline = useOnline();
  const sending = useRef(false);
  const told = useRef(onAnswers);
  told.current = onAnswers;

  const sendOnce = useCallback(async (): Promise<boolean> => {
    const kept = await store.current;
    if (kept === undefined) return false;
    const batch = (await kept.list(activityId)).slice(0, batchSize);
    if (batch.length === 0) return false;
    const { id, label } = await kept.readDevice();
    const { data } = await record({
      input: {
        activityId,
        device: { id, label, sentAt: new Date().toISOString() },
        scans: batch.map(({ activityId: _own, ...scan }) => scan),
      },
    });
    if (data?.recordScans.__typename !== 'RecordScansSuccess') return false;
    const { answers } = data.recordScans;
    await kept.remove(answers.map(({ nonce }) => nonce));
    told.current(answers);
    return true;
  }, [activityId]);

  const send = useCallback(async (): Promise<void> => {
    if (sending.current || !navigator.onLine) return;
    sending.current = true;
    try {
      while (await sendOnce());
    } finally {
      sending.current = false;
      setWaiting((await (await store.current)?.list(activityId))?.length ?? 0);
    }
  }, [activityId, sendOnce]);

  useEffect(() => {
    void store.current?.then(async (kept) => {
      setDevice(await kept.readDevice());
      setWaiting((await kept.list(activityId)).length);
      await send();
    });
  }, [activityId, send, isOnline]);

  return {
    waiting,
    device,
    send,
    async add(scan) {
      const kept = await store.current;
      await kept?.put(scan);
      setWaiting((await kept?.list(activityId))?.length ?? 0);
      void send();
    },
    rename(label) {
      if (device === undefined || label.trim() === '') return;
      const renamed = { ...device, label: label.trim().slice(0, 60) };
      setDevice(renamed);
      void store.current?.then((kept) => kept.writeDevice(renamed));
    },
  };
}
