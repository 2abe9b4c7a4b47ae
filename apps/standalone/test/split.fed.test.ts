import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceNames, type ServiceName } from '@guildhall/events';
import { createIdentitySigner, generateKeyPairPem, identityHeader, type Caller } from '@guildhall/service-identity';
import { waitFor } from '@guildhall/testing';
import { welcomeQuery } from '../src/banner.js';
import { processesOf } from './launched-platform.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform(['--split']);
}, 120_000);
afterAll(() => platform.stop());

const operation = JSON.stringify({ query: '{ viewer { subject } }' });
const ada: Caller = {
  kind: 'person',
  subject: 'ada',
  clientId: 'portal',
  scopes: ['graph'],
  authenticatedAt: new Date().toISOString(),
};

type Call = { readonly path?: string; readonly body?: string; readonly identity?: string };

async function call(
  service: ServiceName,
  { path = '/graphql', body = operation, identity }: Call,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = {
    'content-type': 'application/json',
    ...(identity === undefined ? {} : { [identityHeader]: identity }),
  };
  const response = await fetch(`http://127.0.0.1:${platform.settings.ports[service]}${path}`, {
    method: 'POST',
    headers,
    body,
  });
  return { status: response.status, text: await response.text() };
}

/** An identity as the named issuer would sign it, with that issuer's key of this installation unless another is given. */
async function sign(
  issuer: string,
  audience: string,
  {
    body = operation,
    caller = ada,
    key,
  }: { readonly body?: string; readonly caller?: Caller; readonly key?: string } = {},
): Promise<string> {
  const privateKey = key ?? readFileSync(join(platform.settings.dataFolder, 'keys', `${issuer}.pem`), 'utf8');
  const signer = await createIdentitySigner({ issuer, privateKey, clock: () => new Date() });
  return signer.sign({ caller, audience, requestId: 'captured', body });
}

const refused = { status: 401, text: expect.stringContaining('UNAUTHENTICATED') };

describe('a stranger who calls a service directly', () => {
  it.each(serviceNames)(
    'gets 401 and nothing from %s: without identity, with a forged one, or with one signed by a service',
    async (service) => {
      const { privateKey } = await generateKeyPairPem();
      const other = serviceNames.find((name) => name !== service) ?? service;
      const forged = [
        undefined,
        '',
        'x.y.z',
        `Bearer ${await platform.token('ada')}`,
        await platform.token('ada'),
        await sign('gateway', service, { key: privateKey }),
        await sign(other, service),
        await sign(service, service),
      ];
      for (const path of ['/graphql', '/events'])
        for (const identity of forged) expect(await call(service, { path, identity })).toEqual(refused);
    },
  );

  it('cannot use a captured call: not again, not elsewhere, not with another body, not for events', async () => {
    const captured = await sign('gateway', 'membership');
    expect(await call('membership', { identity: captured })).toEqual({
      status: 200,
      text: expect.stringContaining('ada'),
    });
    expect(await call('membership', { identity: captured })).toEqual(refused);
    expect(await call('activities', { identity: await sign('gateway', 'membership') })).toEqual(refused);
    expect(
      await call('membership', {
        identity: await sign('gateway', 'membership'),
        body: operation.replace('subject', 'scopes'),
      }),
    ).toEqual(refused);
    expect(await call('membership', { identity: await sign('gateway', 'membership'), path: '/events' })).toEqual(
      refused,
    );
  });

  it('cannot replay a captured delivery of events, nor use it for an operation', async () => {
    const caller: Caller = { kind: 'service', service: 'membership' };
    const delivery = await sign('membership', 'activities', { body: '[]', caller });
    expect((await call('activities', { path: '/events', body: '[]', identity: delivery })).status).toBe(204);
    expect(await call('activities', { path: '/events', body: '[]', identity: delivery })).toEqual(refused);
    expect(
      await call('learning', {
        path: '/events',
        body: '[]',
        identity: await sign('membership', 'activities', { body: '[]', caller }),
      }),
    ).toEqual(refused);
    expect(await call('activities', { identity: await sign('membership', 'activities', { caller }) })).toEqual(refused);
  });
});

describe('a file for the library', () => {
  it('comes in through the door of the learning process', async () => {
    const { data } = await platform.post(
      'ada',
      `mutation { prepareResourceFile(input: { name: "a.txt", contentType: "text/plain", size: 5 }) {
         ... on PrepareResourceFileSuccess { uploadUrl } } }`,
    );
    const { uploadUrl = '' } = (data?.['prepareResourceFile'] ?? {}) as { uploadUrl?: string };
    expect(new URL(uploadUrl).port).toBe(String(platform.settings.ports.files));
    expect((await fetch(uploadUrl, { method: 'PUT', body: 'hello' })).status).toBe(201);
  });
});

describe('kill -9 of one service', () => {
  it('leaves the others answering with what is missing named by path and code, and the process comes back by itself', async () => {
    const victim = processesOf(platform.settings.dataFolder).find(({ command }) =>
      command.includes('services/learning/dist'),
    );
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    const { data, errors } = await platform.post('ada', welcomeQuery);
    expect(errors).toEqual([
      expect.objectContaining({
        path: ['viewer', 'member', 'enrolments'],
        extensions: expect.objectContaining({ code: 'SUBGRAPH_UNAVAILABLE', service: 'learning' }),
      }),
    ]);
    expect(data).toMatchObject({
      viewer: { subject: 'ada', member: { displayName: expect.any(String), enrolments: null } },
    });
    await waitFor(
      'learning is back',
      async () => (await platform.post('ada', welcomeQuery)).errors === undefined,
      30_000,
    );
  }, 60_000);
});
