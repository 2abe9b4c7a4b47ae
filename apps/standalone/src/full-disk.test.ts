import { tmpdir } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { orFullDisk } from './full-disk.js';
import { SettingsError } from './settings.js';
import { sentenceFor } from './start-failure.js';

const lostConnection = new Error('Connection terminated unexpectedly');

describe('a start that fails while the disk has no room to work', () => {
  it('is told as a full disk, with what to do', async () => {
    const error = await orFullDisk(lostConnection, tmpdir(), Number.POSITIVE_INFINITY);
    expect(sentenceFor(error)).toMatch(/^The disk is full: .* GUILDHALL_DATA_DIR/);
    expect(error).toMatchObject({ cause: lostConnection });
  });

  it.each([
    ['with room on the disk', lostConnection, tmpdir(), 0],
    ['when the folder cannot be asked', lostConnection, '/no/such/folder', Number.POSITIVE_INFINITY],
    ['when its cause is known', new SettingsError('Set this.'), tmpdir(), Number.POSITIVE_INFINITY],
  ])('stays as it is %s', async (_name, error, folder, bytesNeeded) => {
    expect(await orFullDisk(error, folder, bytesNeeded)).toBe(error);
  });
});
