import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors, authorId } from '../../test/actors.js';
import { achievementLifecycle, checkAchievement, type Achievement, type AchievementStatus } from './achievement.js';
import { achievementPolicy, visibleAchievements } from './achievement.policy.js';

const achievement: Achievement = {
  id: toId('a'),
  seriesId: toId('s'),
  number: 1,
  titleEn: 'Steady volunteer',
  titleZh: '坚持志愿者',
  summaryEn: 'Served others for many hours.',
  summaryZh: '长期服务他人。',
  criteria: [{ kind: 'VERIFIED_HOURS', measure: 'MINUTES', amount: 1200 }],
  skills: [{ en: 'Reliability', zh: '可靠' }],
  validDays: undefined,
  authorId,
  publisherId: undefined,
  status: 'DRAFT',
  publishedAt: undefined,
  version: 1,
};

describe('rights over achievements', () => {
  it.each([
    ['anonymous', []],
    ['machine', []],
    ['staff', []],
    ['member', []],
    ['president', []],
    ['rep', []],
    ['officer', ['PUBLISH', 'RETIRE', 'DRAFT_VERSION', 'DISCARD']],
    ['author', []],
    ['authorRep', []],
    ['authorOfficer', ['EDIT', 'RETIRE', 'DRAFT_VERSION', 'DISCARD']],
    ['system', []],
  ] as const)('of %s are exactly %j', (role, rights) => {
    const actor = actors[role];
    if (actor === undefined) throw new Error(`no actor ${role}`);
    expect(achievementLifecycle.actions.filter((action) => achievementPolicy.can(actor, action, achievement))).toEqual(
      rights,
    );
    const isOfficer = role === 'officer' || role === 'authorOfficer';
    expect(achievementPolicy.canDraft(actor)).toBe(isOfficer);
    expect(visibleAchievements(actor).drafts).toBe(isOfficer || role === 'system');
  });
});

describe('the life of an achievement', () => {
  it.each([
    ['DRAFT', ['EDIT', 'PUBLISH', 'DISCARD']],
    ['PUBLISHED', ['RETIRE', 'DRAFT_VERSION']],
    ['RETIRED', []],
  ] as const)('in %s allows exactly %j', (status: AchievementStatus, actions) => {
    expect(achievementLifecycle.possible({ ...achievement, status }, new Date(0))).toEqual(actions);
  });
});

describe('what an achievement asks for', () => {
  const problems = (changes: Partial<Achievement>): readonly string[] => {
    const checked = checkAchievement({ ...achievement, ...changes });
    return checked.ok ? [] : checked.error.fields.map(({ path, rule }) => `${path} ${rule}`);
  };

  it('is something that evidence can show, in both languages', () => {
    expect(problems({})).toEqual([]);
    expect(problems({ titleZh: ' ', criteria: [], validDays: 3 })).toEqual([
      'title.zh REQUIRED',
      'criteria REQUIRED',
      'validDays OUT_OF_RANGE',
    ]);
    expect(
      problems({
        criteria: [
          { kind: 'ATTENDANCE', measure: 'MINUTES', amount: 0 },
          { kind: 'MANDATE', activityKind: 'SPORT', measure: 'DAYS', amount: 1 },
          { kind: 'ATTENDANCE', positionKind: 'TREASURER', pathId: 'p', measure: 'COUNT', amount: 1 },
        ],
      }),
    ).toEqual([
      'criteria.0.amount OUT_OF_RANGE',
      'criteria.0.measure CONTRADICTION',
      'criteria.1.activityKind CONTRADICTION',
      'criteria.2.positionKind CONTRADICTION',
      'criteria.2.pathId CONTRADICTION',
    ]);
    expect(problems({ skills: Array.from({ length: 9 }, () => ({ en: 'a', zh: 'b' })) })).toEqual(['skills TOO_LONG']);
  });
});
