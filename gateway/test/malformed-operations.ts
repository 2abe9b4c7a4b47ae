import type { Malformed } from './malformed-bodies.js';
import type { RawRequest } from './raw-http.js';

const run = (query: string, more: Record<string, unknown> = {}): RawRequest => ({
  body: JSON.stringify({ query, ...more }),
});
const parse = 'GRAPHQL_PARSE_FAILED';
const invalid = 'GRAPHQL_VALIDATION_FAILED';
const input = 'BAD_USER_INPUT';
const limit = 'OPERATION_LIMIT_EXCEEDED';
const friends = (depth: number): string => `{ me { ${'friend { '.repeat(depth)}name${' }'.repeat(depth)} } }`;
const echo =
  'query ($text: String!, $count: Int, $mood: Mood, $filter: Filter) { echo(text: $text, count: $count, mood: $mood, filter: $filter) }';

/** Operations that are not GraphQL, do not fit the schema, are too much, or come with variables that do not fit. */
export const malformedOperations: readonly Malformed[] = [
  ['GraphQL that is a sentence', run('give me the town'), 400, parse],
  ['GraphQL with a brace missing', run('{ town'), 400, parse],
  ['GraphQL with a brace too many', run('{ town } }'), 400, parse],
  ['an empty selection', run('{ }'), 400, parse],
  ['only a comment', run('# nothing'), 400, parse],
  ['only blanks', run('   '), 400, parse],
  ['a null byte in GraphQL', run('{ town \0 }'), 400, parse],
  ['an unfinished string in GraphQL', run('{ echo(text: "abc) }'), 400, parse],
  ['a bad escape in GraphQL', run('{ echo(text: "\\q") }'), 400, parse],
  ['an emoji as a field', run('{ 🙂 }'), 400, parse],
  ['SQL', run("select * from member where '1'='1'"), 400, parse],
  ['an unknown field', run('{ salaries }'), 400, invalid],
  ['an unknown argument', run('{ town(of: 1) }'), 400, invalid],
  ['a missing argument', run('{ echo }'), 400, invalid],
  ['an argument of the wrong type', run('{ echo(text: 7) }'), 400, invalid],
  ['an unknown enum value', run('{ echo(text: "a", mood: ANGRY) }'), 400, invalid],
  ['an unknown input field', run('{ echo(text: "a", filter: { name: "a", drop: 1 }) }'), 400, invalid],
  ['a number too large for Int', run('{ echo(text: "a", count: 99999999999) }'), 400, invalid],
  ['a list without a selection', run('{ people }'), 400, invalid],
  ['a selection on a scalar', run('{ town { name } }'), 400, invalid],
  ['an unknown fragment', run('{ me { ...Nowhere } }'), 400, invalid],
  ['an unused fragment', run('{ town } fragment F on Person { name }'), 400, invalid],
  ['a fragment inside itself', run('{ me { ...A } } fragment A on Person { friend { ...A } }'), 400, invalid],
  [
    'fragments inside each other',
    run('{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }'),
    400,
    invalid,
  ],
  ['a fragment on an unknown type', run('{ me { ... on Dragon { fire } } }'), 400, invalid],
  ['an unknown directive', run('{ town @drop }'), 400, invalid],
  ['a directive without its argument', run('{ town @include }'), 400, invalid],
  ['an undeclared variable', run('{ echo(text: $text) }'), 400, invalid],
  ['a variable of an unknown type', run('query ($a: Dragon) { town }'), 400, invalid],
  ['the same variable twice', run('query ($a: Int, $a: Int) { echo(text: "a", count: $a) }'), 400, invalid],
  ['two operations of one name', run('query A { town } query A { town }'), 400, invalid],
  ['two operations without a name', run('{ town } { town }'), 400, invalid],
  ['fields that cannot merge', run('{ me { a: name a: id } }'), 400, invalid],
  ['a subscription', run('subscription { town }'), 400, invalid],
  ['a type definition', run('type Town { name: String }'), 400, invalid],
  ['introspection in production', run('{ __schema { types { name } } }'), 400, invalid],
  ['a direct look into federation', run('{ _entities(representations: []) { __typename } }'), 400, invalid],
  ['the SDL of a service', run('{ _service { sdl } }'), 400, invalid],
  ['an operation name that is not there', run('query A { town }', { operationName: 'B' }), 400, input],
  ['several operations without saying which', run('query A { town } query B { town }'), 400, input],
  ['only a fragment', run('fragment F on Person { name }'), 400, invalid],
  ['a missing variable', run(echo), 400, input],
  ['a null where none may be', run(echo, { variables: { text: null } }), 400, input],
  ['a number for a string', run(echo, { variables: { text: 7 } }), 400, input],
  ['an array for a string', run(echo, { variables: { text: ['a'] } }), 400, input],
  ['an object for a string', run(echo, { variables: { text: { a: 1 } } }), 400, input],
  ['a string for a number', run(echo, { variables: { text: 'a', count: 'seven' } }), 400, input],
  ['a fraction for an Int', run(echo, { variables: { text: 'a', count: 1.5 } }), 400, input],
  ['a variable too large for Int', run(echo, { variables: { text: 'a', count: 2 ** 40 } }), 400, input],
  ['an unknown enum value in a variable', run(echo, { variables: { text: 'a', mood: 'ANGRY' } }), 400, input],
  [
    'an unknown input field in a variable',
    run(echo, { variables: { text: 'a', filter: { name: 'a', drop: 1 } } }),
    400,
    input,
  ],
  ['a missing input field in a variable', run(echo, { variables: { text: 'a', filter: {} } }), 400, input],
  [
    'a null in a list that holds none',
    run(echo, { variables: { text: 'a', filter: { name: 'a', tags: [null] } } }),
    400,
    input,
  ],
  ['fields 20 deep', run(friends(19)), 400, limit],
  [
    'fields 20 deep through fragments',
    run(
      `{ me { ...A } } ${Array.from({ length: 20 }, (_, i) => `fragment ${String.fromCharCode(65 + i)} on Person { friend { ${i < 19 ? `...${String.fromCharCode(66 + i)}` : 'name'} } }`).join(' ')}`,
    ),
    400,
    limit,
  ],
  ['fields 1,000 deep', run(friends(1_000)), 400, limit],
  ['fields 50,000 deep', run(friends(50_000)), 400, limit],
  ['100,000 open braces', run('{'.repeat(100_000)), 400, limit],
  ['a list literal 5,000 deep', run(`{ echo(text: ${'['.repeat(5_000)}${']'.repeat(5_000)}) }`), 400, limit],
  ['a document of 20,000 fields', run(`{ ${'town '.repeat(20_000)} }`), 400, limit],
  ['9,000 selections of one field', run(`{ ${'town '.repeat(9_000)} }`), 400, limit],
  [
    'a document of 20,000 aliases',
    run(`{ ${Array.from({ length: 20_000 }, (_, i) => `a${i}: town`).join(' ')} }`),
    400,
    limit,
  ],
];
