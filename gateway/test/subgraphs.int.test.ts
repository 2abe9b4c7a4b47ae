import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { IdentitySigner } from '@guildhall/service-identity';
import { createIdentityVerifier } from '@guildhall/service-identity';
import { startTestGateway, type TestGateway } from './test-gateway.js';
import { executorOf, peopleSchema, placesSchema } from './test-graph.js';
import { createTestSigner, serve, serveSubgraph, type TestSubgraphServer } from './test-subgraph-server.js';

let signer: IdentitySigner;
let publicKey: string;
let people: TestSubgraphServer;
let places: TestSubgraphServer;
let gateway: TestGateway;

beforeAll(async () => {
  ({ signer, publicKey } = await createTestSigner());
  people = await serveSubgraph('people', peopleSchema, publicKey);
  places = await serveSubgraph('places', placesSchema, publicKey);
  gateway = await startTestGateway({
    signer,
    subgraphs: { people: { kind: 'http', url: people.url }, places: { kind: 'http', url: places.url } },
  });
});
afterAll(async () => {
  await gateway.stop();
  await Promise.all([people.stop(), places.stop()]);
});

const unusedUrl = 'http://127.0.0.1:9/graphql';
const local = { kind: 'local', executor: executorOf(peopleSchema) } as const;

/** A deadline is given where it is waited for; anywhere else a busy machine must not reach it. */
async function withPlaces<T>(
  url: string,
  use: (gateway: TestGateway) => Promise<T>,
  subgraphDeadlineMs = 10_000,
): Promise<T> {
  const other = await startTestGateway({
    signer,
    traffic: { subgraphDeadlineMs },
    subgraphs: { people: local, places: { kind: 'http', url } },
  });
  try {
    return await use(other);
  } finally {
    await other.stop();
  }
}

describe('services over HTTP', () => {
  test('one operation crosses both services', async () => {
    const answer = await gateway.ask('{ people { name home } }');
    expect(answer.body).toEqual({
      data: {
        people: [
          { name: 'Ada', home: 'Home 1' },
          { name: 'Omar', home: 'Home 2' },
        ],
      },
    });
  });

  test('every request carries an identity that holds for this service and this body only', async () => {
    const token = await gateway.issuer.token();
    await gateway.ask('{ me { name home } whoami }', { headers: { authorization: `Bearer ${token}` } });
    const call = people.seen.at(-1);
    expect([...people.seen, ...places.seen].every(({ verdict }) => verdict === 'ok')).toBe(true);
    const fresh = (audience: string) =>
      createIdentityVerifier({ audience, trusted: { gateway: publicKey }, clock: () => new Date() });
    expect(await (await fresh('people')).verify(call?.identity, call?.body ?? '')).toMatchObject({
      ok: true,
      caller: { kind: 'person', subject: 'ada' },
    });
    expect(await (await fresh('places')).verify(call?.identity, call?.body ?? '')).toEqual({
      ok: false,
      reason: 'WRONG_AUDIENCE',
    });
    expect(await (await fresh('people')).verify(call?.identity, `${call?.body} `)).toEqual({
      ok: false,
      reason: 'WRONG_BODY',
    });
  });

  test('the access token itself never reaches a service', async () => {
    const token = await gateway.issuer.token();
    await gateway.ask('{ whoami }', { headers: { authorization: `Bearer ${token}` } });
    expect(JSON.stringify(people.seen)).not.toContain(token);
  });

  test('connections are kept alive between requests', async () => {
    await gateway.ask('{ town }');
    const before = places.connections();
    for (let round = 0; round < 5; round += 1) await gateway.ask('{ town }');
    expect(places.connections()).toBe(before);
  });

  test('a service over HTTP without a signer is refused at start', async () => {
    await expect(
      startTestGateway({ subgraphs: { people: local, places: { kind: 'http', url: unusedUrl } } }),
    ).rejects.toThrow('needs a signer');
  });

  test('a service of the supergraph without a route is refused at start', async () => {
    await expect(startTestGateway({ subgraphs: { people: local } })).rejects.toThrow();
  });
});

describe('a service that gives no answer', () => {
  test('leaves the rest of the answer, and its own fields null with their paths', async () => {
    await withPlaces(unusedUrl, async (other) => {
      const answer = await other.ask('{ people { name home } town }');
      expect(answer.status).toBe(200);
      expect(answer.body.data).toEqual({
        people: [
          { name: 'Ada', home: null },
          { name: 'Omar', home: null },
        ],
        town: null,
      });
      expect(answer.body.errors?.map(({ path }) => path)).toEqual(
        expect.arrayContaining([['people', 0, 'home'], ['people', 1, 'home'], ['town']]),
      );
      for (const { extensions } of answer.body.errors ?? [])
        expect(extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', service: 'places' });
      expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|:9\b/);
    });
  });

  test('is cut off at the deadline when it hangs, and the client is told', async () => {
    const hanging = await serve(() => undefined);
    await withPlaces(
      hanging.url,
      async (other) => {
        const answer = await other.ask('{ me { name } town }');
        expect(answer.body.data).toEqual({ me: { name: 'Ada' }, town: null });
        expect(answer.body.errors).toEqual([
          expect.objectContaining({
            path: ['town'],
            extensions: expect.objectContaining({ code: 'DEADLINE_EXCEEDED', service: 'places' }),
          }),
        ]);
      },
      400,
    );
    await hanging.stop();
  });

  test('is cut off as well when it stalls in the middle of its answer', async () => {
    const stalling = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":'),
    );
    await withPlaces(
      stalling.url,
      async (other) => {
        expect((await other.ask('{ town }')).body.errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
      },
      400,
    );
    await stalling.stop();
  });

  test('is told to stop when it runs in this process', async () => {
    const told = Promise.withResolvers<boolean>();
    const deaf = {
      execute: ({ signal }: { signal?: AbortSignal }) =>
        new Promise<never>(() => signal?.addEventListener('abort', () => told.resolve(true))),
    };
    const other = await startTestGateway({
      traffic: { subgraphDeadlineMs: 100 },
      subgraphs: { people: local, places: { kind: 'local', executor: deaf } },
    });
    expect((await other.ask('{ town }')).body.errors?.[0]?.extensions['code']).toBe('DEADLINE_EXCEEDED');
    expect(await told.promise).toBe(true);
    await other.stop();
  });

  const misbehaviours: [string, number, string][] = [
    ['a fault page with a stack', 500, '<h1>Error</h1> at /srv/places/secret.ts:12 http://10.1.2.3'],
    [
      'a refusal of the signature',
      401,
      '{"errors":[{"message":"bad identity from 10.1.2.3 secret","extensions":{"code":"UNAUTHENTICATED"}}]}',
    ],
    ['text that is not JSON', 200, 'secret 10.1.2.3'],
    ['JSON that is not a GraphQL answer', 200, '["secret 10.1.2.3"]'],
    ['a redirect', 302, 'secret 10.1.2.3'],
  ];
  test.each(misbehaviours)('shows nothing of %s', async (_name, status, body) => {
    const odd = await serve((_request, response) =>
      response.writeHead(status, { location: 'http://10.1.2.3/', connection: 'close' }).end(body),
    );
    await withPlaces(odd.url, async (other) => {
      const answer = await other.ask('{ me { name } town }');
      expect(answer.body.data).toEqual({ me: { name: 'Ada' }, town: null });
      expect(answer.body.errors?.[0]?.extensions['code']).toBe('SUBGRAPH_UNAVAILABLE');
      expect(answer.text).not.toMatch(/secret|10\.1\.2\.3/);
    });
    await odd.stop();
  });
});
