import { describe, expect, test } from '@jest/globals';
import { broken, plannedUnions } from '../consistency-checks.js';
import { after, dayMs } from '../season.js';
import { planDemoService, type DemoSignup } from './service.js';

const holding: readonly DemoSignup['status'][] = ['ACCEPTED', 'SWAP_OFFERED', 'WORKED'];

/** Pairs of signups of one person whose shifts overlap. */
function clashes(signups: readonly DemoSignup[]): readonly DemoSignup[] {
  const taken = new Map<string, DemoSignup[]>();
  for (const signup of signups.filter(({ status }) => holding.includes(status))) {
    taken.set(signup.memberId, [...(taken.get(signup.memberId) ?? []), signup]);
  }
  return broken([...taken.values()].flat(), ({ id, memberId, shift }) =>
    (taken.get(memberId) ?? []).some(
      (other) => other.id !== id && other.shift.startsAt < shift.endsAt && shift.startsAt < other.shift.endsAt,
    ),
  );
}

describe.each(plannedUnions)('voluntary service of the demo union, %s,', (_name, union, anchor) => {
  const size = union.members.length > 10_000 ? 'full' : 'small';

  test('puts nobody on two shifts at one time, on any day of the next weeks', () => {
    const days = Array.from({ length: size === 'full' ? 1 : 28 }, (_unused, day) => after(anchor, day * dayMs));
    expect(days.flatMap((day) => clashes(planDemoService(union, { anchor: day, size }).signups))).toEqual([]);
  });
});
