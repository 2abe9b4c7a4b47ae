import { describe, expect, it } from '@jest/globals';
import { stateOf } from './recount-state.js';

const nothing = {
  problem: undefined,
  hasAsked: false,
  isMissing: false,
  hasFile: false,
  counted: { at: 'ready' },
} as const;
const problem = { kind: 'unreachable' } as const;

describe('a recount in the page', () => {
  it('waits until somebody wants it', () => expect(stateOf(nothing)).toEqual({ at: 'ready' }));

  it('loads the ballots first', () => expect(stateOf({ ...nothing, hasAsked: true })).toEqual({ at: 'loading' }));

  it('tells why they did not come', () =>
    expect(stateOf({ ...nothing, hasAsked: true, problem })).toEqual({ at: 'problem', problem }));

  it('tells when there are none to be had', () =>
    expect(stateOf({ ...nothing, hasAsked: true, isMissing: true })).toEqual({ at: 'unpublished' }));

  it('goes on with the ballots it has, whatever becomes of the connection', () =>
    expect(stateOf({ ...nothing, hasAsked: true, hasFile: true, problem, counted: { at: 'counting' } })).toEqual({
      at: 'counting',
    }));
});
