import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { isSameOffice, predecessorOf, type MandateTerm } from './mandate-term.js';

const id = <Kind extends string>(last: string) => toId<Kind>(`018f0000-0000-7000-8000-0000000000${last}`);
const at = (day: string): Date => new Date(`${day}T00:00:00.000Z`);
const none = new Set<MandateTerm['mandateId']>();

const term = (mandate: string, member: string, year: number, changes: Partial<MandateTerm> = {}): MandateTerm => ({
  mandateId: id(mandate),
  memberId: id(member),
  groupId: id('90'),
  kind: 'OFFICER',
  constituencyId: undefined,
  positionId: id('80'),
  startsAt: at(`${year}-06-01`),
  endsAt: at(`${year + 1}-06-01`),
  hasBegun: true,
  ...changes,
});
const fresh = term('01', 'a1', 2026);

describe('who hands over', () => {
  it('is whoever held the office last, not before that and not another one', () => {
    const last = term('02', 'a2', 2025);
    const others = [
      term('03', 'a3', 2024),
      term('04', 'a4', 2025, { positionId: id('81') }),
      term('05', 'a5', 2025, { groupId: id('91'), positionId: undefined }),
      term('06', 'a6', 2027),
    ];
    expect(predecessorOf(fresh, [fresh, ...others, last], none)).toEqual(last);
    expect(predecessorOf(fresh, [fresh, ...others.slice(1)], none)).toBeUndefined();
  });

  it('is nobody when whoever takes over held it last themselves', () => {
    expect(predecessorOf(fresh, [term('02', 'a1', 2025), term('03', 'a3', 2024)], none)).toBe('SELF');
  });

  it('is somebody else where they held it long ago', () => {
    const last = term('02', 'a2', 2025);
    expect(predecessorOf(fresh, [term('03', 'a1', 2024), last], none)).toEqual(last);
  });

  it('hands over to one person of an office with several seats', () => {
    const [one, other] = [term('02', 'a2', 2025), term('03', 'a3', 2025)];
    expect(predecessorOf(fresh, [other, one], none)).toEqual(one);
    expect(predecessorOf(fresh, [other, one], new Set([one.mandateId]))).toEqual(other);
    expect(predecessorOf(fresh, [one], new Set([one.mandateId]))).toBeUndefined();
  });
});

describe('one office', () => {
  it('is told by its name, and without one by kind, group and constituency', () => {
    expect(isSameOffice(fresh, term('02', 'a2', 2025))).toBe(true);
    expect(isSameOffice(fresh, term('02', 'a2', 2025, { positionId: undefined }))).toBe(true);
    expect(isSameOffice(fresh, term('02', 'a2', 2025, { positionId: undefined, kind: 'TREASURER' }))).toBe(false);
    const rep = {
      groupId: undefined,
      positionId: undefined,
      kind: 'COURSE_REP',
      constituencyId: id<'Constituency'>('70'),
    } as const;
    expect(isSameOffice(term('02', 'a2', 2025, rep), term('03', 'a3', 2025, rep))).toBe(true);
    expect(
      isSameOffice(
        term('02', 'a2', 2025, rep),
        term('03', 'a3', 2025, { ...rep, constituencyId: id<'Constituency'>('71') }),
      ),
    ).toBe(false);
  });
});
