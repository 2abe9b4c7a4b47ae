import { anonymous, systemActor, type PersonActor, type StaffRole } from '@guildhall/kernel';
import { describe, expect, it } from '@jest/globals';
import { deadLetterActions, deadLetterPolicy } from './dead-letter.policy.js';

const holding = (role: StaffRole): PersonActor => ({
  kind: 'person',
  subject: 'sys',
  clientId: 'desk',
  scopes: [],
  memberId: undefined,
  groupIds: [],
  constituencies: [],
  mandates: [],
  appointments: [role],
  departmentPosts: [],
});
const others = ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR', 'RETURNING_OFFICER', 'ANALYST'] as const;

describe('the rights over events that could not be applied', () => {
  it('are the administrator’s', () => {
    const sys = holding('ADMIN');
    expect(deadLetterPolicy.canSee(sys)).toBe(true);
    expect(deadLetterActions.filter((action) => deadLetterPolicy.can(sys, action))).toEqual(['RETRY', 'DISCARD']);
  });

  it.each([anonymous, systemActor('clean-spine'), ...others.map(holding)])('and nobody else’s: %j', (actor) => {
    expect(deadLetterPolicy.canSee(actor)).toBe(false);
    expect(deadLetterActions.filter((action) => deadLetterPolicy.can(actor, action))).toEqual([]);
  });
});
