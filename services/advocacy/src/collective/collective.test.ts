import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toId } from '@guildhall/kernel';
import { figureFor, suggestionLifecycle } from './collective.js';

const rule = { version: 1, studentsMin: 10, months: 12 };
const tally = (students: number) => ({ cause: 'REPAIRS' as const, departmentId: toId<'Department'>(''), students });

describe('a figure about many cases', () => {
  it('is shown from ten students on, rounded down to five', () => {
    expect([0, 1, 9, 10, 14, 15, 23].map((students) => figureFor(tally(students), undefined, rule))).toEqual([
      undefined,
      undefined,
      undefined,
      10,
      10,
      15,
      20,
    ]);
  });

  it('never claims more students than there are, and never stands for fewer than the threshold', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.option(fc.nat(500)), (students, before) => {
        const shown = before === null ? undefined : { countedStudents: before };
        const figure = figureFor(tally(students), shown, rule);
        if (figure === undefined) return;
        expect(figure).toBeLessThanOrEqual(students);
        expect(figure % 5).toBe(0);
        expect(students).toBeGreaterThanOrEqual(rule.studentsMin);
      }),
    );
  });

  it('changes over any weeks only by steps that at least ten students made', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }), (weeks) => {
        let shown: { readonly countedStudents: number } | undefined;
        for (const students of weeks) {
          if (figureFor(tally(students), shown, rule) === undefined) continue;
          if (shown !== undefined) expect(Math.abs(students - shown.countedStudents)).toBeGreaterThanOrEqual(10);
          shown = { countedStudents: students };
        }
      }),
    );
  });
});

describe('a suggestion', () => {
  it('is decided once', () => {
    const now = new Date();
    expect(suggestionLifecycle.possible({ status: 'SUGGESTED' }, now)).toEqual(['RAISE', 'DISMISS']);
    expect(suggestionLifecycle.possible({ status: 'RAISED' }, now)).toEqual([]);
    expect(suggestionLifecycle.possible({ status: 'DISMISSED' }, now)).toEqual([]);
  });
});
