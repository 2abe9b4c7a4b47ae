import { afterEach, describe, expect, test } from '@jest/globals';
import { createIdentityVerifier, identityHeader } from '@guildhall/service-identity';
import type { TrafficSettings } from '../../src/traffic/traffic-settings.js';
import { createTestSigner } from '../test-subgraph-server.js';
import { answerTown, guardService, quickSettings, type Behaviour, type GuardedService } from './guarded-service.js';

let service: GuardedService;
afterEach(() => service.stop());

async function start(behave: Behaviour, settings?: Partial<TrafficSettings>): Promise<void> {
  service = await guardService(behave, settings);
}

const town = { data: { town: 'Oxford' } };
const unavailable = { name: 'SubgraphFailure', kind: 'SUBGRAPH_UNAVAILABLE', service: 'places' };
const tooLate = { name: 'SubgraphFailure', kind: 'DEADLINE_EXCEEDED', service: 'places' };

describe('a service that does not answer as it should', () => {
  const bodies: [string, string][] = [
    ['text that is not JSON', 'secret'],
    ['half an answer', '{"data":{"town":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['an object that is no answer', '{"town":"Oxford"}'],
    ['data that is a list', '{"data":[]}'],
    ['no data and no errors', '{"data":null}'],
    ['errors that are no list', '{"data":{},"errors":{"message":"a"}}'],
    ['an error without a message', '{"data":{},"errors":[{}]}'],
    ['an error whose path is no path', '{"data":{},"errors":[{"message":"a","path":"town"}]}'],
    ['an error whose path holds an object', '{"data":{},"errors":[{"message":"a","path":[{}]}]}'],
    ['an error whose extensions are a text', '{"data":{},"errors":[{"message":"a","extensions":"b"}]}'],
  ];
  test.each(bodies)('is unavailable when it sends %s, and is not asked again', async (_name, body) => {
    await start(({ response }) => response.end(body));
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });

  test('is unavailable when it sends what is not HTTP', async () => {
    await start(({ response }) => response.socket?.end('SSH-2.0-OpenSSH\r\n\r\n'));
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });

  test.each([301, 302, 307, 308])('is unavailable when it redirects with %d, and is not followed', async (status) => {
    let other = 0;
    await start(({ request, response }) => {
      if (request.url === '/other') other += 1;
      response.writeHead(status, { location: '/other' }).end();
    });
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect([service.calls(), other]).toEqual([1, 0]);
  });

  test.each([400, 401, 404, 418, 500, 502, 503, 504])('is not asked again after status %d', async (status) => {
    await start(({ response }) => response.writeHead(status).end('{"data":{"town":"secret"}}'));
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });

  test.each([
    ['announced', { 'content-length': '5000' }],
    ['not announced', {}],
  ])('is cut off when its answer is larger than allowed and its length is %s', async (_name, headers) => {
    const closed = Promise.withResolvers<void>();
    await start(
      ({ response }) => {
        response.on('close', () => closed.resolve());
        response.writeHead(200, headers).write('x'.repeat(4_000));
      },
      { answerBytesMax: 2_000 },
    );
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    await closed.promise;
    expect(service.calls()).toBe(1);
  });

  test('is given up at its deadline when it hangs, and sees its connection close', async () => {
    const closed = Promise.withResolvers<void>();
    await start(({ response }) => response.on('close', () => closed.resolve()), { subgraphDeadlineMs: 4_000 });
    await expect(service.ask()).rejects.toMatchObject(tooLate);
    await closed.promise;
  });

  test('is given up at its deadline when it sends byte by byte without end', async () => {
    await start(
      ({ response }) => {
        response.writeHead(200).write('{"data":{"town":"');
        const timer = setInterval(() => response.write('x'), 5);
        response.on('close', () => clearInterval(timer));
      },
      { subgraphDeadlineMs: 200 },
    );
    await expect(service.ask()).rejects.toMatchObject(tooLate);
  });

  test('is heard when it sends byte by byte and comes to an end', async () => {
    await start(async ({ response }) => {
      for (const byte of Buffer.from(JSON.stringify({ data: { town: 'Café 🏰' } }))) {
        response.write(Buffer.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    });
    expect(await service.ask()).toEqual({ data: { town: 'Café 🏰' } });
  });

  test('may answer with errors alone', async () => {
    const errors = [{ message: 'a', path: ['town', 0], extensions: { code: 'FORBIDDEN' } }];
    await start(({ response }) => response.end(JSON.stringify({ errors })));
    expect(await service.ask()).toEqual({ data: null, errors });
  });
});

describe('a query whose connection breaks', () => {
  const reset: Behaviour = ({ response }) => response.socket?.resetAndDestroy();

  test('is sent again, and a mutation is not', async () => {
    await start((exchange) => (exchange.call === 1 ? reset(exchange) : answerTown(exchange.response)));
    expect(await service.ask()).toEqual(town);
    expect(service.calls()).toBe(2);
    await service.stop();
    await start(reset);
    await expect(service.ask({ kind: 'mutation', query: 'mutation { move }' })).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });

  test('is sent three times at the most', async () => {
    await start(reset);
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(3);
  });

  test('is sent again when the answer broke off in the middle', async () => {
    await start(({ response, call }) => {
      if (call > 1) return answerTown(response);
      response.writeHead(200, { 'content-length': '100' }).write('{"data":', () => response.socket?.destroy());
    });
    expect(await service.ask()).toEqual(town);
  });

  test('carries a new identity each time, because a service takes each once', async () => {
    const { signer, publicKey } = await createTestSigner();
    const verifier = await createIdentityVerifier({
      audience: 'places',
      trusted: { gateway: publicKey },
      clock: () => new Date(),
    });
    const verdicts: boolean[] = [];
    service = await guardService(
      async ({ request, response, call }) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk);
        const identity = request.headers[identityHeader];
        const { ok } = await verifier.verify(
          typeof identity === 'string' ? identity : '',
          Buffer.concat(chunks).toString(),
        );
        verdicts.push(ok);
        if (call < 3) response.socket?.destroy();
        else answerTown(response);
      },
      {},
      signer,
    );
    expect(await service.ask({ variables: { first: 20 }, operationName: undefined })).toEqual(town);
    expect(verdicts).toEqual([true, true, true]);
  });

  test('is retried only as far as the budget of all queries goes', async () => {
    await start(reset, { retry: { ...quickSettings.retry, budgetShare: 0.5, budgetPerSecond: 1e-9 } });
    // Every second query earns a retry.
    for (let call = 0; call < 6; call += 1) await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(9);
  });
});

describe('a service that is busy for a while', () => {
  const busy =
    (retryAfter: string): Behaviour =>
    ({ response, call }) =>
      call === 1 ? response.writeHead(503, { 'retry-after': retryAfter }).end() : answerTown(response);

  test('is asked again after the time it names', async () => {
    await start(busy('0'));
    expect(await service.ask()).toEqual(town);
    expect(service.calls()).toBe(2);
  });

  test('may name the time as a date', async () => {
    await start(busy(new Date(0).toUTCString()));
    expect(await service.ask()).toEqual(town);
  });

  test.each(['3600', 'soon', '-1', new Date(Date.now() + 3_600_000).toUTCString()])(
    'is not waited for when it says %s',
    async (retryAfter) => {
      await start(busy(retryAfter));
      await expect(service.ask()).rejects.toMatchObject(unavailable);
      expect(service.calls()).toBe(1);
    },
  );

  test('is not waited for beyond the deadline', async () => {
    await start(busy('6'), {
      subgraphDeadlineMs: 5_000,
      retry: { ...quickSettings.retry, retryAfterMaxMs: 10_000 },
    });
    await expect(service.ask()).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });

  test('is not asked again for a mutation', async () => {
    await start(busy('0'));
    await expect(service.ask({ kind: 'mutation', query: 'mutation { move }' })).rejects.toMatchObject(unavailable);
    expect(service.calls()).toBe(1);
  });
});
