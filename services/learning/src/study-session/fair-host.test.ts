import { describe, expect, it } from '@jest/globals';
import { toId, type Id } from '@guildhall/kernel';
import fc from 'fast-check';
import { afterTurn, fairHost, type HostTurn } from './fair-host.js';

const member = (number: number): Id<'Member'> =>
  toId(`018f0000-0000-7000-8000-0000000000${String(number).padStart(2, '0')}`);
const turn = (number: number, hosted = 0, last?: number): HostTurn => ({
  memberId: member(number),
  hosted,
  lastHostedAt: last === undefined ? undefined : new Date(last),
  seatedAt: new Date(number),
});

describe('the turn to host', () => {
  it('goes to whoever hosted least, then whose turn was longest ago, then who came first', () => {
    expect(fairHost([turn(1, 2, 5), turn(2, 1, 9), turn(3, 1, 4)])).toBe(member(3));
    expect(fairHost([turn(2), turn(1)])).toBe(member(1));
    expect(fairHost([])).toBeUndefined();
  });

  it('never leaves two people more than one turn apart while they are there together', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 60 }), (people, sessions) => {
        let turns: readonly HostTurn[] = Array.from({ length: people }, (_, index) => turn(index + 1));
        for (let session = 1; session <= sessions; session += 1) {
          const host = fairHost(turns);
          if (host !== undefined) turns = afterTurn(turns, host, new Date(session * 1000));
        }
        const counts = turns.map(({ hosted }) => hosted);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
