import type { AttachmentSettings, ScannerSettings, StoreSettings } from './attachment.settings.js';
import type { Files } from './files.js';
import { createClamav } from './scan/clamav.net.js';
import { createScanCommand } from './scan/scan-command.process.js';
import type { Scanner } from './scan/scanner.js';
import type { FileStore } from './store/file-store.js';
import { createFolderStore } from './store/folder-store.fs.js';
import { createS3Store } from './store/s3-store.http.js';

/** The store, the scanner and the limits that an operator set. */
export function openFiles({ store, scanner, bytesMax }: AttachmentSettings, doorUrl: () => string): Files {
  return { store: openStore(store), scanner: openScanner(scanner), bytesMax, doorUrl };
}

function openStore(settings: StoreSettings): FileStore {
  return settings.kind === 'folder' ? createFolderStore(settings.folder) : createS3Store(settings);
}

function openScanner(settings: ScannerSettings | undefined): Scanner | undefined {
  if (settings === undefined) return undefined;
  return settings.kind === 'clamav' ? createClamav(settings) : createScanCommand(settings.words);
}
