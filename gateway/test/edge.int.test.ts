import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { faultMessage } from '../src/format-error.js';
import { readAnswer, startTestGateway, type TestGateway } from './test-gateway.js';

let gateway: TestGateway;
let development: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  development = await startTestGateway({ environment: 'development' });
});
afterAll(() => Promise.all([gateway.stop(), development.stop()]));

describe('errors', () => {
  test('a fault of a service loses its message and keeps code, service, path and request id', async () => {
    const answer = await gateway.ask('{ broken town }', { headers: { 'x-request-id': 'fault-0001' } });
    expect(answer.body).toEqual({
      data: { broken: null, town: 'Oxford' },
      errors: [
        {
          message: faultMessage,
          path: ['broken'],
          extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'fault-0001', service: 'people' },
        },
      ],
    });
    expect(answer.text).not.toMatch(/hunter2|10\.0\.0\.7/);
  });

  test('a code that is not in the catalogue is a fault', async () => {
    const answer = await gateway.ask('{ strange }');
    expect(answer.body.errors?.[0]).toMatchObject({
      message: faultMessage,
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    });
    expect(answer.text).not.toMatch(/SALARY|salaries/);
  });

  test('a refusal of a service keeps its message, and nothing else that came with it', async () => {
    const answer = await gateway.ask('{ refused }');
    expect(answer.body.errors?.[0]).toMatchObject({
      message: 'The page size is at most 100.',
      extensions: { code: 'BAD_USER_INPUT', service: 'people' },
    });
    expect(Object.keys(answer.body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'requestId', 'service']);
  });

  test('a fault is in the log under its request id, without the message that may quote people', async () => {
    await gateway.ask('{ broken }', { headers: { 'x-request-id': 'fault-0002' } });
    const line = gateway.logLines.find((text) => text.includes('fault-0002') && text.includes('fault"'));
    expect(line).toBeDefined();
    expect(gateway.logLines.join('')).not.toContain('hunter2');
  });
});

describe('request ids', () => {
  test('a well-formed id is kept, reaches the service, and comes back', async () => {
    const answer = await gateway.ask('{ whoami }', { headers: { 'x-request-id': 'abc-12345' } });
    expect(answer.headers.get('x-request-id')).toBe('abc-12345');
    expect(JSON.parse(String(answer.body.data?.['whoami'])).requestId).toBe('abc-12345');
  });

  test.each(['short', 'x'.repeat(65), 'with space 1', 'quote"12345', '{"a":1}.....'])(
    'an id like %s is replaced',
    async (given) => {
      const answer = await gateway.ask('{ town }', { headers: { 'x-request-id': given } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('the log', () => {
  test('has one line per request, with the operation name and nothing personal', async () => {
    const token = await gateway.issuer.token({ claims: { sub: 'ada-subject' } });
    await gateway.ask('query Greeting($text: String!) { echo(text: $text) }', {
      variables: { text: 'private words' },
      headers: { authorization: `Bearer ${token}`, 'x-request-id': 'log-line-1' },
    });
    const lines = gateway.logLines.filter((line) => line.includes('log-line-1')).map((line) => JSON.parse(line));
    expect(lines).toEqual([
      expect.objectContaining({
        requestId: 'log-line-1',
        operation: 'Greeting',
        status: 200,
        codes: [],
        durationMs: expect.any(Number),
      }),
    ]);
    expect(gateway.logLines.join('')).not.toMatch(/private words|ada-subject|127\.0\.0\.1:\d+"?,"remote|eyJ/);
  });

  test('does not repeat an operation name that is not in the document', async () => {
    const response = await readAnswer(
      await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: 'query A { town }', operationName: 'ada@example.org' }),
      }),
    );
    expect([response.status, response.body.errors?.[0]?.extensions['code']]).toEqual([400, 'BAD_USER_INPUT']);
    expect(gateway.logLines.join('')).not.toContain('ada@example.org');
  });
});

describe('browsers', () => {
  const preflight = (origin: string) =>
    fetch(gateway.url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type',
      },
    });

  test('a page of a listed origin may ask', async () => {
    const response = await preflight('https://portal.test');
    expect(response.status).toBe(204);
    expect(response.headers.get('access-control-allow-origin')).toBe('https://portal.test');
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await gateway.ask('{ town }', { headers: { origin: 'https://portal.test' } });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://portal.test');
  });

  test.each(['https://evil.test', 'https://portal.test.evil.test', 'http://portal.test', 'null'])(
    'a page of %s may not',
    async (origin) => {
      const response = await preflight(origin);
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
      expect(
        (await gateway.ask('{ town }', { headers: { origin } })).headers.get('access-control-allow-origin'),
      ).toBeNull();
    },
  );

  test('a request any page could send without a preflight is refused', async () => {
    const response = await readAnswer(await fetch(`${gateway.url}?query=%7Btown%7D`));
    expect([response.status, response.body.errors?.[0]?.extensions['code']]).toEqual([400, 'FORBIDDEN']);
    const asked = await fetch(`${gateway.url}?query=%7Btown%7D`, { headers: { 'apollo-require-preflight': 'true' } });
    expect([asked.status, await asked.json()]).toEqual([200, { data: { town: 'Oxford' } }]);
  });

  test('every answer carries the security headers', async () => {
    for (const response of [
      await fetch(gateway.url),
      await fetch(new URL('/healthz', gateway.url)),
      await fetch(new URL('/nowhere', gateway.url)),
    ]) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('what differs in production', () => {
  const html = { accept: 'text/html,application/xhtml+xml' };

  test('introspection is off, and hints do not name fields', async () => {
    expect((await gateway.ask('{ __schema { queryType { name } } }')).body.errors?.[0]?.extensions['code']).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect((await gateway.ask('{ tow }')).text).not.toContain('Did you mean');
    expect((await development.ask('{ __schema { queryType { name } } }')).body.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
    });
  });

  test('the explorer is served in development only, with a policy that allows no foreign script', async () => {
    expect((await fetch(gateway.url, { headers: html })).headers.get('content-type')).toContain('json');
    expect((await fetch(new URL('/explorer/assets/', gateway.url))).status).toBe(404);
    const page = await fetch(development.url, { headers: html });
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';");
    const text = await page.text();
    expect(text).not.toMatch(/https?:\/\//);
    const script = /src="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await fetch(new URL(script, development.url))).headers.get('content-type')).toContain('javascript');
  });
});

describe('persisted queries', () => {
  const sha256Hash = '8b4ab8b8ddf52d7c7ea8ddcf29f87f42bd2b2bb0dd6ff9ed4cc4bd1a0ba51be3';

  test('an unknown hash is named so that the client sends the operation', async () => {
    const response = await readAnswer(
      await fetch(gateway.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } }),
      }),
    );
    expect(response.body.errors?.[0]?.extensions['code']).toBe('PERSISTED_QUERY_NOT_FOUND');
  });
});
