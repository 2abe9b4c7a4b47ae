import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { defaultOperationLimits } from '../../src/limits/operation-limits.js';
import { findPassedLimits } from '../../src/limits/operation-limits-rule.js';

const limits = {
  ...defaultOperationLimits,
  depth: 3,
  rootFields: 2,
  aliases: 2,
  directives: 3,
  directivesPerField: 2,
  selections: 10,
};
const passed = (source: string): unknown[] =>
  findPassedLimits(parse(source), limits).map(({ extensions: { limit, allowed, found } }) => [limit, allowed, found]);

describe('an operation within every limit', () => {
  test.each([
    '{ a { b { c } } }',
    '{ a b }',
    '{ x: a y: b }',
    '{ a @skip(if: true) @include(if: true) b @skip(if: true) }',
    '{ a { b } ...F } fragment F on Query { b { b { c } } }',
    'query A { a b } query B { a b }',
    '{ __schema { types { fields { type { ofType { name } } } } } }',
  ])('%s', (source) => {
    expect(passed(source)).toEqual([]);
  });
});

describe('a limit that is passed is named with both numbers', () => {
  test.each([
    ['{ a { b { c { d } } } }', ['depth', 3, 4]],
    ['{ a { ...F } } fragment F on A { b { c { d } } }', ['depth', 3, 4]],
    ['{ a b c }', ['rootFields', 2, 3]],
    ['{ a ...F ... on Query { c } } fragment F on Query { b }', ['rootFields', 2, 3]],
    ['{ x: a { y: b z: c } }', ['aliases', 2, 3]],
    ['query A { x: a y: a } query B { z: a }', ['aliases', 2, 3]],
    ['query @q { a @skip(if: true) b @skip(if: true) @include(if: true) }', ['directives', 3, 4]],
    ['{ a @a @b @c }', ['directivesPerField', 2, 3]],
    ['{ a { b c d e f g h i j k } }', ['selections', 10, 11]],
  ])('%s', (source, expected) => {
    expect(passed(source)).toContainEqual(expected);
  });

  test('the largest operation of a document counts', () => {
    expect(passed('query A { a b } query B { a b c } query C { a b c d }')).toEqual([['rootFields', 2, 4]]);
  });

  test('fragments that multiply are counted without being written out', () => {
    const fragments = Array.from(
      { length: 200 },
      (_, level) => `fragment F${level} on A { ...F${level + 1} ...F${level + 1} }`,
    );
    const [[limit, , found] = []] = passed(`{ a { ...F0 } } ${fragments.join(' ')} fragment F200 on A { b }`).map(
      (one) => one as [string, number, number],
    );
    expect(limit).toBe('selections');
    expect(found).toBeGreaterThan(2 ** 200);
  });

  test('a fragment inside itself ends the count, and is left to the rule that refuses it', () => {
    expect(passed('{ a { ...F } } fragment F on A { b ...F }')).toEqual([]);
  });
});
