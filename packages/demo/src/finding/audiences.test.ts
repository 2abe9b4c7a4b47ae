import { describe, expect, it } from '@jest/globals';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoAudiences } from './audiences.js';

const { activities } = planDemoUnion({ anchor: new Date('2026-10-05T09:00:00.000Z'), size: 'small' });

describe('the languages and access of demo activities', () => {
  it('are the same every time, and said of most activities, once each', () => {
    const planned = planDemoAudiences(activities);
    expect(planDemoAudiences(activities)).toEqual(planned);
    expect(new Set(planned.map(({ activityId }) => activityId)).size).toBe(planned.length);
    expect(planned.length / activities.length).toBeGreaterThan(0.6);
    expect(planned.length).toBeLessThan(activities.length);
  });

  it('hold English and Chinese, and every feature somewhere', () => {
    const planned = planDemoAudiences(activities);
    const spoken = new Set(planned.flatMap(({ languages }) => languages));
    expect([spoken.has('en'), spoken.has('zh-CN')]).toEqual([true, true]);
    expect(new Set(planned.flatMap(({ accessFeatures }) => accessFeatures)).size).toBeGreaterThanOrEqual(5);
  });
});
