import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { costControl } from './cost-graph.js';

const costs = costControl();

function estimate(source: string, variables: Record<string, unknown> = {}, name?: string): number | undefined {
  return costs.ofOperation(parse(source), name, variables)?.estimated;
}

describe('the estimate of an operation', () => {
  test.each([
    ['an object is 1, its scalars nothing', '{ book { title id } }', 1],
    ['objects below each other add up', '{ book { author { name } } }', 2],
    ['a mutation is 10 before its fields', 'mutation { buy(title: "a") { id } }', 11],
    ['a list of unknown length has the assumed ten', '{ shelf { title author { name } } }', 20],
    ['a list of lists has ten in each', '{ grid { id } }', 100],
    ['assumedSize is the length', '{ best { author { name } } }', 10],
    ['lists multiply', '{ best { similar { author { name } } } }', 35],
    ['a slicing argument is the length', '{ books(first: 4) { id } }', 4],
    ['the default of a slicing argument counts when it is left out', '{ recent { id } }', 7],
    ['sizedFields take the length of the page', '{ page(first: 6) { edges { node { id } } total } }', 13],
    ['each of several sizedFields does', '{ page(first: 6) { edges { cursor } items { id } } }', 13],
    ['assumedSize is the page without an argument', '{ page { items { id } } }', 31],
    [
      'sizedFields are found through fragments',
      '{ page(first: 6) { ...P } } fragment P on BookPage { items { id } }',
      7,
    ],
    ['a connection that nobody described has the longest page', '{ plain { edges { node { id } } } }', 201],
    ['or the one that is asked for', '{ plain(first: 2) { edges { node { id } } } }', 5],
    ['a negative length is none, and takes nothing off the rest', '{ books(first: -5) { id } shelf { id } }', 10],
    ['@cost on a field replaces what its type costs', '{ heavy }', 12],
    ['@cost on a scalar', '{ book { poem } }', 7],
    ['@cost on an enum', '{ book { colour } }', 2],
    ['@cost on an object', '{ dear { name } }', 20],
    ['a union costs what its dearest type costs', '{ things { __typename } }', 200],
    ['an interface field costs what its dearest implementation costs', '{ pet { name } }', 5],
    ['@cost on an argument counts when it is given', '{ stamp(by: 5) }', 3],
    ['an argument that is left out or null costs nothing', '{ a: stamp b: stamp(by: null) }', 0],
    [
      'an input object is 1 with its fields',
      '{ found(search: { text: "a", inner: { text: "b" }, paging: { limit: 1 } }) { id } }',
      11,
    ],
    ['an input object of a field that costs nothing', '{ stamp(mark: { name: "a" }) }', 1],
    ['a list of inputs costs each', '{ lot(of: [{ text: "a" }, { text: "b" }]) }', 6],
    ['arguments of a field in a list cost once per item above it', '{ best { id } stamp(by: 1) }', 8],
    ['fragments on several types add up', '{ things { ... on Book { author { name } } ... on Dear { name } } }', 210],
    ['introspection costs nothing', '{ __typename __schema { types { name } } }', 0],
    ['a field that a literal leaves out', '{ shelf @skip(if: true) { id } heavy @include(if: false) }', 0],
  ])('%s', (_name, source, cost) => {
    expect(estimate(source)).toBe(cost);
  });

  test('depends on variables, and on their defaults', () => {
    const source =
      'query ($first: Int = 3, $with: Boolean!) { books(first: $first) { id author @include(if: $with) { name } } }';
    expect(estimate(source, { with: false })).toBe(3);
    expect(estimate(source, { with: true, first: 5 })).toBe(10);
    expect(estimate(source, { with: true, first: null })).toBe(20);
  });

  test('counts the input objects that came in a variable', () => {
    const source = 'query ($search: Search!) { found(search: $search) { id } }';
    expect(estimate(source, { search: { text: 'a', paging: { limit: 4 } } })).toBe(8);
  });

  test('is that of the operation which is named', () => {
    const source = 'query A { heavy } query B { book { id } }';
    expect([estimate(source, {}, 'A'), estimate(source, {}, 'B')]).toEqual([12, 1]);
    expect(estimate(source)).toBeUndefined();
  });

  test('uses the assumed length that was set', () => {
    const assumed = costControl({ assumedListSize: 2 }).ofOperation(parse('{ shelf { id } }'), undefined, {});
    expect(assumed?.estimated).toBe(2);
  });
});

describe('slicing arguments', () => {
  const problemOf = (source: string, variables = {}) =>
    costs.ofOperation(parse(source), undefined, variables)?.checkPages(100);

  test.each([
    ['{ books { id } }', {}],
    ['{ books(first: 1, last: 1) { id } }', {}],
    ['query ($n: Int) { books(first: $n) { id } }', { n: null }],
  ])('%s with %j is refused, because exactly one must be given', (source, variables) => {
    expect(problemOf(source, variables)?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  test.each([
    '{ books(last: 1) { id } }',
    '{ recent { id } }',
    '{ page { total } }',
    '{ found(search: {}) { id } shelf { id } }',
  ])('%s is fine', (source) => {
    expect(problemOf(source)).toBeUndefined();
  });

  test('a page that is too long is refused with the limit and the number', () => {
    expect(
      problemOf('query ($n: Int) { a: page(first: 5) { total } page(first: $n) { total } }', { n: 101 })?.extensions,
    ).toMatchObject({ code: 'OPERATION_LIMIT_EXCEEDED', limit: 'pageSize', allowed: 100, found: 101 });
  });

  test('a length that is no number is left to the executor', () => {
    expect(problemOf('query ($n: Int) { page(first: $n) { total } }', { n: 'many' })).toBeUndefined();
  });
});
