import { expect, test } from '@jest/globals';
import { unacknowledgedChanges } from '../breaking-changes.mjs';

const before = 'type Query { book: Book } type Book { title: String! isbn: String }';
const after = 'type Query { book: Book } type Book { title: String! }';
const line = '- FIELD_REMOVED: Book.isbn was removed.';

test('a removed field is breaking until the changelog says so', () => {
  expect(unacknowledgedChanges(before, after, '')).toEqual([line]);
  expect(unacknowledgedChanges(before, after, `# Changes\n\n${line} Nobody read it.\n`)).toEqual([]);
});

test('an added field breaks nobody', () => {
  expect(unacknowledgedChanges(after, before, '')).toEqual([]);
});
