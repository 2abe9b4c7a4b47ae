import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { costControl } from './cost-graph.js';

const costs = costControl();
const actual = (source: string, data: unknown, variables = {}): number | undefined =>
  costs.ofOperation(parse(source), undefined, variables)?.actualOf(data);

describe('the actual cost of an answer', () => {
  test('counts the items that are there', () => {
    expect(actual('{ shelf { author { name } } }', { shelf: [{ author: { name: 'a' } }, { author: null }] })).toBe(3);
  });

  test('counts a response name once, however many fragments asked for it', () => {
    const source = '{ things { ... on Book { author { name } } ...B } } fragment B on Book { author { name } }';
    expect(actual(source, { things: [{ author: { name: 'a' } }] })).toBe(21);
  });

  test('counts weights, arguments and the mutation itself', () => {
    expect(actual('{ heavy stamp(by: 1) }', { heavy: 'x', stamp: null })).toBe(15);
    expect(actual('mutation { buy(title: "a") { id } }', { buy: { id: '1' } })).toBe(11);
  });

  test('counts nothing for fields that were left out', () => {
    expect(
      actual('query ($no: Boolean!) { heavy @include(if: $no) book { id } }', { book: { id: '1' } }, { no: false }),
    ).toBe(1);
  });
});

describe('what one service is asked', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Book { copies { shelf } } } }';
  const representations = [
    { __typename: 'Book', id: '1' },
    { __typename: 'Book', id: '2' },
  ];

  test('costs as many entities as there are representations', () => {
    expect(costs.ofServiceCall(query, undefined, { r: representations })?.estimated).toBe(6);
  });

  test('costs what came back', () => {
    const data = { _entities: [{ copies: [{ shelf: 'a' }] }, null] };
    expect(costs.ofServiceCall(query, undefined, { r: representations })?.actualOf(data)).toBe(2);
  });
});
