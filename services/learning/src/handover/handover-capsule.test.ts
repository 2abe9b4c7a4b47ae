import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  dueOf,
  handoverLifecycle,
  isLate,
  keptUntil,
  moveCapsule,
  openCapsule,
  sealsAt,
  shadowUntil,
  type CapsuleFacts,
  type HandoverCapsule,
  type HandoverCapsuleAction,
  type HandoverCapsuleStatus,
} from './handover-capsule.js';
import { handoverSections, progressOf } from './handover-item.js';
import type { MandateTerm } from './mandate-term.js';

const day = 86_400_000;
const openedAt = new Date('2026-05-01T09:00:00.000Z');
const after = (days: number): Date => new Date(openedAt.getTime() + days * day);
const id = <Kind extends string>(last: string) => toId<Kind>(`018f0000-0000-7000-8000-0000000000${last}`);

const term = (changes: Partial<MandateTerm> = {}): MandateTerm => ({
  mandateId: id('01'),
  memberId: id('0a'),
  groupId: id('0c'),
  kind: 'PRESIDENT',
  constituencyId: undefined,
  positionId: id('0d'),
  startsAt: after(30),
  endsAt: after(395),
  hasBegun: true,
  ...changes,
});
const before = term({ mandateId: id('02'), memberId: id('0b'), startsAt: after(-335), endsAt: after(30) });
const opened = openCapsule({
  id: id('03'),
  electionId: id('04'),
  mandate: term(),
  predecessor: before,
  outgoingIds: [],
  now: openedAt,
});

const sections = (isDone: boolean, isTaken: boolean) =>
  handoverSections.map((section) =>
    progressOf(section, { count: isDone ? 1 : 0, tickedCount: isTaken ? 1 : 0, hasNothing: false }),
  );
const stamped: Readonly<Record<HandoverCapsuleStatus, Partial<HandoverCapsule>>> = {
  OPEN: {},
  OUTGOING_FILLED: { filledAt: after(1) },
  SHADOWING: { filledAt: after(1), shadowingAt: after(2) },
  ACCEPTED: { filledAt: after(1), shadowingAt: after(2), acceptedAt: after(3) },
  SEALED: { filledAt: after(1), shadowingAt: after(2), acceptedAt: after(3), sealedAt: after(17) },
};
const facts = (status: HandoverCapsuleStatus, isReady = true): CapsuleFacts => ({
  capsule: { ...opened, ...stamped[status], status },
  sections: sections(isReady, isReady),
});
const states = handoverLifecycle.states;

/** Everything that is possible when every guard holds: written, taken on, and long past every date. */
const possible: Readonly<Record<HandoverCapsuleStatus, readonly HandoverCapsuleAction[]>> = {
  OPEN: ['WRITE', 'HAND_OVER', 'REMIND', 'ALERT', 'SEAL'],
  OUTGOING_FILLED: ['WRITE', 'START_SHADOWING', 'ASK', 'ANSWER', 'REMIND', 'ALERT', 'SEAL'],
  SHADOWING: ['WRITE', 'TICK', 'ASK', 'ANSWER', 'ACCEPT', 'REMIND', 'ALERT', 'SEAL'],
  ACCEPTED: ['ASK', 'ANSWER', 'SEAL'],
  SEALED: ['FORGET'],
};
const targets: Partial<Record<HandoverCapsuleAction, HandoverCapsuleStatus>> = {
  HAND_OVER: 'OUTGOING_FILLED',
  START_SHADOWING: 'SHADOWING',
  ACCEPT: 'ACCEPTED',
  SEAL: 'SEALED',
};

