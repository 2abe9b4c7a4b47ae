import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { actors } from '../../test/actors.js';
import type { Evidence } from '../record/evidence.js';
import {
  moveSkillVersion,
  skillsShown,
  skillVersionLifecycle,
  type SkillRule,
  type SkillVersion,
  type SkillVersionAction,
  type SkillVersionStatus,
} from './skill.js';
import { skillPolicy } from './skill.policy.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const version = (changes: Partial<SkillVersion> = {}): SkillVersion => ({
  id: toId('v'),
  skillId: toId('s'),
  slug: 'a-skill',
  number: 1,
  status: 'PROPOSED',
  nameEn: 'A skill',
  nameZh: '技能',
  summaryEn: 'What it is.',
  summaryZh: '它是什么。',
  rules: [],
  isRetired: false,
  proposedBy: 'another',
  proposedAt: now,
  decidedBy: undefined,
  decidedAt: undefined,
  reason: undefined,
  ...changes,
});
const actions = skillVersionLifecycle.actions;

describe('the life of a version of a skill', () => {
  it.each([
    ['PROPOSED', ['CONFIRM', 'DECLINE', 'WITHDRAW']],
    ['CURRENT', ['REPLACE']],
    ['REPLACED', []],
    ['DECLINED', []],
    ['WITHDRAWN', []],
  ] as readonly (readonly [SkillVersionStatus, readonly SkillVersionAction[]])[])(
    'in %s allows exactly %j',
    (status, allowed) => {
      expect(skillVersionLifecycle.possible(version({ status }), now)).toEqual(allowed);
    },
  );

  it('keeps who confirmed a version when a later one replaces it', () => {
    const current = version({ status: 'CURRENT', decidedBy: 'uma', decidedAt: now });
    const moved = moveSkillVersion(current, 'REPLACE', { by: 'rosa', at: new Date(), reason: undefined });
    expect(moved).toMatchObject({ ok: true, value: { status: 'REPLACED', decidedBy: 'uma', decidedAt: now } });
  });
});

describe('the rights over skills', () => {
  const editors = ['staff', 'officer', 'authorOfficer'];

  it.each(Object.entries(actors))('of %s', (name, actor) => {
    const isEditor = editors.includes(name);
    expect(skillPolicy.canPropose(actor)).toBe(isEditor);
    expect(skillPolicy.canSeeProposals(actor)).toBe(isEditor);
    expect(actions.filter((action) => skillPolicy.can(actor, action, version()))).toEqual(
      isEditor ? ['CONFIRM', 'DECLINE'] : [],
    );
    // Every person of the matrix signs in as `someone`: their own proposal they can only take back.
    const isPerson = actor.kind === 'person';
    expect(actions.filter((action) => skillPolicy.can(actor, action, version({ proposedBy: 'someone' })))).toEqual(
      isPerson ? ['WITHDRAW'] : [],
    );
  });
});

describe('what evidence shows', () => {
  const evidence = (changes: Partial<Evidence>): Evidence => ({
    id: toId('e'),
    memberId: toId('m'),
    kind: 'ATTENDANCE',
    sourceId: 'r',
    happenedAt: now,
    until: undefined,
    minutes: undefined,
    detail: { activityKind: 'TRAINING' },
    isStanding: true,
    takenBackAt: undefined,
    ...changes,
  });
  const shows = (rule: SkillRule, changes: Partial<Evidence> = {}): boolean =>
    skillsShown(evidence(changes), [version({ rules: [rule] })]).length === 1;

  it('is what a rule of its kind asks for, and every condition of the rule must hold', () => {
    expect(shows({ kind: 'ATTENDANCE' })).toBe(true);
    expect(shows({ kind: 'ATTENDANCE', activityKind: 'TRAINING' })).toBe(true);
    expect(shows({ kind: 'ATTENDANCE', activityKind: 'SOCIAL' })).toBe(false);
    expect(shows({ kind: 'LED_ACTIVITY' })).toBe(false);
    const mandate = { kind: 'MANDATE', detail: { positionKind: 'TREASURER' } } as const;
    expect(shows({ kind: 'MANDATE', positionKind: 'TREASURER' }, mandate)).toBe(true);
    expect(shows({ kind: 'MANDATE', positionKind: 'PRESIDENT' }, mandate)).toBe(false);
    const step = { kind: 'PATH_STEP', detail: { pathId: toId('018f0000-0000-7000-8000-000000000001') } } as const;
    expect(shows({ kind: 'PATH_STEP', pathId: toId('018f0000-0000-7000-8000-000000000001') }, step)).toBe(true);
    expect(shows({ kind: 'PATH_STEP', pathId: toId('018f0000-0000-7000-8000-000000000002') }, step)).toBe(false);
  });

  it('is nothing while it does not stand, and nothing for a retired skill', () => {
    expect(shows({ kind: 'ATTENDANCE' }, { isStanding: false, takenBackAt: now })).toBe(false);
    expect(skillsShown(evidence({}), [version({ isRetired: true, rules: [{ kind: 'ATTENDANCE' }] })])).toEqual([]);
  });
});
