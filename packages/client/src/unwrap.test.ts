import { describe, expect, it } from '@jest/globals';
import { UserErrorReceived } from './graph-error.js';
import { isSuccess, unwrap } from './unwrap.js';

type Result =
  | { readonly __typename: 'JoinGroupSuccess'; readonly group: { readonly name: string } }
  | { readonly __typename: 'NotAllowedError'; readonly message: string }
  | { readonly __typename: 'AddedLaterError' };

const joined = (): Result => ({ __typename: 'JoinGroupSuccess', group: { name: 'Chess' } });
const refused = (): Result => ({ __typename: 'NotAllowedError', message: 'Only members join groups.' });
const unknown = (): Result => ({ __typename: 'AddedLaterError' });

function failureOf(result: Result): unknown {
  try {
    return unwrap(result);
  } catch (error) {
    return error;
  }
}

describe('unwrap', () => {
  it('gives the success with its own type', () => {
    expect(unwrap(joined()).group.name).toBe('Chess');
  });

  it('throws the failure, which keeps its type name and its message', () => {
    const error = failureOf(refused());
    expect(error).toBeInstanceOf(UserErrorReceived);
    expect(error).toMatchObject({ message: 'Only members join groups.', failure: { __typename: 'NotAllowedError' } });
  });

  it('takes a member it never heard of for a failure, and names it', () => {
    expect(failureOf(unknown())).toMatchObject({ message: 'AddedLaterError' });
  });
});

describe('isSuccess', () => {
  it('tells success from failure without throwing', () => {
    expect([joined(), refused(), unknown()].map(isSuccess)).toEqual([true, false, false]);
  });
});
