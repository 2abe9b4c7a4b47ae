import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startTestGateway, type TestGateway } from '../test-gateway.js';
import { guessableGraph, oneGuess, threeGuesses } from './guessable-graph.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({
    ...guessableGraph(),
    rates: { viewer: 1_000, client: 1_000, guess: 4 },
    trustedProxies: ['loopback'],
  });
});
afterAll(() => gateway.stop());

const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });

describe('guesses from one address', () => {
  test('are counted by alias and through fragments, and refused beyond what the minute has', async () => {
    const here = from('198.51.100.1');
    expect((await gateway.ask(threeGuesses, here)).status).toBe(200);
    expect((await gateway.ask(oneGuess, here)).status).toBe(200);
    const refused = await gateway.ask(oneGuess, here);
    expect(refused.status).toBe(429);
    expect(refused.body.data ?? null).toBeNull();
    expect(refused.body.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('take nothing from other addresses, nor from what is no guess', async () => {
    const here = from('198.51.100.2');
    await gateway.ask(threeGuesses, here);
    expect((await gateway.ask(threeGuesses, here)).status).toBe(429);
    expect((await gateway.ask('{ open }', here)).status).toBe(200);
    expect((await gateway.ask('mutation { move }', here)).status).toBe(200);
    expect((await gateway.ask(oneGuess, from('198.51.100.3'))).status).toBe(200);
  });

  test('are counted by address for people who are signed in, too', async () => {
    const here = from('198.51.100.4');
    for (const subject of ['ada', 'bea', 'cyn', 'dee', 'eve']) {
      const authorization = `Bearer ${await gateway.issuer.token({ claims: { sub: subject } })}`;
      const answer = await gateway.ask(oneGuess, { headers: { ...here.headers, authorization } });
      expect({ subject, status: answer.status }).toEqual({ subject, status: subject === 'eve' ? 429 : 200 });
    }
  });
});
