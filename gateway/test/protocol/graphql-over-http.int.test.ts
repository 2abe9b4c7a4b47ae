import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestGateway, type TestGateway } from '../test-gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway({ environment: 'development' });
});
afterAll(() => gateway.stop());

/** The guard against cross-site requests stays on; a client that may preflight says so in a header, as the audits cannot know. */
const audits = serverAudits({
  url: () => gateway.url,
  fetchFn: (url: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('apollo-require-preflight', 'true');
    return fetch(url, { ...init, headers });
  },
});

describe('GraphQL over HTTP', () => {
  it.each(audits.map(({ id, name, fn }) => ({ id, name, fn })))('$name ($id)', async ({ fn }) => {
    const { status, ...result } = await fn();
    expect({ status, reason: 'reason' in result ? result.reason : undefined }).toEqual({ status: 'ok' });
  });

  it('is audited in all its parts', () => {
    expect(audits.length).toBeGreaterThan(60);
  });

  it('is not open to a simple cross-site request', async () => {
    const answer = await fetch(`${gateway.url}?query=${encodeURIComponent('{ __typename }')}`);
    expect(answer.status).toBe(400);
  });
});
