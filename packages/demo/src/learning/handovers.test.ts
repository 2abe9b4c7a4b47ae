import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { omarsHandover, planDemoHandovers } from './handovers.js';

describe('the handovers of the demo union', () => {
  it.each([
    '2026-06-01T12:00:00.000Z',
    '2026-06-05T00:00:00.000Z',
    '2026-10-05T09:00:00.000Z',
    '2027-02-28T23:59:59.000Z',
  ])('tell of nothing to come at %s, and leave Omar one to read', (instant) => {
    const anchor = new Date(instant);
    const handovers = planDemoHandovers(planDemoUnion({ anchor, size: 'small' }), anchor);
    const dates = handovers.flatMap((one) => [
      one.openedAt,
      one.dueAt,
      ...[one.filledAt, one.shadowingAt, one.acceptedAt, one.sealedAt, one.lateToldAt].filter(
        (date) => date !== undefined,
      ),
    ]);
    expect(dates.every((date) => date <= anchor)).toBe(true);
    expect(handovers.find(({ id }) => id === omarsHandover)).toMatchObject({
      status: 'OUTGOING_FILLED',
      mandate: { memberId: demoMembers.omar.memberId },
    });
    expect(handovers.every(({ before, mandate }) => before.memberId !== mandate.memberId)).toBe(true);
  });
});
