import { describe, expect, it } from '@jest/globals';
import { stagesOf, type StagedHandover } from './handover-stages.js';

const open: StagedHandover = { status: 'OPEN', isLate: false, openedAt: '2026-05-01T09:00:00.000Z' };
const states = (changes: Partial<StagedHandover>): readonly string[] =>
  stagesOf({ ...open, ...changes }).map(({ state }) => state);
const at = '2026-05-09T09:00:00.000Z';

describe('the stages of a handover', () => {
  it('say what is done, what is now, and what comes', () => {
    expect(states({})).toEqual(['now', 'next', 'next', 'next', 'next']);
    expect(states({ status: 'SHADOWING', filledAt: at, shadowingAt: at })).toEqual([
      'done',
      'done',
      'now',
      'next',
      'next',
    ]);
    expect(states({ status: 'SEALED', filledAt: at, shadowingAt: at, acceptedAt: at, sealedAt: at })).toEqual([
      'done',
      'done',
      'done',
      'done',
      'done',
    ]);
  });

  it('mark the one that is late, and what never happened', () => {
    expect(states({ isLate: true })).toEqual(['problem', 'next', 'next', 'next', 'next']);
    expect(states({ status: 'SEALED', filledAt: at, sealedAt: at })).toEqual([
      'done',
      'done',
      'problem',
      'problem',
      'done',
    ]);
  });
});
