/**
 * How sending a file ended: it is stored, it is not what was declared, malware was found, its address no longer worked, it did not
 * arrive, or the sender stopped it.
 */
export type Sent = 'stored' | 'unexpected' | 'malware' | 'late' | 'broken' | 'stopped';

const byStatus: Readonly<Record<number, Sent>> = { 201: 'stored', 404: 'late', 415: 'unexpected', 422: 'malware' };

/** Where the bytes go, who hears the share that has left, from 0 to 1, and what stops them. */
export type Sending = {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly onProgress: (share: number) => void;
};

/** Sends a file to an address that works once. Never rejects. */
export function sendBytes(file: File, { url, signal, onProgress }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve('stopped');
    // fetch tells nothing of what has left already.
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => resolve(byStatus[request.status] ?? 'broken'));
    for (const failure of ['error', 'timeout']) request.addEventListener(failure, () => resolve('broken'));
    request.addEventListener('abort', () => resolve('stopped'));
    signal.addEventListener('abort', () => request.abort());
    request.open('PUT', url);
    request.send(file);
  });
}

/** Fetches a file from an address and lets the browser keep it under its name; false when it did not come. */
export async function keepFile(url: string, name: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    if (!response.ok) return false;
    const address = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The browser reads the address after this turn.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return true;
  } catch {
    return false;
  }
}
