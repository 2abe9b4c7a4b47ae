import { describe, expect, it } from '@jest/globals';
import type { ShownSkill } from './skill-documents.js';
import { emptySkill, readSkill, skillField, skillValues } from './skill-form.js';

const skill = {
  nameEn: 'Leading',
  nameZh: '带领',
  summaryEn: 'Brings people together.',
  summaryZh: '召集大家。',
  rules: [
    { kind: 'LED_ACTIVITY', activityKind: null, positionKind: null, path: null },
    { kind: 'ATTENDANCE', activityKind: 'TRAINING', positionKind: null, path: null },
    { kind: 'MANDATE', activityKind: null, positionKind: 'PRESIDENT', path: null },
    { kind: 'PATH_STEP', activityKind: null, positionKind: null, path: { id: 'a-path', title: 'A path' } },
  ],
} as unknown as ShownSkill;

describe('the form of a skill', () => {
  it('sends back what it was filled with', () => {
    expect(readSkill(skillValues(skill))).toEqual({
      nameEn: 'Leading',
      nameZh: '带领',
      summaryEn: 'Brings people together.',
      summaryZh: '召集大家。',
      rules: [
        { kind: 'LED_ACTIVITY' },
        { kind: 'ATTENDANCE', activityKind: 'TRAINING' },
        { kind: 'MANDATE', positionKind: 'PRESIDENT' },
        { kind: 'PATH_STEP', pathId: 'a-path' },
      ],
    });
  });

  it('leaves out what is no rule, and shows faults where the words are', () => {
    expect(readSkill({ ...emptySkill, rules: ['NOTHING', ''] }).rules).toEqual([]);
    expect(skillField('content.nameEn')).toBe('nameEn');
    expect(skillField('content.rules.3.pathId')).toBe('rules');
    expect(skillField('slug')).toBe('slug');
  });
});
