import { describe, expect, it } from '@jest/globals';
import { defineLifecycle, viewerActions, type LifecycleDefinition } from './lifecycle.js';

type State = 'DRAFT' | 'OPEN' | 'FULL' | 'CLOSED';
type Action = 'publish' | 'register' | 'close';
type Subject = { readonly state: State; readonly opensAt: Date };

const early = new Date('2026-10-05T08:59:59.999Z');
const opensAt = new Date('2026-10-05T09:00:00.000Z');

const definition: LifecycleDefinition<State, Action, Subject> = {
  name: 'thing',
  initial: ['DRAFT'],
  states: ['DRAFT', 'OPEN', 'FULL', 'CLOSED'],
  transitions: {
    publish: { from: ['DRAFT'], to: ['OPEN'] },
    register: { from: ['OPEN'], to: ['OPEN', 'FULL'], guard: (subject, now) => now >= subject.opensAt },
    close: { from: ['OPEN', 'FULL'], to: ['CLOSED'] },
  },
};
const lifecycle = defineLifecycle(definition, (subject: Subject) => subject.state);
const open: Subject = { state: 'OPEN', opensAt };

describe('a lifecycle', () => {
  it('answers every action in every state by its table', () => {
    const allowed = new Set(['DRAFT publish', 'OPEN register', 'OPEN close', 'FULL close']);
    for (const state of definition.states) {
      for (const action of lifecycle.actions) {
        expect(`${state} ${action} ${lifecycle.can(action, { state, opensAt }, opensAt)}`).toBe(
          `${state} ${action} ${allowed.has(`${state} ${action}`)}`,
        );
      }
    }
  });

  it('leads to the only target, or to the one that is named', () => {
    expect(lifecycle.next('publish', { state: 'DRAFT', opensAt }, early)).toEqual({ ok: true, value: 'OPEN' });
    expect(lifecycle.next('register', open, opensAt, 'FULL')).toEqual({ ok: true, value: 'FULL' });
  });

  it('fails as data when the state or the guard forbids it, before any target is looked at', () => {
    for (const [subject, now] of [
      [open, early],
      [{ state: 'CLOSED', opensAt }, opensAt],
    ] as const) {
      expect(lifecycle.next('register', subject, now, 'FULL')).toMatchObject({
        ok: false,
        error: { __typename: 'IllegalTransitionError', action: 'register', state: subject.state },
      });
    }
  });

  it('throws when the code names a wrong target or none of several: that is a fault', () => {
    expect(() => lifecycle.next('register', open, opensAt, 'CLOSED')).toThrow('thing: register cannot lead to CLOSED');
    expect(() => lifecycle.next('register', open, opensAt)).toThrow('thing: register needs a target');
  });

  it('asks the same guard for what is possible', () => {
    expect(lifecycle.possible(open, early)).toEqual(['close']);
    expect(lifecycle.possible(open, opensAt)).toEqual(['register', 'close']);
  });

  it('offers a viewer what is possible and granted, and nothing else', () => {
    expect(viewerActions(lifecycle, open, opensAt, (action) => action !== 'close')).toEqual(['register']);
    expect(viewerActions(lifecycle, open, early, (action) => action === 'register')).toEqual([]);
  });

  it('is refused at start-up when no way leads to a state, even if one leads out of it', () => {
    const broken = {
      ...definition,
      transitions: { ...definition.transitions, publish: { from: ['DRAFT'], to: ['DRAFT'] } },
    } as const;
    expect(() => defineLifecycle(broken, (subject: Subject) => subject.state)).toThrow(
      'thing: no way leads to OPEN, FULL, CLOSED',
    );
  });

  it('is refused at start-up when an action leads nowhere', () => {
    const broken = {
      ...definition,
      transitions: { ...definition.transitions, register: { from: ['OPEN'], to: [] } },
    } as const;
    expect(() =>
      defineLifecycle({ ...broken, states: ['DRAFT', 'OPEN', 'CLOSED'] }, (subject: Subject) => subject.state),
    ).toThrow('thing: register leads nowhere');
  });
});
