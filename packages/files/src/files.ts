import type { FileStore } from './file-store.js';
import type { Scanner } from './scanner.js';

/** What files are taken and given with. */
export type Files = {
  readonly store: FileStore;
  /** Absent where nobody looks for malware. */
  readonly scanner: Scanner | undefined;
  readonly bytesMax: number;
  /** The address of the door as browsers reach it. */
  readonly doorUrl: () => string;
};
