import { describe, expect, it } from '@jest/globals';
import { emptyRow, moveUp, readRows, removeRow, toInput, valuesOf, type StepRow } from './steps-form.js';

const row = (title: string, changes: Partial<StepRow> = {}): StepRow => ({ ...emptyRow(1), title, ...changes });
const rows = [row('One'), row('Two', { requires: ['1'] }), row('Three', { requires: ['1', '2'] })];
const shape = (list: readonly StepRow[]) => list.map(({ title, requires }) => [title, requires]);

describe('the steps of a form', () => {
  it('are the same after a way through the values of its fields', () => {
    expect(readRows(valuesOf(rows))).toEqual(rows);
  });

  it('take along what they require when they move, and drop what would come later', () => {
    expect(shape(moveUp(rows, 2))).toEqual([
      ['One', []],
      ['Three', ['1']],
      ['Two', ['1']],
    ]);
    expect(shape(moveUp(rows, 1))).toEqual([
      ['Two', []],
      ['One', []],
      ['Three', ['2', '1']],
    ]);
  });

  it('forget a step that is taken out', () => {
    expect(shape(removeRow(rows, 0))).toEqual([
      ['Two', []],
      ['Three', ['1']],
    ]);
  });

  it('are sent with what belongs to their kind alone', () => {
    const full = {
      resourceId: 'r',
      activityKind: 'TRAINING',
      daysRequired: '30',
      hoursRequired: 'many',
      rubric: 'A\n\n B',
    };
    const of = (kind: string) => toInput([row('One', { ...full, kind })])[0];
    expect(of('READ')).toMatchObject({ resourceId: 'r', activityKind: undefined, rubric: undefined, key: undefined });
    expect(of('ATTEND')).toMatchObject({ activityKind: 'TRAINING', resourceId: undefined });
    expect(of('HOLD_MANDATE')).toMatchObject({ daysRequired: 30, hoursRequired: undefined });
    expect(of('VERIFIED_HOURS')).toMatchObject({ hoursRequired: 0 });
    expect(of('PEER_REVIEW')).toMatchObject({ rubric: ['A', ' B'], requires: [] });
  });
});
