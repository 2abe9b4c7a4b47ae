import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

const adasReferral = '03a260e2-5bba-4a39-b462-c2cfdc64652c';

type Answer = ReturnType<typeof JSON.parse>;
type Received = { readonly headers: IncomingHttpHeaders; readonly body: string };

let platform: TestPlatform;
let server: Server;
let address = '';
const received: Received[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  platform = await startTestPlatform([], { GUILDHALL_WEBHOOK_ALLOWED_HOSTS: address });
}, 240_000);
afterAll(async () => {
  await platform?.stop();
  server.closeAllConnections();
  server.close();
});

async function mutate(who: string, name: string, input: object, select: string): Promise<Answer> {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Success { ${select} } ... on UserError { message } } }`;
  const { data, errors } = await platform.post(who, query, { input });
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data?.[name];
}

/** What the identity provider answers a program that asks for scopes. */
async function ask(clientId: string, secret: string, scope: string): Promise<Answer> {
  const response = await fetch(`http://127.0.0.1:${platform.settings.ports.identity}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${clientId}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  return response.json();
}

async function askGraph(token: string, query: string): Promise<Answer> {
  const response = await fetch(platform.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

const referral = `{ referral(id: "${adasReferral}") { fields { name } viewerActions } }`;

describe('a program that a lead registers', () => {
  it('signs in with its secret, reads what it may under its own name, and opens nothing once it is revoked', async () => {
    const me = (await platform.post('dirk', '{ viewer { department { id } } }')).data?.['viewer'] as Answer;
    const { client, secret } = await mutate(
      'dirk',
      'registerApiClient',
      { departmentId: me.department.id, name: 'Ticket desk', scopes: ['REFERRALS_READ'] },
      'client { id clientId } secret',
    );
    expect(await ask(client.clientId, 'a guess', 'referrals:read')).toMatchObject({ error: 'invalid_client' });
    expect(await ask(client.clientId, secret, 'referrals:answer')).toMatchObject({ error: 'invalid_scope' });
    const { access_token: token, scope } = await ask(client.clientId, secret, 'referrals:read');
    expect(scope).toBe('referrals:read');
    const seen = (await askGraph(token, referral)).data.referral;
    expect(seen).toMatchObject({ viewerActions: [] });
    expect(seen.fields).toHaveLength(4);

    const box = `{ referral(id: "${adasReferral}") { openings(first: 1) { edges { node { reader { kind name } } } } } }`;
    const opened = (await platform.post('ada', box)).data?.['referral'] as Answer;
    expect(opened.openings.edges[0].node.reader).toEqual({ kind: 'PROGRAM', name: 'Ticket desk' });

    await mutate('dirk', 'revokeApiClient', { apiClientId: client.id }, 'client { revokedAt }');
    expect((await askGraph(token, referral)).data.referral).toBeNull();
    expect(await ask(client.clientId, secret, 'referrals:read')).toMatchObject({ error: 'invalid_client' });
  });
});

describe('a webhook', () => {
  it('is told over the network that a student took the consent back, and not a word more', async () => {
    const me = (await platform.post('dirk', '{ viewer { department { id } } }')).data?.['viewer'] as Answer;
    const input = { departmentId: me.department.id, url: `http://${address}/hook` };
    const made = await mutate('dirk', 'createWebhook', input, 'secret');
    expect(made.secret).toMatch(/^whsec_/);
    await mutate('ada', 'withdrawReferralConsent', { referralId: adasReferral }, 'referral { status }');
    await waitFor('the message', () => Promise.resolve(received.length > 0));
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(JSON.parse(body)).toEqual({
      type: 'referral.consent_withdrawn',
      timestamp: expect.any(String),
      data: { referralId: adasReferral },
    });
    expect(headers['webhook-signature']).toMatch(/^v1,/);
  });
});
