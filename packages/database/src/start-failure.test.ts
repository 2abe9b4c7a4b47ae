import { expect, test } from '@jest/globals';
import { explainStartFailure } from './start-failure.js';

const attempt = { folder: '/srv/guildhall', port: 4010 };

test.each([
  ['DISK_FULL', 'FATAL:  could not write to file "pg_wal/xlogtemp.1": No space left on device'],
  ['DISK_FULL', "ENOSPC: no space left on device, mkdir '/srv/guildhall'"],
  [
    'PORT_IN_USE',
    'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets',
  ],
  ['VERSION_MISMATCH', 'FATAL:  database files are incompatible with server'],
  ['DATA_FOLDER_READ_ONLY', "EROFS: read-only file system, open '/srv/guildhall/launcher.lock'"],
  ['DATA_FOLDER_READ_ONLY', 'initdb: error: could not create directory "/srv/guildhall": Permission denied'],
  ['UNSUPPORTED_PLATFORM', 'postgres: error while loading shared libraries: libpq.so.5'],
  ['FAILED', 'FATAL:  something nobody has thought of'],
])('%s is told from: %s', (reason, evidence) => {
  const error = explainStartFailure(new Error(evidence), attempt);
  expect(error.reason).toBe(reason);
  expect(error.message).toMatch(/^[A-Z].*\S$/);
  expect(error.message).not.toContain('\n');
});

test('an unknown failure passes on the line in which the server gave its reason', () => {
  const log = 'LOG:  starting\nFATAL:  something nobody has thought of\nLOG:  database system is shut down\n';
  expect(explainStartFailure(new Error(log), attempt).message).toContain('FATAL:  something nobody has thought of');
});
