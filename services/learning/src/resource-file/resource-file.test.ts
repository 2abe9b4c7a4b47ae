import { describe, expect, it } from '@jest/globals';
import { uploadMs } from '@guildhall/files/declared';
import { toId } from '@guildhall/kernel';
import {
  changeResourceFile,
  contentTypes,
  resourceFileLifecycle,
  type ResourceFile,
  type ResourceFileAction,
  type ResourceFileStatus,
} from './resource-file.js';

const now = new Date('2026-10-05T09:00:00Z');
const at = (status: ResourceFileStatus): ResourceFile => ({
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  ownerId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11'),
  name: 'a.txt',
  contentType: 'text/plain',
  size: 5,
  status,
  digest: undefined,
  scan: undefined,
  preparedAt: now,
  expiresAt: new Date(now.getTime() + uploadMs),
  storedAt: undefined,
  version: 1,
});

const possible: Readonly<Record<ResourceFileStatus, readonly ResourceFileAction[]>> = {
  AWAITED: ['RECEIVE', 'FAIL', 'REMOVE'],
  RECEIVING: ['STORE', 'REFUSE', 'FAIL', 'REMOVE'],
  STORED: ['REMOVE'],
  REFUSED: ['REMOVE'],
  FAILED: ['REMOVE'],
  REMOVED: ['REMOVE'],
};

describe('the life of a file', () => {
  it.each(resourceFileLifecycle.states)('allows from %s exactly what the table says', (status) => {
    expect(resourceFileLifecycle.possible(at(status), now)).toEqual(possible[status]);
    for (const action of resourceFileLifecycle.actions.filter((one) => !possible[status].includes(one)))
      expect(changeResourceFile(at(status), action, { now })).toMatchObject({
        error: { __typename: 'IllegalTransitionError', state: status, action },
      });
  });

  it('begins only while its bytes are awaited', () => {
    const last = new Date(now.getTime() + uploadMs);
    expect(changeResourceFile(at('AWAITED'), 'RECEIVE', { now: last }).ok).toBe(true);
    expect(changeResourceFile(at('AWAITED'), 'RECEIVE', { now: new Date(last.getTime() + 1) }).ok).toBe(false);
  });

  it('notes what was found when it is stored', () => {
    expect(changeResourceFile(at('RECEIVING'), 'STORE', { now, scan: 'CLEAN', digest: 'abc' })).toMatchObject({
      value: { status: 'STORED', scan: 'CLEAN', digest: 'abc', storedAt: now },
    });
    expect(changeResourceFile(at('RECEIVING'), 'FAIL', { now })).toMatchObject({
      value: { status: 'FAILED', storedAt: undefined },
    });
  });
});

describe('the kinds of files', () => {
  it('are each named once, and none runs when it is opened', () => {
    expect(new Set(contentTypes).size).toBe(contentTypes.length);
    expect(contentTypes.filter((kind) => /html|svg|script|zip|macro/.test(kind))).toEqual([]);
  });
});
