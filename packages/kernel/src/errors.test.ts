import { describe, expect, it } from '@jest/globals';
import { errorCatalogue, topLevelCodes } from './error-catalogue.js';
import { conflict, illegalTransition, limitReached, notAllowed, notFound, validationError } from './errors.js';

describe('the words of an expected failure', () => {
  it('are the same for what is missing and what is hidden, because only the kind is known', () => {
    expect(notFound('Activity')).toEqual({
      __typename: 'NotFoundError',
      kind: 'Activity',
      message: 'This Activity does not exist, or you may not see it.',
    });
  });

  it('spell an action out, however it is written', () => {
    expect(notAllowed('checkIn', 'Registration').message).toBe('You may not check in this Registration.');
    expect(illegalTransition('closeAttendance', 'DRAFT').message).toBe(
      'It is not possible to close attendance while the state is DRAFT.',
    );
    expect(illegalTransition('CLOSE_ATTENDANCE', 'DRAFT').message).toBe(
      'It is not possible to close attendance while the state is DRAFT.',
    );
  });

  it('say what to do about a conflict and a limit', () => {
    expect(conflict().message).toContain('retry');
    expect(limitReached('Five at most.', 5)).toEqual({
      __typename: 'LimitReachedError',
      message: 'Five at most.',
      limit: 5,
    });
  });

  it('are whole sentences', () => {
    const problem = { path: 'a', rule: 'REQUIRED', message: 'Write something here.' } as const;
    const errors = [
      notFound('Case'),
      notAllowed('close', 'Case'),
      illegalTransition('close', 'NEW'),
      conflict(),
      validationError([problem]),
      validationError([problem, problem]),
    ];
    for (const { message } of errors) expect(message).toMatch(/^[A-Z\d].*\.$/);
  });
});

describe('the catalogue of errors', () => {
  it('has one entry for each code and for each shared failure', () => {
    expect(errorCatalogue.topLevel.map(({ name }) => name)).toEqual([...topLevelCodes]);
    const made = [
      notFound(''),
      notAllowed('', ''),
      illegalTransition('', ''),
      conflict(),
      limitReached('', 1),
      validationError([]),
    ];
    expect(errorCatalogue.userErrors.map(({ name }) => name).toSorted()).toEqual(
      made.map(({ __typename }) => __typename).toSorted(),
    );
  });

  it('says of each when it comes and what to do, in whole sentences', () => {
    for (const { name, when, remedy } of [...errorCatalogue.topLevel, ...errorCatalogue.userErrors]) {
      expect(`${name}: ${when}`).toMatch(/: [A-Z].*\.$/);
      expect(`${name}: ${remedy}`).toMatch(/: [A-Z].*\.$/);
    }
  });
});
