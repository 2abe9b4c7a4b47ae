import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { canonicalId, canonicalText } from '../../src/protocol/canonical-operation.js';
import { readTrustedOperations } from '../../src/protocol/trusted-operations.js';
import { readAnswer, startTestGateway, type Answer, type TestGateway } from '../test-gateway.js';

const body = 'query Town {\n  town\n}';
const id = canonicalId(parse(body));
const manifest = JSON.stringify({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: [{ id, name: 'Town', type: 'query', body }],
});
const trusted = readTrustedOperations([manifest]);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const byHash = (text: string): object => ({ persistedQuery: { version: 1, sha256Hash: sha256(text) } });

let open: TestGateway;
let strict: TestGateway;
beforeAll(async () => {
  open = await startTestGateway({ operations: { accept: 'any', trusted } });
  strict = await startTestGateway({ operations: { accept: 'trusted', trusted } });
});
afterAll(async () => {
  await open.stop();
  await strict.stop();
});

async function post(gateway: TestGateway, request: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return readAnswer(await fetch(gateway.url, { method: 'POST', headers, body: JSON.stringify(request) }));
}

const refusal = (code: string): object => ({ errors: [{ extensions: { code } }] });
const oxford = { data: { town: 'Oxford' } };

describe('a gateway that runs only trusted operations', () => {
  it.each([
    ['as it was registered', body],
    ['in another layout, with a comment', '# mine\nquery Town{town}'],
    ['with the names of types that a client library adds', 'query Town { town __typename }'],
  ])('runs one that is written %s', async (_name, query) => {
    const { status, body: answer } = await post(strict, { query });
    expect([status, answer.data]).toMatchObject([200, { town: 'Oxford' }]);
  });

  it.each([
    ['another field', '{ hidden }'],
    ['another operation name', 'query Village { town }'],
    ['an alias', 'query Town { a: town }'],
    ['an operation more', 'query Town { town } query Other { town }'],
    ['more than this list would read', `{ ${'town '.repeat(10_001)} }`],
    ['introspection', '{ __schema { types { name } } }'],
  ])('refuses %s with 403, whether or not it is valid', async (_name, query) => {
    const { status, body: answer } = await post(strict, { query, operationName: undefined });
    expect(status).toBe(403);
    expect(answer).toMatchObject(refusal('PERSISTED_OPERATION_REQUIRED'));
  });

  it('says of what is no GraphQL that it is none', async () => {
    const { status, body: answer } = await post(strict, { query: '{' });
    expect([status, answer]).toMatchObject([400, refusal('GRAPHQL_PARSE_FAILED')]);
  });

  it('runs one by its id, by POST and by GET', async () => {
    expect((await post(strict, { documentId: id })).body).toEqual(oxford);
    const headers = { 'apollo-require-preflight': 'true' };
    const get = await fetch(`${strict.url}?documentId=sha256:${id}`, { headers });
    expect((await readAnswer(get)).body).toEqual(oxford);
  });

  it('runs one by the hash of its text, though nobody sent the text before', async () => {
    expect((await post(strict, { extensions: byHash(body) })).body).toEqual(oxford);
  });

  it('keeps no text that a client tries to register', async () => {
    const query = 'query Mine { town }';
    const registered = await post(strict, { query, extensions: byHash(query) });
    expect(registered.body).toMatchObject(refusal('PERSISTED_OPERATION_REQUIRED'));
    expect((await post(strict, { extensions: byHash(query) })).body).toMatchObject(
      refusal('PERSISTED_QUERY_NOT_FOUND'),
    );
  });
});

describe('a gateway that runs any operation', () => {
  it('keeps the text of an automatic persisted query', async () => {
    const query = 'query Mine { town }';
    const unknown = await post(open, { extensions: byHash(query) });
    expect([unknown.status, unknown.body]).toMatchObject([200, refusal('PERSISTED_QUERY_NOT_FOUND')]);
    expect((await post(open, { query, extensions: byHash(query) })).body).toEqual(oxford);
    expect((await post(open, { extensions: byHash(query) })).body).toEqual(oxford);
  });

  it.each([
    ['an unknown documentId', { documentId: 'nothing' }, 'PERSISTED_QUERY_NOT_FOUND'],
    ['a documentId that is no text', { documentId: 7 }, 'BAD_USER_INPUT'],
    ['a documentId beside a query', { documentId: id, query: '{ town }' }, 'BAD_USER_INPUT'],
    ['a hash that is not that of the text', { query: '{ town }', extensions: byHash('{ other }') }, 'BAD_USER_INPUT'],
  ])('refuses %s with 400', async (_name, request, code) => {
    const { status, body: answer } = await post(open, request);
    expect([status, answer]).toMatchObject([400, refusal(code)]);
  });
});

describe('the list of trusted operations', () => {
  it('has one text for an operation and its fragments in any order', () => {
    const one = 'query Q { a { ...X ...Y } } fragment Y on T { c } fragment X on T { b }';
    const other = 'fragment X on T { b __typename } query Q { a { ...X ...Y __typename } } fragment Y on T { c }';
    expect(canonicalText(parse(one))).toBe(canonicalText(parse(other)));
  });

  it('keeps a __typename that was asked for by another name or alone', () => {
    expect(canonicalText(parse('{ kind: __typename a { __typename } }'))).toContain('kind: __typename');
    expect(canonicalText(parse('{ a { __typename } }'))).toMatch(/a \{\s+__typename/);
  });

  it('refuses two texts under one id, and a file of another kind', () => {
    expect(() => readTrustedOperations([manifest, manifest.replace('town', 'city')])).toThrow(/id/);
    expect(() => readTrustedOperations(['{}'])).toThrow();
  });
});
