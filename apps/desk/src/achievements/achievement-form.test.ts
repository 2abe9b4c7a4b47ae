import { describe, expect, it } from '@jest/globals';
import type { WrittenAchievementFragment } from '../generated/achievement/graphql.js';
import { achievementValues, emptyAchievement, readAchievement, readSkills, skillValues } from './achievement-form.js';
import { criterionValues, emptyCriterion, measureOf, measuresOf, narrowingOf, readCriteria } from './criterion-rows.js';

const written: WrittenAchievementFragment = {
  id: 'a',
  number: 1,
  status: 'DRAFT',
  publishedAt: null,
  validDays: 365,
  viewerActions: ['EDIT'],
  title: { en: 'Money in a group', zh: '社团财务' },
  summary: { en: 'Kept the money of a group.', zh: '管理社团财务。' },
  criteria: [
    { kind: 'MANDATE', activityKind: null, positionKind: 'TREASURER', path: null, measure: 'DAYS', amount: 200 },
    {
      kind: 'PATH_STEP',
      activityKind: null,
      positionKind: null,
      path: { id: 'p', title: 'Event crew' },
      measure: 'COUNT',
      amount: 2,
    },
    {
      kind: 'VERIFIED_HOURS',
      activityKind: 'VOLUNTARY_SERVICE',
      positionKind: null,
      path: null,
      measure: 'MINUTES',
      amount: 100,
    },
  ],
  skills: [{ en: 'Bookkeeping', zh: '记账' }],
};
const problemsOf = (changes: object) =>
  readAchievement({ ...achievementValues(written), ...changes }).problems?.map(({ path, rule }) => `${path} ${rule}`);

describe('the form of an achievement', () => {
  it('sends an achievement as it was written when nothing is changed', () => {
    expect(readAchievement(achievementValues(written)).input).toEqual({
      title: written.title,
      summary: written.summary,
      criteria: [
        { kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 200 },
        { kind: 'PATH_STEP', pathId: 'p', measure: 'COUNT', amount: 2 },
        { kind: 'VERIFIED_HOURS', activityKind: 'VOLUNTARY_SERVICE', measure: 'MINUTES', amount: 100 },
      ],
      skills: [{ en: 'Bookkeeping', zh: '记账' }],
      validDays: 365,
    });
  });

  it('names every field that is left empty, in both languages, and asks for nothing that may be left out', () => {
    expect(readAchievement({ ...emptyAchievement, ...skillValues([{ en: 'Patience', zh: ' ' }]) }).problems).toEqual(
      ['title.en', 'title.zh', 'summary.en', 'summary.zh', 'criteria.0.kind', 'criteria.0.amount', 'skills.0.zh'].map(
        (path) => ({ path, rule: 'REQUIRED' }),
      ),
    );
  });

  it('asks how to measure only where there is a choice', () => {
    expect(problemsOf({ 'criteria.0.measure': '' })).toEqual(['criteria.0.measure REQUIRED']);
    // Minutes were chosen for service, and the kind was changed afterwards.
    expect(problemsOf({ 'criteria.2.kind': 'MANDATE' })).toEqual(['criteria.2.measure REQUIRED']);
    expect(problemsOf({ 'criteria.2.kind': 'ATTENDANCE', 'criteria.2.amount': '3' })).toBeUndefined();
    expect(measureOf({ kind: 'ATTENDANCE', measure: 'DAYS' })).toBe('COUNT');
    expect([measuresOf(''), narrowingOf('')]).toEqual([[], undefined]);
  });

  it.each(['1.5', 'many', '99999999999'])('refuses %s where a whole number is asked for', (text) => {
    expect(problemsOf({ 'criteria.1.amount': text, validDays: text })).toEqual([
      'criteria.1.amount OUT_OF_RANGE',
      'validDays OUT_OF_RANGE',
    ]);
  });

  it('takes hours with a half and sends minutes', () => {
    const minutes = (amount: string) =>
      readAchievement({ ...achievementValues(written), 'criteria.2.amount': amount }).input?.criteria[2]?.amount;
    expect([minutes('1.5'), minutes('20'), minutes('0.1')]).toEqual([90, 1200, 6]);
    expect(problemsOf({ 'criteria.2.amount': 'many' })).toEqual(['criteria.2.amount OUT_OF_RANGE']);
  });

  it('leaves out what belongs to another kind of evidence', () => {
    const row = {
      ...emptyCriterion,
      kind: 'DELIVERED_PROPOSAL',
      activityKind: 'SPORT',
      positionKind: 'TREASURER',
      pathId: 'p',
      measure: 'DAYS',
      amount: '1',
    };
    const of = (kind: string) =>
      readAchievement({ ...achievementValues(written), ...criterionValues([{ ...row, kind }]) }).input?.criteria;
    expect(of('DELIVERED_PROPOSAL')).toEqual([{ kind: 'DELIVERED_PROPOSAL', measure: 'COUNT', amount: 1 }]);
    expect(of('LED_ACTIVITY')).toEqual([{ kind: 'LED_ACTIVITY', activityKind: 'SPORT', measure: 'COUNT', amount: 1 }]);
    expect(of('MANDATE')).toEqual([{ kind: 'MANDATE', positionKind: 'TREASURER', measure: 'DAYS', amount: 1 }]);
    expect(of('PATH_STEP')).toEqual([{ kind: 'PATH_STEP', pathId: 'p', measure: 'COUNT', amount: 1 }]);
  });

  it('forgets rows that were taken out', () => {
    const values = achievementValues(written);
    const fewer = { ...values, ...criterionValues(readCriteria(values).slice(1)), ...skillValues([]) };
    expect(readCriteria(fewer).map(({ kind }) => kind)).toEqual(['PATH_STEP', 'VERIFIED_HOURS']);
    expect(readSkills(fewer)).toEqual([]);
    expect(readAchievement(fewer).input).toMatchObject({ criteria: [{ kind: 'PATH_STEP' }, {}], skills: [] });
  });
});
