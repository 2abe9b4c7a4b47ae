import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../test-gateway.js';
import { accessSubgraphs, accessSupergraph } from './access-graph.js';

const asked: string[] = [];
const subgraphs = accessSubgraphs((query) => asked.push(query));

let filtering: TestGateway;
let rejecting: TestGateway;
beforeAll(async () => {
  filtering = await startTestGateway({ supergraphSdl: accessSupergraph, subgraphs });
  rejecting = await startTestGateway({ supergraphSdl: accessSupergraph, subgraphs, accessMode: 'reject' });
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(() => Promise.all([filtering.stop(), rejecting.stop()]));

async function withScope(gateway: TestGateway, scope: string): Promise<{ authorization: string }> {
  return { authorization: `Bearer ${await gateway.issuer.token({ claims: { scope } })}` };
}

describe('in filter mode', () => {
  test('a field the token does not allow is null, has an error at its path, and no service was asked for it', async () => {
    const { status, body } = await filtering.ask('{ me { name mail: email } }');
    expect(status).toBe(200);
    expect(body.data).toEqual({ me: { name: 'Ada', mail: null } });
    expect(body.errors).toEqual([
      expect.objectContaining({
        path: ['me', 'mail'],
        extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', requestId: expect.any(String) },
      }),
    ]);
    expect(asked.join()).not.toContain('email');
  });

  test('a null where none may be climbs to the nearest place that may be null', async () => {
    const { body } = await filtering.ask('{ things { ... on Person { name phone } } people { phone } }');
    expect(body.data).toBeNull();
    expect(body.errors?.map(({ path }) => path)).toEqual([
      ['things', 0, 'phone'],
      ['people', 0, 'phone'],
    ]);
    expect(asked.join()).not.toContain('phone');
  });

  test('a token that allows it gets it', async () => {
    const headers = await withScope(filtering, 'contact:read phone');
    const { body } = await filtering.ask('{ me { email phone call } }', { headers });
    expect(body).toEqual({ data: { me: { email: 'ada@union.test', phone: '1', call: 'call 1' } } });
  });

  test('two callers of one operation never get the plan of the other', async () => {
    const query = '{ me { name both } }';
    const allowed = await withScope(filtering, 'left right');
    const answers = [
      await filtering.ask(query),
      await filtering.ask(query, { headers: allowed }),
      await filtering.ask(query),
      await filtering.ask(query, { headers: await withScope(filtering, 'left') }),
    ];
    expect(answers.map(({ body }) => Object(body.data?.['me'])['both'])).toEqual([null, 'b', null, null]);
  });

  test('a mutation that is denied does not run, and the others do', async () => {
    const { body } = await filtering.ask('mutation { seal rename(name: "x") { name } }');
    expect(body.data).toEqual({ seal: null, rename: { name: 'Ada' } });
    expect(asked.join()).not.toContain('seal');
  });

  test('an operation of which nothing is left asks no service', async () => {
    const { body } = await filtering.ask('{ audit }');
    expect(body.data).toEqual({ audit: null });
    expect(asked).toEqual([]);
  });

  test('a value that a @requires needs is not let in by an alias of a field the token allows', async () => {
    const { body } = await filtering.ask('{ me { phone: name call } }');
    expect(body.data).toEqual({ me: { phone: 'Ada', call: null } });
    expect(asked.join()).not.toContain('call');
  });
});

test('a supergraph taken on the fly brings its own rules', async () => {
  const gateway = await startTestGateway({ supergraphSdl: accessSupergraph, subgraphs });
  try {
    const query = '{ me { name email } }';
    expect((await gateway.ask(query)).body.data).toEqual({ me: { name: 'Ada', email: null } });
    const open = accessSupergraph.replaceAll(/^(  email: .*) @authenticated$/gm, '$1');
    expect(open).not.toBe(accessSupergraph);
    await gateway.replaceSupergraph(open);
    expect((await gateway.ask(query)).body).toEqual({ data: { me: { name: 'Ada', email: 'ada@union.test' } } });
    await gateway.replaceSupergraph(accessSupergraph);
    expect((await gateway.ask(query)).body.data).toEqual({ me: { name: 'Ada', email: null } });
  } finally {
    await gateway.stop();
  }
});

describe('in reject mode', () => {
  test('an operation with such a field is refused with 403 and all its paths, and nothing runs', async () => {
    const { status, body } = await rejecting.ask('{ me { name email friend { phone } } }');
    expect(status).toBe(403);
    expect(body).not.toHaveProperty('data');
    expect(body.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['me', 'email'], 'UNAUTHORIZED_FIELD_OR_TYPE'],
      [['me', 'friend', 'phone'], 'UNAUTHORIZED_FIELD_OR_TYPE'],
    ]);
    expect(asked).toEqual([]);
  });

  test('an operation without one runs', async () => {
    expect((await rejecting.ask('{ me { name } }')).body).toEqual({ data: { me: { name: 'Ada' } } });
  });
});
