import type { FileSettings, ScannerSettings, StoreSettings } from './file-settings.js';
import type { Files } from './files.js';
import { createClamav } from './clamav.js';
import { createScanCommand } from './scan-command.js';
import type { Scanner } from './scanner.js';
import type { FileStore } from './file-store.js';
import { createFolderStore } from './folder-store.js';
import { createS3Store } from './s3-store.js';

/** The store, the scanner and the limits that an operator set. */
export function openFiles({ store, scanner, bytesMax }: FileSettings, doorUrl: () => string): Files {
  return { store: openStore(store), scanner: openScanner(scanner), bytesMax, doorUrl };
}

/** The store that an operator set, alone; for those who write files without taking any. */
export function openStore(settings: StoreSettings): FileStore {
  return settings.kind === 'folder' ? createFolderStore(settings.folder) : createS3Store(settings);
}

function openScanner(settings: ScannerSettings | undefined): Scanner | undefined {
  if (settings === undefined) return undefined;
  return settings.kind === 'clamav' ? createClamav(settings) : createScanCommand(settings.words);
}
