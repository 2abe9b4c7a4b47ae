import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createIdentitySigner,
  createIdentityVerifier,
  generateKeyPairPem,
  identityHeader,
  type Caller,
  type IdentitySigner,
} from '@guildhall/service-identity';
import { listen } from '@guildhall/subgraph';
import { personCaller, startTestService, type TestService } from '../start-test-service.js';
import { noteService } from './note-service.js';
import { statusEvent } from './spine-database.js';

type Reply = { readonly status: number; readonly text: string };

const body = JSON.stringify({ query: '{ viewer { subject } }' });
const ada = personCaller('ada');
const membershipCaller: Caller = { kind: 'service', service: 'membership' };

let test: TestService;
let door: { readonly port: number; stop(): Promise<void> };
let gateway: IdentitySigner;
let membership: IdentitySigner;
let stranger: IdentitySigner;

beforeAll(async () => {
  test = await startTestService(noteService({ name: 'learning' }));
  const clock = () => new Date();
  const [gatewayKey, membershipKey, strangerKey] = [
    await generateKeyPairPem(),
    await generateKeyPairPem(),
    await generateKeyPairPem(),
  ];
  gateway = await createIdentitySigner({ issuer: 'gateway', privateKey: gatewayKey.privateKey, clock });
  membership = await createIdentitySigner({ issuer: 'membership', privateKey: membershipKey.privateKey, clock });
  stranger = await createIdentitySigner({ issuer: 'gateway', privateKey: strangerKey.privateKey, clock });
  const verifier = await createIdentityVerifier({
    audience: 'learning',
    trusted: { gateway: gatewayKey.publicKey, membership: membershipKey.publicKey },
    clock,
  });
  door = await listen(test.service, { host: '127.0.0.1', port: 0, verifier });
});
afterAll(async () => {
  await door.stop();
  await test.stop();
});

function sign(signer: IdentitySigner, caller: Caller, signed = body, audience = 'learning'): Promise<string> {
  return signer.sign({ caller, audience, requestId: 'request-1', body: signed });
}

type Extras = { readonly method?: string; readonly type?: string };

function send(
  path: string,
  content: string,
  token?: string,
  { method = 'POST', type = 'application/json' }: Extras = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const identity = token === undefined ? {} : { [identityHeader]: token };
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: door.port,
        path,
        method,
        headers: { 'content-type': type, ...identity },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(content);
  });
}

const unauthenticated: Reply = {
  status: 401,
  text: JSON.stringify({
    errors: [{ message: 'This address answers the platform only.', extensions: { code: 'UNAUTHENTICATED' } }],
  }),
};
const unreadable = (status: number): Reply => ({
  status,
  text: JSON.stringify({
    errors: [{ message: 'The request could not be read.', extensions: { code: 'BAD_USER_INPUT' } }],
  }),
});

describe('the door for operations', () => {
  it('opens to the gateway, and answers for the person it vouches for', async () => {
    const reply = await send('/graphql', body, await sign(gateway, ada));
    expect(reply).toEqual({ status: 200, text: JSON.stringify({ data: { viewer: { subject: 'ada' } } }) });
  });

  it('stays shut, in the same words, without an identity or with a forged one', async () => {
    const good = await sign(gateway, ada);
    const [head = '', payload = '', signature = ''] = good.split('.');
    const altered = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('"ada"', '"amira"')).toString(
      'base64url',
    );
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`;
    const forged = [
      undefined,
      '',
      'nonsense',
      'a.b.c',
      unsigned,
      `${head}.${altered}.${signature}`,
      `${head}.${payload}.`,
      await sign(stranger, ada),
    ];
    for (const token of forged) expect(await send('/graphql', body, token)).toEqual(unauthenticated);
    expect((await send('/graphql', body, good)).status).toBe(200);
  });

  it('stays shut to a call that was captured and is sent again', async () => {
    const token = await sign(gateway, ada);
    const replies = await Promise.all(Array.from({ length: 5 }, () => send('/graphql', body, token)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(4);
  });

  it('stays shut to an identity that is too old, for another service, or for another body', async () => {
    const pair = await generateKeyPairPem();
    const past = await createIdentitySigner({
      issuer: 'gateway',
      privateKey: pair.privateKey,
      clock: () => new Date(Date.now() - 11_000),
    });
    const verifier = await createIdentityVerifier({
      audience: 'learning',
      trusted: { gateway: pair.publicKey },
      clock: () => new Date(),
    });
    const other = await listen(test.service, { host: '127.0.0.1', port: 0, verifier });
    try {
      const response = await fetch(`http://127.0.0.1:${other.port}/graphql`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', [identityHeader]: await sign(past, ada) },
      });
      expect(response.status).toBe(401);
    } finally {
      await other.stop();
    }
    expect(await send('/graphql', body, await sign(gateway, ada, body, 'advocacy'))).toEqual(unauthenticated);
    expect(await send('/graphql', `${body} `, await sign(gateway, ada))).toEqual(unauthenticated);
  });

  it('stays shut when a service vouches for a person, or the gateway for a service', async () => {
    expect(await send('/graphql', body, await sign(membership, ada))).toEqual(unauthenticated);
    expect(await send('/graphql', body, await sign(membership, membershipCaller))).toEqual(unauthenticated);
    expect(await send('/graphql', body, await sign(gateway, membershipCaller))).toEqual(unauthenticated);
  });

  it('refuses what is not an operation, without saying more', async () => {
    const bodies = [
      '{',
      '[]',
      'null',
      '"{}"',
      '{"query":""}',
      '{"query":1}',
      '{"query":"{a}","variables":[]}',
      '{"query":"{a}","more":1}',
      `[${body}]`,
    ];
    for (const text of bodies)
      expect(await send('/graphql', text, await sign(gateway, ada, text))).toEqual(unreadable(400));
  });
});

