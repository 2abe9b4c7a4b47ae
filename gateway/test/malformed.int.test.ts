import { topLevelCodes } from '@guildhall/kernel';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { malformedBodies, type Malformed } from './malformed-bodies.js';
import { malformedHttp } from './malformed-http.js';
import { malformedOperations } from './malformed-operations.js';
import { rawRequest, sendRaw, type RawAnswer } from './raw-http.js';
import { startTestGateway, type TestGateway } from './test-gateway.js';

let gateway: TestGateway;
let port: number;
beforeAll(async () => {
  gateway = await startTestGateway();
  port = Number(new URL(gateway.url).port);
});
afterAll(() => gateway.stop());

const codes: readonly string[] = topLevelCodes;
const leaks =
  /node_modules|\.js:\d|\.ts:\d|\n\s+at |stacktrace|FST_ERR|Apollo|ECONN|\/work\/|Maximum call stack|Cannot read prop/;

/** Every refusal is a GraphQL error of the catalogue and shows nothing of the inside. */
function expectClear(answer: RawAnswer, method?: string): void {
  expect(answer.head + answer.body).not.toMatch(leaks);
  expect(answer.head).toMatch(/^x-request-id: \S+/im);
  if (method === 'HEAD') return;
  const { errors }: { errors: { message: string; extensions: { code: string; requestId: string } }[] } = JSON.parse(
    answer.body,
  );
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions } of errors) {
    expect(message.length).toBeGreaterThan(10);
    expect(codes).toContain(extensions.code);
    expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
    expect(extensions.requestId).toBeTruthy();
  }
}

const all: readonly Malformed[] = [...malformedBodies, ...malformedOperations, ...malformedHttp];

describe('a malformed request is refused clearly', () => {
  test.each(all.map(([name, request, status, code]) => ({ name, request, status, code })))(
    '$name',
    async ({ request, status, code }) => {
      const answer = await sendRaw(port, request instanceof Uint8Array ? request : rawRequest(request));
      expect([status].flat()).toContain(answer.status);
      expectClear(answer, request instanceof Uint8Array ? undefined : request.method);
      if (code !== undefined) expect(JSON.parse(answer.body).errors[0].extensions.code).toBe(code);
    },
  );

  test('there are more than a hundred kinds, each with its own name', () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
    expect(all.length).toBeGreaterThan(100);
  });
});

describe('after all of them', () => {
  test('a good request is served as before', async () => {
    expect((await gateway.ask('{ town }')).body).toEqual({ data: { town: 'Oxford' } });
  });

  test('none of them was a fault', () => {
    expect(gateway.logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  test('a large document that is allowed is answered', async () => {
    const fields = Array.from({ length: 50 }, (_, index) => `field${index}: people { name friend { id name } }`);
    expect(Object.keys((await gateway.ask(`{ ${fields.join(' ')} }`)).body.data ?? {})).toHaveLength(50);
  });
});
