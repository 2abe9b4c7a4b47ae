import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { toFigures } from './path-figures.js';

const path = { id: toId<'LearningPath'>('p'), slug: 's', title: 'T', summary: 'S' };

describe('figures of a path', () => {
  it.each([
    [4, 0, null, null],
    [0, 0, null, null],
    [10, 5, 10, 5],
    [10, 6, 10, null],
    [10, 4, 10, null],
    [10, 10, 10, null],
    [30, 20, 30, 20],
  ])(
    'with %d enrolled and %d completed show %j and %j from 5 people on',
    (enrolled, completed, shownEnrolled, shownCompleted) => {
      const [figures] = toFigures([{ path, enrolled, completed }], 5);
      expect([figures?.enrolled.value, figures?.completed.value]).toEqual([shownEnrolled, shownCompleted]);
    },
  );
});
