import { describe, expect, it } from '@jest/globals';
import { systemActor, toId, type Actor } from '@guildhall/kernel';
import { ballotPolicy } from './ballot.policy.js';

const [one, two] = [toId<'Contest'>(crypto.randomUUID()), toId<'Contest'>(crypto.randomUUID())];

describe('who votes', () => {
  it('is nobody but members: not the platform, and not who is not signed in', () => {
    const others: readonly Actor[] = [{ kind: 'anonymous' }, systemActor('close-voting')];
    expect(others.map(ballotPolicy.voterOf)).toEqual([undefined, undefined]);
  });

  it('is who stands on the roll of every contest they vote in, whether they have voted or not', () => {
    const roll = [{ contestId: one, hasVoted: true }];
    expect(ballotPolicy.canCast(roll, [one])).toBe(true);
    expect(ballotPolicy.canCast(roll, [one, two])).toBe(false);
    expect(ballotPolicy.canCast([], [one])).toBe(false);
  });
});
