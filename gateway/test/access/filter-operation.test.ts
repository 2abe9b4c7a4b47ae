import { describe, expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { decideTokenPolicy, factsOf } from '../../src/access/access-facts.js';
import { createAccessFilter } from '../../src/access/create-access-filter.js';
import { accessIndex } from './access-graph.js';

const filter = createAccessFilter(accessIndex, 'filter');
const anonymous = factsOf({ kind: 'anonymous' }, decideTokenPolicy);
const withScopes = (...scopes: string[]) =>
  factsOf({ kind: 'machine', clientId: 'figures', scopes }, decideTokenPolicy);

/** What is left of an operation, in one line. */
function left(source: string, facts = anonymous): string {
  return print(filter.filterOperation(parse(source), undefined, facts).document)
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the document that is planned', () => {
  test('is the very one that came when nothing is denied', () => {
    const document = parse('{ me { id } }');
    expect(filter.filterOperation(document, undefined, anonymous)).toMatchObject({ key: '', errors: [] });
    expect(filter.filterOperation(document, undefined, anonymous).document).toBe(document);
  });

  test('has no denied field', () => {
    expect(left('{ me { id email phone } }')).toBe('{ me { id } }');
  });

  test('asks an object that lost every field for its type only, to know whether it is there', () => {
    expect(left('{ me { email } }')).toBe('{ me { accessType: __typename } }');
  });

  test('asks for the type where the answer may be of several', () => {
    expect(left('{ things { ... on Person { name email } } }')).toBe(
      '{ things { ... on Person { name } accessType: __typename } }',
    );
  });

  test('never uses a response name of the client for that', () => {
    expect(left('{ me { accessType: email friend { accessType_: email } } }')).toContain('accessType__:');
    expect(left('{ accessType: me { email } }')).toBe('{ accessType: me { accessType_: __typename } }');
  });

  test('has no fragment on a type that is denied', () => {
    expect(left('{ things { __typename ... on Vault { code } } }')).toBe(
      '{ things { __typename accessType: __typename } }',
    );
  });

  test('has no fragment and no variable that only denied fields used', () => {
    const source =
      'query ($kind: String, $show: Boolean!) { me { id ...F ...G @include(if: $show) } } fragment F on Person { file(kind: $kind) { name } } fragment G on Person { name }';
    expect(left(source)).toBe(
      'query ($show: Boolean!) { me { id ...G @include(if: $show) } } fragment G on Person { name }',
    );
  });

  test('is empty when no field of the operation is left, so that a mutation does not run', () => {
    const sealed = filter.filterOperation(parse('mutation { seal }'), undefined, anonymous);
    expect(sealed.isEmpty).toBe(true);
  });

  test('is made once for callers who are denied the same', () => {
    const document = parse('query A { me { email phone } } query B { me { phone } }');
    const first = filter.filterOperation(document, 'A', withScopes('contact:read'));
    expect(filter.filterOperation(document, 'A', withScopes('left', 'right'))).toBe(first);
    expect(filter.filterOperation(document, 'A', anonymous).key).not.toBe(first.key);
    expect(filter.filterOperation(document, 'B', anonymous).document).not.toBe(first.document);
  });
});

describe('in reject mode', () => {
  const reject = createAccessFilter(accessIndex, 'reject');

  test('each denied field of the text has an error, and nothing may run', () => {
    const source = '{ people { mail: email ...F } me { ...F } } fragment F on Person { friend { phone } }';
    const { errors, isEmpty } = reject.filterOperation(parse(source), undefined, anonymous);
    expect(errors.map(({ path }) => path)).toEqual([
      ['people', 'mail'],
      ['people', 'friend', 'phone'],
    ]);
    expect(errors.map(({ extensions }) => extensions['code'])).toEqual(Array(2).fill('UNAUTHORIZED_FIELD_OR_TYPE'));
    expect(isEmpty).toBe(true);
  });

  test('an operation without denied fields has no error', () => {
    expect(reject.filterOperation(parse('{ me { phone } }'), undefined, withScopes('admin')).errors).toEqual([]);
  });
});
