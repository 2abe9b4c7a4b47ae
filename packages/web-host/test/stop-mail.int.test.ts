import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppUnderTest } from './running-app.js';
import { startAppUnderTest } from './running-app.js';

type Sent = { readonly query: string; readonly variables: { readonly input: { readonly token: string } } };

let app: AppUnderTest;
let graph: Server;
const sent: Sent[] = [];

beforeAll(async () => {
  app = await startAppUnderTest();
  // A gateway as far as this host can tell: it knows one token.
  graph = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(parts).toString('utf8')) as Sent;
      sent.push(body);
      const __typename = body.variables.input.token === 'right' ? 'StopNotificationMailSuccess' : 'NotFoundError';
      response.end(JSON.stringify({ data: { stopNotificationMail: { __typename } } }));
    });
  });
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
  const { port } = graph.address() as AddressInfo;
  await app.restartHost({ gatewayUrl: `http://127.0.0.1:${port}/graphql`, stopsMail: true });
});
afterAll(async () => {
  await app.stop();
  graph.close();
});

const click = (token: string) =>
  fetch(`${app.origin}/stop-mail?t=${token}`, { method: 'POST', body: 'List-Unsubscribe=One-Click' });

describe('the one click of a mail program', () => {
  it('stops the mail without a page, a cookie or a sign-in', async () => {
    const answer = await click('right');
    expect([answer.status, await answer.json()]).toEqual([200, { stopped: true }]);
    expect(sent.at(-1)?.variables).toEqual({ input: { token: 'right' } });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('is told that nothing is there for any other token', async () => {
    expect((await click('wrong')).status).toBe(404);
    expect((await click('')).status).toBe(404);
  });

  it('shows a person who follows the link the page that asks once more', async () => {
    const before = sent.length;
    expect((await fetch(`${app.origin}/stop-mail?t=right`)).headers.get('content-type')).toContain('text/html');
    expect(sent).toHaveLength(before);
  });

  it('sends an operation that the gateway trusts', () => {
    const list = readFileSync(join(import.meta.dirname, '../../../gateway/trusted-operations.json'), 'utf8');
    const trusted = (JSON.parse(list) as { operations: { body: string }[] }).operations.map(({ body }) =>
      body.replaceAll(/\s+/g, ' '),
    );
    expect(trusted).toContain(sent[0]?.query);
  });

  it('is refused by apps that send no mail, and fails in a way that can be tried again while the graph is away', async () => {
    await app.restartHost({ gatewayUrl: 'http://127.0.0.1:1/graphql', stopsMail: true });
    expect((await click('right')).status).toBe(503);
    await app.restartHost({ stopsMail: false });
    expect((await click('right')).status).toBe(405);
  });
});
