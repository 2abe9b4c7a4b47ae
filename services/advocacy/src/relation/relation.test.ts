import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { mergeLifecycle, type CaseMerge } from './relation.js';
import { mergePolicy } from './relation.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const merge: CaseMerge = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e12'),
  fromId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  intoId: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e11'),
  student,
  status: 'PROPOSED',
  proposedBy: 'carl',
  proposedAt: now,
  answeredAt: undefined,
};
const names = Object.keys(viewers) as ViewerName[];

describe('a merge', () => {
  it('is answered once', () => {
    expect(mergeLifecycle.possible(merge, now)).toEqual(['AGREE', 'REFUSE']);
    for (const status of ['AGREED', 'REFUSED'] as const)
      expect(mergeLifecycle.possible({ ...merge, status }, now)).toEqual([]);
  });

  it.each(names)('is answered by %s only as the student, in whatever other post', (name) => {
    const mayAnswer = viewers[name].self === student;
    for (const action of mergeLifecycle.actions) expect(mergePolicy.can(viewers[name], action, merge)).toBe(mayAnswer);
  });
});
