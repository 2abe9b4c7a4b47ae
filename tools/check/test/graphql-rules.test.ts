import { describe, expect, test } from '@jest/globals';
import { Linter } from 'eslint';
import config from '../../../eslint.config.mjs';

const file = 'services/learning/src/book/book.graphql';

function brokenRules(sdl: string, filename = file): (string | null)[] {
  return new Linter({ configType: 'flat' })
    .verify(sdl, config, filename)
    .map(({ ruleId, message }) => ruleId ?? message);
}

const described = (sdl: string) => sdl.replaceAll('~', '"What it means." ');

const good = described(`
  extend type Query { ~ book(~ id: ID!): Book ~ books(~ first: Int = 20 ~ after: String): BookConnection }
  ~ type Book @key(fields: "id") { ~ id: ID! ~ title: String! ~ subjects: [String!]! ~ borrower: Member ~ state: BookState! }
  ~ enum BookState { ~ ON_SHELF ~ LENT }
  ~ type BookConnection { ~ nodes: [Book!]! ~ pageInfo: PageInfo! }
  ~ input LendBookInput { ~ bookId: ID! }
  ~ type LendBookSuccess { ~ book: Book! }
  ~ type BookLentError implements UserError { ~ message: String! }
  ~ union LendBookResult = LendBookSuccess | BookLentError | NotFoundError
  extend type Mutation { ~ lendBook(input: LendBookInput!): LendBookResult! }
  ~ type Shelf { "Its books; null when not shared." books: [Book!] }
  type Member @key(fields: "id", resolvable: false) { id: ID! }
`);

const planted: [rule: string, sdl: string][] = [
  ['guildhall/described', 'type Book { "The title." title: String! }'],
  ['guildhall/described', '~ type Book { title: String! }'],
  ['guildhall/described', '~ enum BookState { LENT }'],
  ['guildhall/described', '~ input BookFilter { subject: String }'],
  ['guildhall/described', 'extend type Query { ~ book(id: ID!): Book }'],
  ['guildhall/described', 'union Thing = Book | Shelf'],
  ['guildhall/described', 'extend type Member @key(fields: "id") { id: ID! books: [Book!]! }'],
  ['guildhall/described', '~ type Member @key(fields: "id", resolvable: false) { id: ID! }'],
  ['guildhall/mutation-shape', 'extend type Mutation { ~ lendBook(~ book: ID!): LendBookResult! }'],
  ['guildhall/mutation-shape', 'extend type Mutation { ~ lendBook(~ input: BookInput!): LendBookResult! }'],
  ['guildhall/mutation-shape', 'extend type Mutation { ~ lendBook(~ input: LendBookInput!): Book! }'],
  ['guildhall/result-union', '~ union LendBookResult = NotFoundError | LendBookSuccess'],
  ['guildhall/result-union', '~ union LendBookResult = LendBookSuccess | Failure'],
  ['guildhall/error-implements-user-error', '~ type BookLentError { ~ message: String! }'],
  ['guildhall/connection-arguments', 'extend type Query { ~ books(~ after: String): BookConnection }'],
  ['guildhall/connection-arguments', 'extend type Query { ~ books(~ first: Int): BookConnection }'],
  ['guildhall/list-nullability', '~ type Book { ~ subjects: [String] }'],
  ['guildhall/list-nullability', '~ type Book { ~ subjects: [String!] }'],
  ['guildhall/list-nullability', '~ type Book { "Its subjects; null when hidden." subjects: [String] }'],
  [
    'guildhall/query-fields-may-be-null',
    'extend type Query { ~ books(~ first: Int = 20 ~ after: String): BookConnection! }',
  ],
  ['guildhall/transitions-are-verbs', '~ input UpdateBookInput { ~ status: BookStatus }'],
  ['guildhall/references-objects', '~ type Book { ~ borrowerId: ID }'],
  ['guildhall/entity-key', '~ type Book @key(fields: "isbn") { ~ isbn: String! }'],
  ['guildhall/deprecation-date', '~ type Book { ~ name: String @deprecated(reason: "use title") }'],
  ['@graphql-eslint/naming-convention', '~ type book { ~ title: String! }'],
  ['@graphql-eslint/naming-convention', '~ enum BookState { ~ onShelf }'],
  ['@graphql-eslint/naming-convention', 'extend type Query { ~ getBook(~ id: ID!): Book }'],
  ['@graphql-eslint/no-typename-prefix', '~ type Book { ~ bookTitle: String! }'],
];

test('SDL that follows the schema guide breaks no rule', () => {
  expect(brokenRules(good)).toEqual([]);
});

test('what a secret code opens is paged by the input beside the code, and nothing else is', () => {
  const receipt = (type: string) => described(`~ type Receipt { ~ messages: ${type}! }`);
  expect(brokenRules(receipt('ReceiptMessageConnection'))).toEqual([]);
  expect(new Set(brokenRules(receipt('MessageConnection')))).toEqual(new Set(['guildhall/connection-arguments']));
});

describe('a planted violation is named', () => {
  test.each(planted)('%s: %s', (rule, sdl) => {
    expect([...new Set(brokenRules(described(sdl)))]).toEqual([rule]);
  });
});

test('a type extended by several services is described in the shared SDL only', () => {
  const viewer = described('~ type Viewer @key(fields: "subject") { ~ subject: ID! }');
  expect(brokenRules(viewer, 'packages/subgraph/shared.graphql')).toEqual([]);
  expect(brokenRules(viewer)).toEqual(['guildhall/described']);
});

test('an operation without a name is refused', () => {
  expect(brokenRules('{ viewer { subject } }', 'gateway/explorer/examples/x.graphql')).toContain(
    '@graphql-eslint/no-anonymous-operations',
  );
});
