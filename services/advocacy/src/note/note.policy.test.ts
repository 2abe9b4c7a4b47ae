import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { openCase } from '../case/case.js';
import type { CaseNote } from './note.js';
import { notePolicy } from './note.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const caseId = toId<'Case'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const item = {
  ...openCase(caseId, { student, matter: 'HOUSING', key: { keyId: 'k', dataKey: new Uint8Array() }, now }),
  assignee: 'carl',
  secondWorker: 'simo',
};
const note: CaseNote = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e12'),
  caseId,
  layer: 'INTERNAL',
  author: 'carl',
  writtenAt: now,
};
const names = Object.keys(viewers) as ViewerName[];

describe('the notes of a case', () => {
  it.each(names)('are shown to %s only as one who works on it', (name) => {
    const isOnTeam = name === 'assigned worker' || name === 'second worker';
    expect(notePolicy.canSeeSide(viewers[name], item)).toBe(isOnTeam);
    expect(notePolicy.canRead(viewers[name], note, item)).toBe(isOnTeam);
    expect(notePolicy.canRead(viewers[name], { ...note, layer: 'PRIVATE' }, item)).toBe(name === 'assigned worker');
  });
});
