import { describe, expect, it } from '@jest/globals';
import { demoGroups } from '../groups/groups.js';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoAffiliations } from './affiliations.js';

describe.each(['small', 'full'] as const)('how the groups of the %s demo union stand', (size) => {
  const options = { anchor: new Date('2026-10-05T09:00:00.000Z'), size };
  const union = planDemoUnion(options);
  const planned = planDemoAffiliations(union, options);

  it('is the same every time', () => {
    expect(planDemoAffiliations(union, options)).toEqual(planned);
  });

  it('lets people wait at Omar’s door who are not inside', () => {
    const inside = new Set(
      union.groupMemberships.filter(({ groupId }) => groupId === demoGroups.theatre).map(({ memberId }) => memberId),
    );
    expect(planned.admissions.filter(({ kind }) => kind === 'REQUEST').length).toBeGreaterThanOrEqual(3);
    for (const { memberId } of planned.admissions) expect(inside.has(memberId)).toBe(false);
    expect(new Set(planned.admissions.map(({ memberId }) => memberId)).size).toBe(planned.admissions.length);
  });

  it('has groups that are asked first, groups that invite, submissions that wait, and groups that are late', () => {
    expect(new Set(planned.policies.map(({ joinPolicy }) => joinPolicy))).toEqual(new Set(['REQUEST', 'INVITE']));
    expect(planned.submissions.length).toBeGreaterThan(0);
    for (const { presidentId, treasurerId, secretaryId } of planned.submissions)
      expect(new Set([presidentId, treasurerId, secretaryId]).size).toBe(3);
    expect(planned.late).toHaveLength(2);
  });
});
