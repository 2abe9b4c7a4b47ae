import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppUnderTest } from './running-app.js';
import { startAppUnderTest } from './running-app.js';

type Sent = { readonly query: string; readonly variables: { readonly path: string } };

const body = '{"type":["VerifiableCredential","BitstringStatusListCredential"]}';
let app: AppUnderTest;
let graph: Server;
const sent: Sent[] = [];

beforeAll(async () => {
  app = await startAppUnderTest();
  // A gateway as far as this host can tell: it knows the first lists alone.
  graph = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const received = JSON.parse(Buffer.concat(parts).toString('utf8')) as Sent;
      sent.push(received);
      const isKnown = received.variables.path.endsWith('/1');
      response.end(
        JSON.stringify({ data: { credentialFile: isKnown ? { body, mediaType: 'application/vc' } : null } }),
      );
    });
  });
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
  const { port } = graph.address() as AddressInfo;
  await app.restartHost({ gatewayUrl: `http://127.0.0.1:${port}/graphql`, servesCredentials: true });
});
afterAll(async () => {
  await app.stop();
  graph.close();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${app.origin}/credential-files/${path}`, init);

describe('whoever verifies a credential', () => {
  it('reads a status list from anywhere, without a sign-in', async () => {
    const answer = await ask('lists/revocation/1', { headers: { origin: 'https://verifier.example' } });
    expect([answer.status, await answer.text()]).toEqual([200, body]);
    expect(answer.headers.get('content-type')).toBe('application/vc');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(sent.at(-1)?.variables).toEqual({ path: 'lists/revocation/1' });
  });

  it.each(['lists/revocation/2', 'lists/other/1', 'lists/revocation/01', 'drafts/1', 'achievements/..', ''])(
    'finds nothing at %j',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  it('cannot write, and is asked to come again while the graph is silent', async () => {
    expect((await ask('issuer', { method: 'POST' })).status).toBe(405);
    await app.restartHost({ gatewayUrl: 'http://127.0.0.1:1/graphql', servesCredentials: true });
    const answer = await ask('issuer');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '300']);
    await app.restartHost({ servesCredentials: false });
    expect((await ask('lists/revocation/1')).headers.get('content-type')).not.toBe('application/vc');
  });

  it('is served by an operation that the gateway trusts', () => {
    const file = join(import.meta.dirname, '../../../gateway/trusted-operations.json');
    const { operations } = JSON.parse(readFileSync(file, 'utf8')) as { operations: { name: string; body: string }[] };
    const kept = operations.find(({ name }) => name === 'CredentialFile')?.body;
    expect(kept?.replaceAll(/\s+/g, ' ')).toBe(sent[0]?.query);
  });
});
