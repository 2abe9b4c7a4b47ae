import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openSessionStore } from './session-store.js';

let folder = '';
let file = '';
let now = new Date('2026-10-01T10:00:00Z');
const open = () => openSessionStore(file, () => now);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'guildhall-sessions-'));
  file = join(folder, 'identity', 'sessions.jsonl');
  now = new Date('2026-10-01T10:00:00Z');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('session store', () => {
  it('gives back after a restart what was set, and not what was deleted', () => {
    const store = open();
    store.set('a', { n: 1 });
    store.set('b', { n: 2 });
    store.set('a', { n: 3 });
    store.delete('b');
    const reopened = open();
    expect(reopened.get('a')).toEqual({ n: 3 });
    expect(reopened.get('b')).toBeUndefined();
  });

  it('loses nothing but the last line when the process died while writing it', () => {
    const store = open();
    store.set('a', { n: 1 });
    appendFileSync(file, '{"key":"b","payl');
    const reopened = open();
    reopened.set('c', { n: 3 });
    const again = open();
    expect([again.get('a'), again.get('b'), again.get('c')]).toEqual([{ n: 1 }, undefined, { n: 3 }]);
  });

  it('forgets at the stated instant, in memory and after a restart', () => {
    const store = open();
    store.set('a', { n: 1 }, now.getTime() + 1_000);
    expect(store.get('a')).toEqual({ n: 1 });
    now = new Date(now.getTime() + 1_000);
    expect(store.get('a')).toBeUndefined();
    expect([...store.entries()]).toEqual([]);
    expect(open().get('a')).toBeUndefined();
    expect(readFileSync(file, 'utf8')).toBe('');
  });

  it('keeps its file small however often the same entry changes, and loses none of the changes', () => {
    const store = open();
    for (let n = 0; n < 5_000; n += 1) store.set('a', { n });
    expect(readFileSync(file, 'utf8').split('\n').length).toBeLessThan(1_100);
    expect(open().get('a')).toEqual({ n: 4_999 });
  });

  it('is readable by its owner alone', () => {
    open().set('a', {});
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });
});
