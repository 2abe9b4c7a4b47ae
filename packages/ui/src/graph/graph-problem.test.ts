import { describe, expect, it } from '@jest/globals';
import { CombinedError } from '@urql/core';
import { readProblem } from './graph-problem.js';

describe('what a failed operation means', () => {
  it('is the code and the request id of the first error', () => {
    const graphQLErrors = [
      { message: 'away', extensions: { code: 'SUBGRAPH_UNAVAILABLE', requestId: 'r-1' } },
      { message: 'other', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
    ];
    expect(readProblem(new CombinedError({ graphQLErrors }), true)).toEqual({
      kind: 'refused',
      code: 'SUBGRAPH_UNAVAILABLE',
      requestId: 'r-1',
    });
  });

  it('is the connection of the device when that is gone, and ours when it is not', () => {
    const error = new CombinedError({ networkError: new TypeError('failed') });
    expect(readProblem(error, false)).toEqual({ kind: 'offline' });
    expect(readProblem(error, true)).toEqual({ kind: 'unreachable' });
  });

  it('bears an error without a code', () => {
    expect(readProblem(new CombinedError({ graphQLErrors: ['broken'] }), true)).toEqual({ kind: 'refused' });
  });
});
