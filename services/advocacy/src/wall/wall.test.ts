import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { student, viewers, type ViewerName } from '../../test/viewers.js';
import { openCase } from '../case/case.js';
import { checkTieName, wallLifecycle, type Wall, type WallReason } from './wall.js';
import { wallPolicy } from './wall.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const caseId = toId<'Case'>('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10');
const wall = (reason: WallReason, liftedAt?: Date): Wall => ({
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e12'),
  caseId,
  subject: 'carl',
  reason,
  tie: undefined,
  raisedAt: now,
  liftedAt,
});
const names = Object.keys(viewers) as ViewerName[];

describe('a wall', () => {
  it.each([
    ['OTHER_SIDE', false],
    ['PARTY', false],
    ['MEDIATOR', false],
    ['TIE', true],
    ['MANAGER', true],
  ] as const)('that stands for %s may be lifted: %s, and never twice', (reason, isLiftable) => {
    expect(wallLifecycle.can('LIFT', wall(reason), now)).toBe(isLiftable);
    expect(wallLifecycle.can('LIFT', wall(reason, now), now)).toBe(false);
  });

  it.each(names)('is moved by %s only as advice manager of a case that is not their own', (name) => {
    const item = openCase(caseId, { student, matter: 'HOUSING', key: { keyId: 'k', dataKey: new Uint8Array() }, now });
    expect(wallPolicy.canLift(viewers[name], item)).toBe(name === 'advice manager');
    expect(wallPolicy.canSeeWalls(viewers[name])).toBe(
      name === 'advice manager' || name === 'advice manager who is the student',
    );
  });

  it.each(names)('comes from a tie that %s may declare as one of the advice service', (name) => {
    const team: readonly ViewerName[] = [
      'assigned worker',
      'assigned worker who was elected',
      'assigned worker who is the student',
      'second worker',
      'another worker',
      'advice manager',
      'advice manager who is the student',
      'advice manager who was elected',
      'mediator',
    ];
    expect(wallPolicy.canDeclareTie(viewers[name])).toBe(team.includes(name));
  });

  it('comes from a name, not from nothing', () => {
    expect(checkTieName('  Ada Okafor ')).toEqual({ ok: true, value: 'Ada Okafor' });
    expect([checkTieName(' ').ok, checkTieName('x'.repeat(121)).ok]).toEqual([false, false]);
  });
});
