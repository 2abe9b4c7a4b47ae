/*
 * Scans that wait to be sent, on this device. They hold ids and the texts of passes and no names; whoever expects whom is
 * in memory alone, because a shared computer would keep it.
 */

/** A scan as it is sent. */
export type StoredScan = {
  readonly nonce: string;
  readonly activityId: string;
  readonly checkpointId: string;
  readonly direction: 'IN' | 'OUT';
  readonly scannedAt: string;
  readonly pass: string | null;
  readonly registrationId: string | null;
};

/** This device, as other devices are told of it. */
export type ScanDevice = { readonly id: string; readonly label: string };

/** What a browser keeps of a door. */
export interface ScanStore {
  list(activityId: string): Promise<readonly StoredScan[]>;
  put(scan: StoredScan): Promise<void>;
  remove(nonces: readonly string[]): Promise<void>;
  readDevice(): Promise<ScanDevice>;
  writeDevice(device: ScanDevice): Promise<void>;
}

const deviceKey = 'this';

/** Opens what this browser keeps; rejects where a browser keeps nothing, such as some private windows. */
export async function openScanStore(): Promise<ScanStore> {
  const database = await openDatabase();
  const run = async <Value>(
    name: 'scans' | 'device',
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Value> | undefined,
  ): Promise<Value | undefined> => {
    const transaction = database.transaction(name, mode);
    const request = work(transaction.objectStore(name));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser kept nothing'));
    });
    return request?.result;
  };
  return {
    async list(activityId) {
      const all = await run<StoredScan[]>('scans', 'readonly', (store) => store.getAll());
      return (all ?? [])
        .filter((scan) => scan.activityId === activityId)
        .toSorted((first, second) => (first.scannedAt < second.scannedAt ? -1 : 1));
    },
    put: async (scan) => void (await run('scans', 'readwrite', (store) => store.put(scan))),
    async remove(nonces) {
      await run('scans', 'readwrite', (store) => {
        for (const nonce of nonces) store.delete(nonce);
        return undefined;
      });
    },
    async readDevice() {
      const known = await run<ScanDevice | undefined>('device', 'readonly', (store) => store.get(deviceKey));
      if (known !== undefined) return known;
      const id = crypto.randomUUID();
      const device = { id, label: `Door ${id.slice(0, 4)}` };
      await run('device', 'readwrite', (store) => store.put(device, deviceKey));
      return device;
    },
    writeDevice: async (device) => void (await run('device', 'readwrite', (store) => store.put(device, deviceKey))),
  };
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('guildhall-door', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('scans', { keyPath: 'nonce' });
      request.result.createObjectStore('device');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser keeps nothing'));
  });
}
