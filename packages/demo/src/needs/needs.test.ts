import { describe, expect, it } from '@jest/globals';
import { planDemoUnion } from '../plan-demo-union.js';
import { planDemoNeeds } from './needs.js';

const options = { anchor: new Date('2026-03-02T09:00:00Z'), size: 'full' } as const;
const union = planDemoUnion(options);
const needs = planDemoNeeds(union, options);

describe('the needs of the demo union', () => {
  it('are those of about one member in twelve, each written once', () => {
    const active = union.members.filter(({ status }) => status === 'ACTIVE').length;
    expect(Math.abs(needs.profiles.length / active - 0.08)).toBeLessThan(0.01);
    expect(new Set(needs.profiles.map(({ memberId }) => memberId)).size).toBe(needs.profiles.length);
  });

  it('are shared with groups that the member is in, once at a time, and taken back now and then', () => {
    const inGroups = new Set(
      union.groupMemberships.filter(({ status }) => status === 'ACTIVE').map((row) => `${row.memberId} ${row.groupId}`),
    );
    expect(
      needs.consents.every(({ memberId, groupId }) => groupId === undefined || inGroups.has(`${memberId} ${groupId}`)),
    ).toBe(true);
    const audiences = needs.consents.map(({ memberId, groupId }) => `${memberId} ${groupId ?? 'any'}`);
    expect(new Set(audiences).size).toBe(audiences.length);
    expect(needs.consents.some(({ withdrawnAt }) => withdrawnAt !== undefined)).toBe(true);
  });

  it('were read once, by somebody else', () => {
    expect(needs.readings).toHaveLength(1);
    expect(needs.readings.every(({ memberId, readerId }) => memberId !== readerId)).toBe(true);
  });

  it('are the same for the same anchor and size', () => {
    expect(planDemoNeeds(planDemoUnion(options), options)).toEqual(needs);
  });
});
