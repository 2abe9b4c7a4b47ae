import { describe, expect, it } from '@jest/globals';
import { demoMembers } from '../people/demo-people.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoPeerReviews } from './peer-reviews.js';

describe.each(['2026-10-05T09:00:00.000Z', '2026-12-24T23:30:00.000Z', '2027-03-28T23:30:00.000Z'])(
  'drafts that the demo people swap at %s',
  (at) => {
    const anchor = new Date(at);
    const { reviews } = planDemoPeerReviews(planDemoUnion({ anchor, size: 'small' }), anchor);
    const { omar, rosa } = demoMembers;

    it('are Omar’s, whose review waits for Rosa', () => {
      const asked = reviews.filter(
        ({ work, reviewerId }) => work.authorId === omar.memberId && reviewerId === rosa.memberId,
      );
      expect(asked).toHaveLength(1);
      expect(asked[0]?.written).toBeUndefined();
    });
  },
);
