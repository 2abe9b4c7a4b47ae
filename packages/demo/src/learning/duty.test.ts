import { describe, expect, it } from '@jest/globals';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoDuty } from './duty.js';

describe('training in the demo union', () => {
  it('is held by whoever completed a path, once each, and asked of treasurers alone', () => {
    const anchor = new Date('2026-10-05T09:00:00Z');
    const union = planDemoUnion({ anchor, size: 'small' });
    const { rules, trainings } = planDemoDuty(union, { anchor });
    const completed = union.enrolments.filter(({ status }) => status === 'COMPLETED');
    expect(trainings.map(({ id }) => id)).toEqual(completed.map(({ id }) => id));
    expect(trainings.every(({ heldAt }) => heldAt <= anchor)).toBe(true);
    const [rule] = rules;
    expect(rules).toHaveLength(1);
    expect(union.learningPaths.find(({ id }) => id === rule?.pathId)?.slug).toBe('new-committee');
  });
});
