import { describe, expect, it } from '@jest/globals';
import { actors, memberIds } from '../../test/personas.js';
import { notificationPolicy } from './notification.policy.js';

describe('an inbox', () => {
  it('is its member’s own, also while they have no rights of a member, and nobody else has one', () => {
    const { ada, anonymous, machine, system, carl, sys } = actors;
    expect(notificationPolicy.ownInbox(ada)).toBe(memberIds.ada);
    expect(notificationPolicy.ownInbox({ ...ada, memberId: undefined, registeredAs: memberIds.ada })).toBe(
      memberIds.ada,
    );
    for (const actor of [anonymous, machine, system, carl, sys])
      expect(notificationPolicy.ownInbox(actor)).toBeUndefined();
  });
});
