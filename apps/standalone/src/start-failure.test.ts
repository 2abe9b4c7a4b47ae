import { describe, expect, it } from '@jest/globals';
import { DatabaseStartError } from '@guildhall/database';
import { SettingsError } from './settings.js';
import { sentenceFor } from './start-failure.js';

const failure = (code: string, facts: object): Error =>
  Object.assign(new Error('raw text of the system'), { code }, facts);

describe('the sentence on why the platform did not start', () => {
  it.each([
    ['EADDRINUSE', { port: 4000 }, /^Port 4000 is in use .* GUILDHALL_PORT/],
    ['EACCES', { port: 4000 }, /^Port 4000 may not be used .* GUILDHALL_PORT/],
    ['EACCES', { path: '/srv/x' }, /^\/srv\/x cannot be written: .* GUILDHALL_DATA_DIR/],
    ['EPERM', { path: '/srv/x' }, /^\/srv\/x cannot be written: .* GUILDHALL_DATA_DIR/],
    ['EROFS', { path: '/srv/x' }, /^\/srv\/x is on a read-only file system: .* GUILDHALL_DATA_DIR/],
    ['ENOSPC', {}, /^The disk is full: .* GUILDHALL_DATA_DIR/],
    ['ENOTDIR', { path: '/srv/x' }, /^\/srv\/x is not a folder/],
  ])('says for %s %j what to do, and nothing of the raw error', (code, facts, sentence) => {
    const said = sentenceFor(failure(code, facts));
    expect(said).toMatch(sentence);
    expect(said).not.toMatch(/raw text|\n/);
  });

  it('passes on what settings and database say for themselves', () => {
    expect(sentenceFor(new SettingsError('Set this.'))).toBe('Set this.');
    expect(sentenceFor(new DatabaseStartError('FAILED', 'Do that.'))).toBe('Do that.');
  });

  it('shows the place of a fault nobody foresaw', () => {
    expect(sentenceFor(new TypeError('unforeseen'))).toMatch(
      /^Guildhall could not start: TypeError: unforeseen\n\s+at /,
    );
    expect(sentenceFor('thrown text')).toBe('thrown text');
  });
});
