import { describe, expect, it } from '@jest/globals';
import { fixedId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import {
  askToRaise,
  decideRaise,
  raiseRequestLifecycle,
  type RaiseRequest,
  type RaiseRequestAction,
  type RaiseRequestStatus,
} from './raise-request.js';
import { raiseRequestPolicy, visibleRaiseRequests } from './raise-request.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const request: RaiseRequest = {
  id: fixedId<'RaiseRequest'>(600),
  postId: fixedId<'Post'>(300),
  askedBy: memberIds.rosa,
  target: 'ISSUE',
  note: undefined,
  status: 'WAITING',
  authorNamed: false,
  askedAt: now,
  decidedAt: undefined,
  version: 1,
};

describe('a request to raise an idea', () => {
  const possible: Readonly<Record<RaiseRequestStatus, readonly RaiseRequestAction[]>> = {
    WAITING: ['AGREE', 'DECLINE'],
    AGREED: ['TAKE_BACK', 'RAISE'],
    DECLINED: [],
    TAKEN_BACK: [],
  };
  it.each(raiseRequestLifecycle.states)('allows from %s exactly what consent says', (status) => {
    expect(raiseRequestLifecycle.possible({ ...request, status }, now)).toEqual(possible[status]);
  });

  it('names the author by their own word alone', () => {
    const decide = (action: 'AGREE' | 'DECLINE', authorNamed: boolean) =>
      decideRaise(request, action, { authorNamed, now });
    expect(decide('AGREE', true)).toMatchObject({ value: { status: 'AGREED', authorNamed: true, decidedAt: now } });
    expect(decide('AGREE', false)).toMatchObject({ value: { authorNamed: false } });
    expect(decide('DECLINE', true)).toMatchObject({ value: { status: 'DECLINED', authorNamed: false } });
    const agreed = { ...request, status: 'AGREED' as const };
    expect(decideRaise(agreed, 'TAKE_BACK', { authorNamed: true, now })).toMatchObject({
      value: { status: 'TAKEN_BACK', authorNamed: false },
    });
    expect(decideRaise(agreed, 'AGREE', { authorNamed: true, now })).toMatchObject({ ok: false });
  });

  it('may say why, at no great length', () => {
    const made = { id: request.id, askedBy: request.askedBy, now };
    expect(askToRaise({ ...request, note: ' ' }, made)).toEqual({ ok: true, value: request });
    expect(askToRaise({ ...request, note: 'x'.repeat(501) }, made)).toMatchObject({
      error: { fields: [{ path: 'note' }] },
    });
  });
});

describe('who may do what to a request of rosa’s to raise an idea of ada’s', () => {
  const expected: Readonly<Record<RaiseRequestAction, readonly ActorName[]>> = {
    AGREE: ['ada'],
    DECLINE: ['ada'],
    TAKE_BACK: ['ada'],
    RAISE: ['rosa'],
  };
  it.each(raiseRequestLifecycle.actions)('%s', (action) => {
    const file = { request, authorId: memberIds.ada };
    expect(whoMay((actor) => raiseRequestPolicy.can(actor, action, file))).toEqual(expected[action]);
  });

  it('is seen by members, each their own', () => {
    expect(whoMay((actor) => visibleRaiseRequests(actor).self !== undefined)).toEqual([
      'ada',
      'omar',
      'uma',
      'rosa',
      'mo',
    ]);
  });
});
