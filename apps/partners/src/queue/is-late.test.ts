import { expect, it } from '@jest/globals';
import { isLate } from './is-late.js';

const dueAt = '2026-03-02T17:00:00.000Z';
const due = Date.parse(dueAt);

it.each([
  ['SENT', true],
  ['ACKNOWLEDGED', true],
  ['INFO_REQUESTED', true],
  ['RESPONDED', false],
  ['ACTIONS', false],
  ['CLOSED', false],
  ['WITHDRAWN', false],
] as const)('counts %s as late after the due date: %s', (status, late) => {
  expect(isLate({ status, dueAt }, due + 1)).toBe(late);
});

it('counts nothing as late before the due date, at it, or without one', () => {
  expect(isLate({ status: 'SENT', dueAt }, due)).toBe(false);
  expect(isLate({ status: 'SENT', dueAt: null }, due)).toBe(false);
});
