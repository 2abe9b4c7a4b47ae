import { describe, expect, it } from '@jest/globals';
import { groupId } from '../../test/personas.js';
import { withoutOfficerMs, type Group, type GroupFacts } from '../group/group.js';
import { handoverOf, handoverWarningMs, nextLook } from './handover.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const soon = new Date(now.getTime() + handoverWarningMs);
const group: Group = {
  id: groupId,
  name: 'Chess',
  kind: 'SOCIETY',
  purpose: 'To play chess together, every week.',
  status: 'AFFILIATED',
  foundedAt: new Date('2026-01-01T00:00:00.000Z'),
  joinPolicy: 'OPEN',
  parentId: undefined,
  dormantSince: undefined,
  dormantBecause: undefined,
  reaffiliationDueAt: undefined,
  version: 1,
};
const facts = (changes: Partial<GroupFacts>): GroupFacts => ({
  group,
  memberCount: 9,
  officerCount: 1,
  servedUntil: soon,
  coveredUntil: soon,
  ...changes,
});

describe('the handover of a group', () => {
  it('is fine while somebody serves for more than two weeks, a successor who has not begun included', () => {
    const coveredUntil = new Date(soon.getTime() + 1);
    const served = handoverOf(facts({ coveredUntil }), now);
    expect(served).toEqual({ state: 'SERVED', servedUntil: coveredUntil, dormantAt: undefined });
    expect(served && nextLook(served)).toEqual(new Date(now.getTime() + 1));
  });

  it('is ending when nobody serves beyond two weeks', () => {
    const ending = handoverOf(facts({}), now);
    expect(ending).toEqual({ state: 'ENDING', servedUntil: soon, dormantAt: undefined });
    expect(ending && nextLook(ending)).toEqual(soon);
  });

  it('is missing when nobody serves now, even if somebody is to', () => {
    const past = new Date(now.getTime() - 1);
    const missing = handoverOf(facts({ officerCount: 0, servedUntil: past }), now);
    expect(missing).toEqual({
      state: 'MISSING',
      servedUntil: past,
      dormantAt: new Date(past.getTime() + withoutOfficerMs),
    });
    expect(missing && nextLook(missing)).toBeUndefined();
    const never = facts({ officerCount: 0, servedUntil: undefined, coveredUntil: undefined });
    expect(handoverOf(never, now)).toMatchObject({ state: 'MISSING', servedUntil: group.foundedAt });
  });

  it('says no date of dormancy for groups that are not affiliated, and nothing of groups that need no officer', () => {
    const inStatus = (status: Group['status']) =>
      handoverOf(facts({ group: { ...group, status }, officerCount: 0 }), now);
    expect(inStatus('PROVISIONAL')?.dormantAt).toBeUndefined();
    expect(inStatus('DORMANT')?.state).toBe('MISSING');
    expect([inStatus('PROPOSED'), inStatus('DISSOLVED')]).toEqual([undefined, undefined]);
  });
});
