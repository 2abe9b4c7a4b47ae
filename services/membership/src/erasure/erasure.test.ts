import { describe, expect, it } from '@jest/globals';
import { actors, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { sampleMember } from '../../test/sample-member.js';
import type { Id } from '@guildhall/kernel';
import {
  endErasure,
  erasureLifecycle,
  scheduleErasure,
  secondThoughtsMs,
  tombstoneOf,
  type Erasure,
  type ErasureAction,
  type ErasureStatus,
} from './erasure.js';
import { erasurePolicy } from './erasure.policy.js';
import { memberLifecycle } from '../member/member.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const erasure: Erasure = {
  id: '00000000-0000-4000-8000-000000000800' as Id<'Erasure'>,
  memberId: memberIds.ada,
  status: 'SCHEDULED',
  rulesVersion: 1,
  requestedAt: new Date(now.getTime() - secondThoughtsMs),
  dueAt: now,
  endedAt: undefined,
  version: 1,
};
const made = { id: erasure.id, rulesVersion: 1, now };

/** Every pair that is not here must be refused. */
const legal: Readonly<Record<ErasureStatus, Partial<Record<ErasureAction, ErasureStatus>>>> = {
  SCHEDULED: { CANCEL: 'CANCELLED', CARRY_OUT: 'DONE' },
  CANCELLED: {},
  DONE: {},
};
const pairs = erasureLifecycle.states.flatMap((status) =>
  erasureLifecycle.actions.map((action) => [status, action] as const),
);

describe('an erasure', () => {
  it.each(pairs)('from %s, %s leads where the table says', (status, action) => {
    const ended = endErasure({ ...erasure, status }, action, now);
    expect(ended.ok ? ended.value.status : undefined).toBe(legal[status][action]);
  });

  it('is not carried out before its instant', () => {
    expect(endErasure(erasure, 'CARRY_OUT', new Date(now.getTime() - 1)).ok).toBe(false);
  });

  it('is scheduled two weeks ahead for whoever types their own name, in every state but erased', () => {
    for (const status of memberLifecycle.states) {
      const member = sampleMember({ status, displayName: 'Ada O.' });
      const scheduled = scheduleErasure(member, { confirmation: ' Ada O. ', obstacles: [] }, made);
      expect(scheduled.ok ? scheduled.value.dueAt.getTime() - now.getTime() : 'refused').toBe(
        status === 'ERASED' ? 'refused' : secondThoughtsMs,
      );
    }
  });

  it('names what stands in its way, and the field that was not the name', () => {
    const member = sampleMember({ displayName: 'Ada O.' });
    expect(
      scheduleErasure(member, { confirmation: 'Ada O.', obstacles: ['STAFF_ROLE', 'OPEN_DISPUTE'] }, made),
    ).toMatchObject({ error: { __typename: 'IllegalTransitionError', state: 'STAFF_ROLE' } });
    expect(scheduleErasure(member, { confirmation: 'ada o.', obstacles: [] }, made)).toMatchObject({
      error: { fields: [{ path: 'confirmation' }] },
    });
  });

  it('leaves an id, a state and a week', () => {
    const member = sampleMember({ joinedAt: new Date('2026-10-08T23:59:00.000Z') });
    const left = tombstoneOf(member, now);
    if (!left.ok) throw new Error('a member can be erased');
    const { id, status, joinedAt, subject, studentNumber } = left.value;
    expect({ id, status, joinedAt, subject, studentNumber }).toEqual({
      id: member.id,
      status: 'ERASED',
      joinedAt: new Date('2026-10-05T00:00:00.000Z'),
      subject: `erased:${member.id}`,
      studentNumber: `erased:${member.id}`,
    });
    const words = [member.displayName, member.bio ?? '', member.faculty, member.programme, member.subject];
    for (const word of words.filter((text) => text !== ''))
      expect(JSON.stringify(left.value)).not.toContain(`"${word}"`);
  });
});

describe('who may do what to an erasure of ada', () => {
  const expected: Readonly<Record<ErasureAction, readonly ActorName[]>> = { CANCEL: ['ada'], CARRY_OUT: ['system'] };

  it.each(erasureLifecycle.actions)('%s is for exactly these', (action) => {
    expect(whoMay((actor) => erasurePolicy.can(actor, action, erasure))).toEqual(expected[action]);
  });

  it('is asked for by people about themselves, and its receipt is read by the keepers of the register', () => {
    expect(whoMay((actor) => erasurePolicy.subjectOf(actor) !== undefined)).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
    expect(whoMay((actor) => erasurePolicy.canSeeReceipts(actor))).toEqual(['sys']);
    expect(erasurePolicy.subjectOf({ ...actors.mo, memberId: undefined, registeredAs: memberIds.mo })).toBe(
      memberIds.mo,
    );
  });
});
