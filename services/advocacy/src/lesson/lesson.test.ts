import { describe, expect, it } from '@jest/globals';
import { checkLesson, lessonLifecycle } from './lesson.js';

describe('a lesson', () => {
  it('can in each state be exactly what the table says', () => {
    const possible = (status: 'PROPOSED' | 'RETURNED' | 'PUBLISHED') =>
      lessonLifecycle.possible({ status }, new Date());
    expect(possible('PROPOSED')).toEqual(['PROPOSE', 'PUBLISH', 'RETURN']);
    expect(possible('RETURNED')).toEqual(['PROPOSE']);
    expect(possible('PUBLISHED')).toEqual([]);
  });

  it('is one sentence on one line', () => {
    expect(checkLesson('words', '  Tell students the date before it is over.  ')).toEqual({
      ok: true,
      value: 'Tell students the date before it is over.',
    });
    for (const words of ['Too short', 'x'.repeat(301), 'Two lines of it\nwith a break between them'])
      expect(checkLesson('words', words).ok).toBe(false);
  });
});
