import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FieldChecks } from './field-checks.js';

const rulesOf = (checks: FieldChecks): readonly string[] => {
  const result = checks.finish(undefined);
  return result.ok ? [] : result.error.fields.map(({ path, rule }) => `${path} ${rule}`);
};

describe('field checks', () => {
  it('count characters as people do, after trimming', () => {
    expect(rulesOf(new FieldChecks().text('name', ' 👩🏽 ', { max: 2 }))).toEqual([]);
    expect(rulesOf(new FieldChecks().text('name', '😀😀😀', { max: 2 }))).toEqual(['name TOO_LONG']);
    expect(rulesOf(new FieldChecks().text('name', ' \n\t ', { max: 2 }))).toEqual(['name REQUIRED']);
    expect(rulesOf(new FieldChecks().text('name', ' a ', { min: 2, max: 5 }))).toEqual(['name TOO_SHORT']);
    expect(rulesOf(new FieldChecks().text('bio', '', { min: 0, max: 5 }))).toEqual([]);
  });

  it('take exactly the texts whose length lies within the bounds', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 5, max: 9 }),
        (text, min, max) => {
          const length = [...text.trim()].length;
          expect(rulesOf(new FieldChecks().text('a', text, { min, max })).length === 0).toBe(
            length >= min && length <= max,
          );
        },
      ),
    );
  });

  it('take whole numbers within the bounds, both included', () => {
    const bounds = { min: 1, max: 8 };
    for (const value of [1, 8]) expect(rulesOf(new FieldChecks().whole('year', value, bounds))).toEqual([]);
    for (const value of [0, 9, 1.5, Number.NaN, Number.POSITIVE_INFINITY])
      expect(rulesOf(new FieldChecks().whole('year', value, bounds))).toEqual(['year OUT_OF_RANGE']);
  });

  it('name the entry of a list that is wrong, and read no further than the list may be long', () => {
    const limits = { max: 2, maxLength: 3 };
    expect(rulesOf(new FieldChecks().textList('tags', ['ok', ''], limits))).toEqual(['tags.1 REQUIRED']);
    expect(rulesOf(new FieldChecks().textList('tags', ['long', 'ok', '', 'long'], limits))).toEqual([
      'tags TOO_LONG',
      'tags.0 TOO_LONG',
    ]);
  });

  it('list every problem at once, in the order of the checks, with one sentence for one and a count for more', () => {
    const one = new FieldChecks().that(false, 'to', 'CONTRADICTION', 'It ends before it begins.').finish(1);
    expect(one).toEqual({
      ok: false,
      error: {
        __typename: 'ValidationError',
        message: 'It ends before it begins.',
        fields: [{ path: 'to', rule: 'CONTRADICTION', message: 'It ends before it begins.' }],
      },
    });
    const two = new FieldChecks()
      .text('a', '', { max: 1 })
      .that(true, 'b', 'UNKNOWN', '')
      .whole('c', 0, { min: 1, max: 2 });
    expect(rulesOf(two)).toEqual(['a REQUIRED', 'c OUT_OF_RANGE']);
    expect(two.finish(1)).toMatchObject({ error: { message: '2 fields need attention.' } });
  });

  it('hand the value through when nothing is wrong', () => {
    const value = { a: 1 };
    expect(new FieldChecks().text('a', 'a', { max: 1 }).finish(value)).toEqual({ ok: true, value });
  });
});
