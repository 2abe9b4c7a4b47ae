import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { createAnswerPolicies } from '../../src/caching/answer-policies.js';
import { readEntityKeys } from '../../src/caching/entity-keys.js';
import { readEntityRequests } from '../../src/caching/entity-requests.js';
import { readFieldPolicies } from '../../src/caching/field-policies.js';
import { readFieldServices } from '../../src/caching/field-services.js';
import { indexSupergraph } from '../../src/supergraph-index.js';
import { composeCacheGraph } from './cache-graph.js';

const supergraphSdl = composeCacheGraph();
const index = indexSupergraph(supergraphSdl);
const services = readFieldServices(supergraphSdl);
const policies = readFieldPolicies(index, services, new Set(['advocacy']));
const keys = readEntityKeys(index);
const answers = createAnswerPolicies({ index, policies, services, keys });

describe('how long an answer may be kept', () => {
  it.each([
    ['of a root field and its scalars', '{ topics { id } }', [60, 'PUBLIC']],
    ['is that of the shortest', '{ topics { title count } }', [20, 'PUBLIC']],
    ['is that of what is above for objects that inherit', '{ topics { parent { id } } }', [60, 'PUBLIC']],
    ['is nothing for objects of which nothing is said', '{ topics { related { id } } }', undefined],
    ['is nothing with one root field of which nothing is said', '{ topics { id } plain }', undefined],
    ['is private with one private field', '{ topics { id } mine }', [60, 'PRIVATE']],
    ['is private with a field that asks for a token', '{ vault }', [60, 'PRIVATE']],
    ['is that of the type where the field says nothing', '{ box { inner { size } } }', [40, 'PUBLIC']],
    ['of a field counts before that of the type', '{ box { own } }', [10, 'PRIVATE']],
    ['is the shortest of all types behind an interface', '{ named { title } }', [5, 'PUBLIC']],
    ['counts in fragments', '{ things { ... on Topic { count } ...r } } fragment r on Rumour { title }', [5, 'PUBLIC']],
    ['counts for what may be left out', '{ topics { id related @include(if: false) { id } } }', undefined],
    ['ignores type names', '{ __typename topics { __typename id } }', [60, 'PUBLIC']],
    ['is nothing for the schema itself', '{ topics { id } __schema { __typename } }', undefined],
    ['is nothing for a mutation', 'mutation { rename(id: "1", title: "a") { id } }', undefined],
    ['is nothing for a service that never keeps', '{ advice }', undefined],
  ] as const)('%s', (_what, query, expected) => {
    const policy = answers.ofOperation(parse(query), null);
    expect(policy && [policy.maxAge, policy.scope]).toEqual(expected);
  });

  it('names the services and entities that an answer depends on', () => {
    expect(answers.ofOperation(parse('{ topics { id } }'), null)?.tags).toEqual(['answers:Topic', 'service:catalog']);
  });

  it('does not write fragments out', () => {
    const levels = Array.from({ length: 60 }, (_, level) => {
      const next = level === 59 ? 'size' : `...f${level + 1} inner { ...f${level + 1} }`;
      return `fragment f${level} on Box { ${next} }`;
    });
    const policy = answers.ofOperation(parse(`{ box { ...f0 } } ${levels.join(' ')}`), null);
    expect(policy?.maxAge).toBe(40);
  });
});

describe('which entities may be kept', () => {
  const ageOf = (selection: string, typeName = 'Topic'): number | undefined =>
    readEntityRequests(
      `query ($r: [_Any!]!, $of: String) { _entities(representations: $r) { ... on ${typeName} { ${selection} } } }`,
      { index, policies, keys },
    )?.lists[0]?.maxAgeOf(typeName);

  it('are those whose every field says so, or is part of the key', () => {
    expect(ageOf('title')).toBe(100);
    expect(ageOf('__typename id title count(of: $of)')).toBe(20);
    expect(ageOf('viewerNote title')).toBe(0);
    expect(ageOf('title parent { id }')).toBe(0);
    expect(ageOf('title related { title }')).toBe(0);
  });

  it('are not types without a key, nor those of a service that never keeps', () => {
    expect(ageOf('title', 'Rumour')).toBe(0);
    expect(ageOf('name', 'Department')).toBe(0);
  });

  it('are not part of an operation that asks for more', () => {
    const mixed = 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Topic { title } } plain }';
    expect(readEntityRequests(mixed, { index, policies, keys })).toBeUndefined();
  });
});
