export { createDatabaseFrom, dropDatabase, provisionDatabases } from './databases.js';
export type { DatabaseCopy, ProvisionedService } from './databases.js';
export { DatabaseStartError } from './database-start-error.js';
export type { StartFailureReason } from './database-start-error.js';
export { startEmbeddedServer } from './embedded-server.js';
export type { EmbeddedServer, EmbeddedServerOptions } from './embedded-server.js';
export { findRunningServer } from './find-running-server.js';
export type { RunningServer } from './find-running-server.js';
