import { describe, expect, it } from '@jest/globals';
import { readCast } from './cast-outcome.js';

describe('what is known of ballots after they were sent', () => {
  it.each([
    ['are stored when the graph says so', { result: { __typename: 'CastBallotsSuccess' } }, 'CAST'],
    ['are not stored when a rule refuses them', { result: { __typename: 'ConflictError' } }, 'REFUSED'],
    [
      'are not stored when the graph refuses the operation',
      { problem: { kind: 'refused', code: 'RATE_LIMITED' } },
      'REFUSED',
    ],
    ['may be stored when no answer came', { problem: { kind: 'unreachable' } }, 'UNKNOWN'],
    ['may be stored when the connection went meanwhile', { problem: { kind: 'offline' } }, 'UNKNOWN'],
    [
      'may be stored when something failed inside',
      { problem: { kind: 'refused', code: 'INTERNAL_SERVER_ERROR' } },
      'UNKNOWN',
    ],
    ['may be stored when it took too long', { problem: { kind: 'refused', code: 'DEADLINE_EXCEEDED' } }, 'UNKNOWN'],
    ['may be stored after an error that nobody knows', { problem: { kind: 'refused' } }, 'UNKNOWN'],
    ['may be stored after no answer at all', {}, 'UNKNOWN'],
  ] as const)('they %s', (_what, outcome, known) => {
    expect(readCast(outcome)).toBe(known);
  });
});
