import { describe, expect, it } from '@jest/globals';
import { actors, authorId } from '../../test/actors.js';
import { evidenceLifecycle, type RecordEntry } from './record-entry.js';
import { rebuildPolicy } from './record-rebuild.policy.js';
import { recordPolicy, visibleRecords } from './record.policy.js';

const own = ['author', 'authorRep', 'authorOfficer'];
const now = new Date('2026-10-05T09:00:00.000Z');

describe('the rights over a record', () => {
  it.each(Object.entries(actors))('of %s are those of its member or none', (name, actor) => {
    const isOwn = own.includes(name);
    expect(recordPolicy.canRead(actor, authorId)).toBe(isOwn);
    expect(recordPolicy.canHide(actor, authorId)).toBe(isOwn);
    expect(visibleRecords(actor).own === authorId).toBe(isOwn);
    expect(visibleRecords(actor).everything).toBe(name === 'system');
    expect(rebuildPolicy.canStart(actor)).toBe(name === 'staff');
    expect(rebuildPolicy.canSee(actor)).toBe(name === 'staff');
  });
});

describe('the life of an entry', () => {
  const entry = (isHidden: boolean): RecordEntry => ({ isHidden }) as RecordEntry;
  it.each([
    [false, ['HIDE']],
    [true, ['SHOW']],
  ] as const)('hidden %s allows exactly %j', (isHidden, actions) => {
    expect(evidenceLifecycle.possible(entry(isHidden), now)).toEqual(actions);
  });
});
