import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { adasExpiredRequest, planDemoHelp } from './help.js';

const options = { anchor: new Date('2026-10-05T09:00:00Z'), size: 'small' as const };
const requests = planDemoHelp(planDemoUnion(options), options);

describe('help in the demo union', () => {
  it('is asked for as often as in its year, and given in 63 of 100', () => {
    expect(requests).toHaveLength(190);
    expect(requests.filter(({ status }) => status === 'COMPLETED')).toHaveLength(120);
  });

  it('is never given to oneself, and each part comes after the one before it', () => {
    for (const { requesterId, helpers, draftedAt, deadline, doneAt, meeting } of requests) {
      expect(deadline > draftedAt).toBe(true);
      for (const { helperId, offeredAt } of helpers) {
        expect(helperId).not.toBe(requesterId);
        expect(offeredAt > draftedAt).toBe(true);
      }
      if (doneAt !== undefined)
        expect(meeting !== undefined && doneAt > draftedAt && doneAt < options.anchor).toBe(true);
    }
  });

  it('has the demo people in every state, an expired request of Ada’s and a dispute', () => {
    const personas = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
    const states = new Set(requests.filter(({ requesterId }) => personas.has(requesterId)).map(({ status }) => status));
    expect(states.size).toBe(10);
    expect(requests.find(({ id }) => id === adasExpiredRequest)).toMatchObject({ status: 'EXPIRED' });
  });

  it('takes nobody below the floor of credits', () => {
    const balances = new Map<string, number>();
    for (const { status, credits, requesterId, helpers } of requests) {
      if (status !== 'COMPLETED' || credits === 0) continue;
      for (const { helperId } of helpers) {
        balances.set(requesterId, (balances.get(requesterId) ?? 0) - credits);
        balances.set(helperId, (balances.get(helperId) ?? 0) + credits);
        expect(balances.get(requesterId)).toBeGreaterThanOrEqual(-5);
      }
    }
  });

  it('is the same every time', () => {
    expect(planDemoHelp(planDemoUnion(options), options)).toEqual(requests);
  });
});
