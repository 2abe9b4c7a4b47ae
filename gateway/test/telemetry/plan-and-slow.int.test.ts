import { afterEach, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import type { Answer, TestGateway } from '../test-gateway.js';
import { startTestGateway } from '../test-gateway.js';

let gateway: TestGateway;
afterEach(() => gateway.stop());

const query = 'query Home($mark: String!) { people { id home } echo(text: $mark) }';
const variables = { mark: 'Zebedee 07700900123' };
const asking = { 'x-guildhall-plan': 'true' };

async function ask(scope: string | undefined, headers: Record<string, string> = asking): Promise<Answer> {
  const token = scope === undefined ? undefined : await gateway.issuer.token({ claims: { scope } });
  const all = token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` };
  return gateway.ask(query, { headers: all, variables });
}

const shown = {
  requestId: expect.any(String),
  planMs: expect.any(Number),
  totalMs: expect.any(Number),
  calls: expect.anything(),
};

describe('plan and timings', () => {
  it('are in the answer for whoever asks in development, by header or by extension', async () => {
    gateway = await startTestGateway({ environment: 'development' });
    const { extensions, data } = (await ask(undefined)).body;
    expect(data).toMatchObject({ echo: variables.mark });
    expect(extensions).toMatchObject({ timings: shown });
    const text = JSON.stringify(extensions);
    expect(text).toContain('"service":"people"');
    expect(text).toContain('"service":"places"');
    expect(text).toContain('"at":["people.@"]');
    expect(text).not.toContain('Zebedee');
    const body = JSON.stringify({ query: '{ town }', extensions: { plan: true } });
    const headers = { 'content-type': 'application/json' };
    const answer = await (await fetch(gateway.url, { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({
      extensions: { plan: { kind: 'fetch', service: 'places', operation: expect.stringContaining('town'), at: [] } },
    });
    expect((await ask(undefined, {})).body.extensions).toBeUndefined();
  });

  it('are in production for a token with the scope of operators, and for nobody else, who cannot tell that there are any', async () => {
    gateway = await startTestGateway({ environment: 'production' });
    expect((await ask('graph ops')).body.extensions).toMatchObject({ timings: shown });
    for (const scope of ['graph', 'graph ops:read', undefined]) {
      const [asked, plain] = [await ask(scope), await ask(scope, {})];
      expect(asked.text).toBe(plain.text);
      const names = (answer: Answer) => [...answer.headers.keys()].sort();
      expect(names(asked)).toEqual(names(plain));
    }
  });

  it('of an answer that the gateway gives by itself have no plan', async () => {
    gateway = await startTestGateway({ environment: 'development' });
    const { extensions } = (await gateway.ask('{ __typename }', { headers: asking })).body;
    expect(extensions).toMatchObject({ plan: null, timings: { calls: [] } });
  });

  it('keep the cost that was asked for beside them', async () => {
    gateway = await startTestGateway({ environment: 'development', limits: {} });
    const { extensions } = (await ask(undefined, { ...asking, 'x-guildhall-cost': 'true' })).body;
    expect(extensions).toMatchObject({ cost: { estimated: expect.any(Number) }, timings: shown });
  });
});

describe('a slow operation', () => {
  const linesOf = () => gateway.logLines.map((line) => JSON.parse(line));
  const slowLines = () => linesOf().filter(({ msg }) => msg === 'a slow operation');

  it('is one line with its name and where the time went, and without what was asked', async () => {
    gateway = await startTestGateway({ telemetry: { slowOperationMs: 0 } });
    const { headers } = await ask('graph');
    await waitFor('the line is there', async () => slowLines().length > 0);
    const [line] = slowLines();
    expect(line).toMatchObject({
      level: 40,
      requestId: headers.get('x-request-id'),
      operation: 'Home',
      durationMs: expect.any(Number),
      planMs: expect.any(Number),
      services: {
        people: { calls: 1, totalMs: expect.any(Number), longestMs: expect.any(Number) },
        places: { calls: 1, totalMs: expect.any(Number), longestMs: expect.any(Number) },
      },
    });
    expect(gateway.logLines.join('')).not.toContain('Zebedee');
  });

  it('is what takes as long as is said and no less', async () => {
    gateway = await startTestGateway({ telemetry: { slowOperationMs: 600_000 } });
    await ask('graph');
    await waitFor('the request is told', async () => linesOf().some(({ msg }) => msg === 'request'));
    expect(slowLines()).toEqual([]);
  });
});
