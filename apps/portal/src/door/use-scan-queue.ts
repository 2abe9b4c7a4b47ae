import { useCallback, useEffect, useRef, useState } from 'react';
import { useGraphMutation, useOnline } from '@guildhall/ui';
import type { RecordScansMutation, RecordScansMutationVariables } from '../generated/graphql.js';
import { recordScansDocument } from './door-documents.js';
import { openScanStore, type ScanDevice, type ScanStore, type StoredScan } from './scan-store.js';

/** What the server said of one scan. */
export type SentAnswer = Extract<
  RecordScansMutation['recordScans'],
  { __typename: 'RecordScansSuccess' }
>['answers'][number];

/** Scans on their way: how many wait, and how to add one or to send them now. */
export type ScanQueue = {
  /** Nothing until this device has looked. */
  readonly waiting: number | undefined;
  readonly device: ScanDevice | undefined;
  rename(label: string): void;
  add(scan: StoredScan): Promise<void>;
  send(): Promise<void>;
};

/** How many scans are sent at once; the service takes more, a weak network does not. */
const batchSize = 50;

type RecordScans = ReturnType<typeof useGraphMutation<RecordScansMutation, RecordScansMutationVariables>>;

/** Sends the oldest scans that wait, and forgets those that were answered; nothing when there are none or no answer came. */
async function sendOldest(
  kept: ScanStore,
  activityId: string,
  record: RecordScans,
): Promise<readonly SentAnswer[] | undefined> {
  const batch = (await kept.list(activityId)).slice(0, batchSize);
  if (batch.length === 0) return undefined;
  const { id, label } = await kept.readDevice();
  const device = { id, label, sentAt: new Date().toISOString() };
  const scans = batch.map(({ activityId: _own, ...scan }) => scan);
  const { data } = await record({ input: { activityId, device, scans } });
  if (data?.recordScans.__typename !== 'RecordScansSuccess') return undefined;
  const { answers } = data.recordScans;
  await kept.remove(answers.map(({ nonce }) => nonce));
  return answers;
}

/**
 * Keeps scans on this device until the server has answered each, and sends them whenever there is a network. A scan that
 * got no answer is sent again under its own name, so nothing is lost and nothing counts twice.
 */
export function useScanQueue(activityId: string, onAnswers: (answers: readonly SentAnswer[]) => void): ScanQueue {
  const store = useRef<Promise<ScanStore>>(undefined);
  store.current ??= openScanStore();
  const opened = store.current;
  const [device, setDevice] = useState<ScanDevice>();
  const [waiting, setWaiting] = useState<number>();
  const record = useGraphMutation(recordScansDocument);
  const isOnline = useOnline();
  const sending = useRef(false);
  const told = useRef({ onAnswers, record });
  told.current = { onAnswers, record };

  const send = useCallback(async (): Promise<void> => {
    if (sending.current || !navigator.onLine) return;
    sending.current = true;
    const kept = await opened;
    try {
      let answers = await sendOldest(kept, activityId, told.current.record);
      while (answers !== undefined) {
        told.current.onAnswers(answers);
        answers = await sendOldest(kept, activityId, told.current.record);
      }
    } finally {
      sending.current = false;
      setWaiting((await kept.list(activityId)).length);
    }
  }, [activityId, opened]);

  useEffect(() => {
    void opened.then(async (kept) => {
      setDevice(await kept.readDevice());
      setWaiting((await kept.list(activityId)).length);
      await send();
    });
  }, [activityId, opened, send, isOnline]);

  const add = async (scan: StoredScan): Promise<void> => {
    const kept = await opened;
    await kept.put(scan);
    setWaiting((await kept.list(activityId)).length);
    void send();
  };
  const rename = (label: string): void => {
    if (device === undefined || label.trim() === '') return;
    const renamed = { ...device, label: label.trim().slice(0, 60) };
    setDevice(renamed);
    void opened.then((kept) => kept.writeDevice(renamed));
  };
  return { waiting, device, send, add, rename };
}
