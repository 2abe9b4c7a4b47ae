import { describe, expect, it } from '@jest/globals';
import { actors, groupId, memberIds, whoMay } from '../../test/personas.js';
import { namesAfterEndMs, needs, noteMax, writeNeeds } from './needs.js';
import { needsPolicy, ownNeeds } from './needs.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const draft = {
  needs: ['QUIET_SPACE', 'VEGAN', 'VEGAN'],
  dietNote: ' No peppers. ',
  accessNote: ' ',
  languageNote: '',
} as const;

describe('what somebody needs', () => {
  it('is kept once each, in one order, and an empty note is none', () => {
    expect(writeNeeds(draft, now)).toEqual({
      ok: true,
      value: {
        needs: ['VEGAN', 'QUIET_SPACE'],
        dietNote: 'No peppers.',
        accessNote: undefined,
        languageNote: undefined,
        updatedAt: now,
      },
    });
    expect(new Set(needs).size).toBe(needs.length);
  });

  it.each(['dietNote', 'accessNote', 'languageNote'])('is refused when %s is a long story', (path) => {
    const long = { ...draft, [path]: 'x'.repeat(noteMax + 1) };
    expect(writeNeeds(long, now)).toMatchObject({ error: { fields: [{ path, rule: 'TOO_LONG' }] } });
  });
});

describe('who may know what of the needs in the group whose president is omar', () => {
  const lead = { ...actors.rosa, mandates: [{ kind: 'WELFARE_LEAD' as const, groupId }] };

  it('is its member for the whole, officers for figures, the welfare lead alone for names', () => {
    expect(whoMay((actor) => ownNeeds(actor) === memberIds.ada)).toEqual(['ada']);
    expect(whoMay(needsPolicy.canWrite)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay(needsPolicy.canErase)).toEqual(['ada', 'omar', 'uma', 'rosa', 'mo']);
    expect(whoMay((actor) => needsPolicy.canSeeCounts(actor, groupId))).toEqual(['omar', 'uma']);
    expect(whoMay((actor) => needsPolicy.canReadNames(actor, { groupId }, now))).toEqual([]);
    expect(needsPolicy.canReadNames(lead, { groupId }, now)).toBe(true);
    expect(needsPolicy.canSeeCounts(lead, groupId)).toBe(true);
  });

  it('ends for names seven days after what they were asked for', () => {
    const endedAt = new Date(now.getTime() - namesAfterEndMs);
    expect(needsPolicy.canReadNames(lead, { groupId, endedAt }, now)).toBe(true);
    expect(needsPolicy.canReadNames(lead, { groupId, endedAt }, new Date(now.getTime() + 1))).toBe(false);
  });
});
