export type { DoorKeeper, Received, SentFile } from './file-door.js';
export type { FileStore } from './file-store.js';
export type { Files } from './files.js';
export { createFileWing } from './file-wing.js';
export { readFileSettings } from './file-settings.js';
export { openStore } from './open-files.js';
export { createSignedAddresses, type Address, type SignedAddresses } from './signed-address.js';
export { takeBytes, type Sealing } from './take-bytes.js';