describe('the life of a handover', () => {
  it.each(states)('allows from %s what the table says', (status) => {
    expect(handoverLifecycle.possible(facts(status), after(2000))).toEqual(possible[status]);
  });

  const pairs = states.flatMap((state) => handoverLifecycle.actions.map((action) => [state, action] as const));
  it.each(pairs)('from %s, %s leads where the table says or nowhere', (state, action) => {
    const target = targets[action];
    if (target === undefined) return;
    const moved = moveCapsule(facts(state), action as 'HAND_OVER', after(2000));
    if (possible[state].includes(action)) expect(moved).toMatchObject({ ok: true, value: { status: target } });
    else expect(moved).toMatchObject({ ok: false, error: { __typename: 'IllegalTransitionError', state } });
  });

  it('is handed over only when every part is written or said to hold nothing', () => {
    expect(handoverLifecycle.can('HAND_OVER', facts('OPEN', false), openedAt)).toBe(false);
    const nothing = handoverSections.map((section) =>
      progressOf(section, { count: 0, tickedCount: 0, hasNothing: true }),
    );
    expect(handoverLifecycle.can('HAND_OVER', { ...facts('OPEN'), sections: nothing }, openedAt)).toBe(true);
  });

  it('is accepted only when accounts and open matters have a new owner; the rest needs no tick', () => {
    const written = { ...facts('SHADOWING'), sections: sections(true, false) };
    expect(handoverLifecycle.can('ACCEPT', written, openedAt)).toBe(false);
    const taken = written.sections.map((one) => (one.untakenCount > 0 ? { ...one, untakenCount: 0 } : one));
    expect(handoverLifecycle.can('ACCEPT', { ...written, sections: taken }, openedAt)).toBe(true);
  });

  it('does nothing by the clock before its instant, and at it', () => {
    const open = facts('OPEN');
    const beforeDue = new Date(open.capsule.dueAt.getTime() - 1);
    expect(handoverLifecycle.can('ALERT', open, beforeDue)).toBe(false);
    expect(handoverLifecycle.can('ALERT', open, open.capsule.dueAt)).toBe(true);
    expect(handoverLifecycle.can('REMIND', open, after(22.999))).toBe(false);
    expect(handoverLifecycle.can('REMIND', open, after(23))).toBe(true);
    expect(handoverLifecycle.can('SEAL', facts('ACCEPTED'), after(16.999))).toBe(false);
    expect(handoverLifecycle.can('SEAL', facts('ACCEPTED'), after(17))).toBe(true);
    expect(handoverLifecycle.can('SEAL', open, after(394))).toBe(false);
    expect(handoverLifecycle.can('FORGET', facts('SEALED'), after(17 + 364))).toBe(false);
    expect(handoverLifecycle.can('FORGET', facts('SEALED'), after(17 + 365))).toBe(true);
  });

  it('is sealed at its stated instant, however late that is decided', () => {
    expect(moveCapsule(facts('ACCEPTED'), 'SEAL', after(40))).toMatchObject({
      ok: true,
      value: { sealedAt: after(17) },
    });
    expect(keptUntil({ ...opened, sealedAt: after(17) })).toEqual(after(382));
    expect(keptUntil(opened)).toBeUndefined();
  });
});

describe('the dates of a handover', () => {
  it('make it due at the end of the old mandate', () => {
    expect(opened).toMatchObject({
      dueAt: before.endsAt,
      outgoingIds: [before.memberId],
      predecessorId: before.mandateId,
    });
  });

  it('leave two weeks when that is over or nobody held the office', () => {
    expect(dueOf(term(), undefined, openedAt)).toEqual(after(30));
    expect(dueOf(term({ startsAt: openedAt }), undefined, openedAt)).toEqual(after(14));
    expect(dueOf(term({ startsAt: openedAt }), { ...before, endsAt: after(-1) }, openedAt)).toEqual(after(14));
  });

  it('call it late from then on unless it is accepted or sealed', () => {
    expect(isLate(opened, after(29))).toBe(false);
    expect(isLate(opened, after(30))).toBe(true);
    expect(isLate(facts('ACCEPTED').capsule, after(99))).toBe(false);
    expect(isLate({ ...opened, status: 'SEALED', sealedAt: after(50) }, after(99))).toBe(false);
  });

  it('let whoever takes over read along until their own rights begin', () => {
    const { capsule } = facts('SHADOWING');
    expect(shadowUntil(capsule)).toEqual(after(30));
    expect(shadowUntil({ ...capsule, endsAt: after(10) })).toEqual(after(10));
    expect(shadowUntil({ ...capsule, groupId: undefined })).toBeUndefined();
    expect(shadowUntil({ ...capsule, shadowingAt: after(31) })).toBeUndefined();
    expect(shadowUntil(opened)).toBeUndefined();
  });

  it('seal what nobody accepted at the end of the new mandate', () => {
    expect(sealsAt(opened)).toEqual(after(395));
  });
});