describe('the door for events', () => {
  const event = statusEvent('0198b2f0-0000-7000-8000-000000000001', 1);

  const post = async (signer: IdentitySigner, caller: Caller, events: unknown): Promise<Reply> => {
    const text = JSON.stringify(events);
    return send('/events', text, await sign(signer, caller, text));
  };
  const stored = async (): Promise<number> =>
    (await test.dataSource.query<unknown[]>('select 1 from inbox_event')).length;

  it('stores what a service says of its own aggregates, once', async () => {
    expect(await post(membership, membershipCaller, [event])).toEqual({ status: 204, text: '' });
    expect(await post(membership, membershipCaller, [event])).toEqual({ status: 204, text: '' });
    expect(await stored()).toBe(1);
  });

  it('is shut to the gateway and to strangers', async () => {
    const text = JSON.stringify([event]);
    for (const token of [undefined, await sign(gateway, ada, text), await sign(stranger, membershipCaller, text)]) {
      expect(await send('/events', text, token)).toEqual(unauthenticated);
    }
  });

  it('refuses a service that speaks for another, by name, by source or by stream, and stores none of the batch', async () => {
    const before = await stored();
    const next = statusEvent('0198b2f0-0000-7000-8000-000000000002', 1);
    expect(await post(gateway, membershipCaller, [next])).toEqual(unreadable(400));
    expect(await post(membership, { kind: 'service', service: 'activities' }, [next])).toEqual(unreadable(400));
    expect(await post(membership, membershipCaller, [next, { ...next, source: 'activities' }])).toEqual(
      unreadable(400),
    );
    expect(await post(membership, membershipCaller, [next, { ...next, aggregate: 'Registration' }])).toEqual(
      unreadable(400),
    );
    expect(await stored()).toBe(before);
  });

  it('refuses what is no list of envelopes', async () => {
    const { id: _id, ...nameless } = event;
    const lists = [
      {},
      event,
      [nameless],
      [{ ...event, sequence: 0 }],
      [{ ...event, sequence: 2 ** 40 }],
      [{ ...event, more: 1 }],
      Array(1001).fill(event),
    ];
    for (const events of lists) expect(await post(membership, membershipCaller, events)).toEqual(unreadable(400));
  });
});

describe('every path', () => {
  it('refuses a body above four megabytes, whoever sends it', async () => {
    const big = `${body.slice(0, -1)},"variables":{"a":"${'x'.repeat(4 * 1024 * 1024)}"}}`;
    expect(await send('/graphql', big, await sign(gateway, ada, big))).toEqual(unreadable(413));
    const fits = `${body.slice(0, -1)},"variables":{"a":"${'x'.repeat(4 * 1024 * 1024 - 200)}"}}`;
    expect((await send('/graphql', fits, await sign(gateway, ada, fits))).status).toBe(200);
  });

  it('refuses what is not JSON by its type, and what is not there, in the one shape of errors', async () => {
    expect(await send('/graphql', body, await sign(gateway, ada), { type: 'text/plain' })).toEqual(unreadable(415));
    for (const [path, method] of [
      ['/', 'GET'],
      ['/graphql', 'GET'],
      ['/metrics', 'GET'],
      ['/events/1', 'POST'],
      ['/%2e%2e/etc/passwd', 'GET'],
    ] as const) {
      expect(await send(path, '', undefined, { method })).toEqual(unreadable(404));
    }
  });

  it('tells its health to anybody', async () => {
    expect(await send('/healthz', '', undefined, { method: 'GET' })).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect(await send('/readyz', '', undefined, { method: 'GET' })).toEqual({
      status: 200,
      text: '{"status":"ready"}',
    });
  });
});
