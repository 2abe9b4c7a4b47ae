import { afterEach, describe, expect, it } from '@jest/globals';
import { createClient, type TypedDocument } from '../src/create-client.js';
import { GraphError } from '../src/graph-error.js';
import { sendJson, startTestServer } from './test-server.js';

type Server = Awaited<ReturnType<typeof startTestServer>>;
let server: Server | undefined;

async function serve(...answer: Parameters<typeof startTestServer>): Promise<string> {
  server = await startTestServer(...answer);
  return server.url;
}

afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const who: TypedDocument<{ readonly viewer: { readonly subject: string } }, Record<string, never>> = {
  toString: () => '{ viewer { subject } }',
};
const member: TypedDocument<{ readonly member: { readonly id: string } | null }, { readonly id: string }> = {
  toString: () => 'query ($id: ID!) { member(id: $id) { id } }',
};
const ada = { data: { viewer: { subject: 'ada' } } };

/** The error that a request is expected to end with. */
async function failureOf(request: Promise<unknown>): Promise<GraphError> {
  const error: unknown = await request.then(
    () => new Error('it succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof GraphError) return error;
  throw error;
}

describe('a request', () => {
  it('is a POST of the operation and its variables in JSON', async () => {
    const url = await serve((response) => sendJson(response, { data: { member: null } }));
    expect(await createClient({ url }).execute(member, { id: 'm1' })).toEqual({ member: null });
    expect(server?.requests).toMatchObject([
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: { query: member.toString(), variables: { id: 'm1' } },
      },
    ]);
  });

  it('carries the token that is valid at that moment, and none for a visitor', async () => {
    const url = await serve((response) => sendJson(response, ada));
    let count = 0;
    const refreshing = createClient({ url, token: async () => `token-${(count += 1)}` });
    await refreshing.execute(who);
    await refreshing.execute(who);
    await createClient({ url, token: 'fixed' }).execute(who);
    await createClient({ url }).execute(who);
    await createClient({ url, token: () => undefined }).execute(who);
    const sent = server?.requests.map(({ headers }) => headers.authorization);
    expect(sent).toEqual(['Bearer token-1', 'Bearer token-2', 'Bearer fixed', undefined, undefined]);
  });

  it('fails with what the caller’s own token function threw, and sends nothing', async () => {
    const url = await serve((response) => sendJson(response, ada));
    const signedOut = new Error('signed out');
    await expect(createClient({ url, token: () => Promise.reject(signedOut) }).execute(who)).rejects.toBe(signedOut);
    expect(server?.requests).toEqual([]);
  });

  it('goes through the fetch that was given', async () => {
    const client = createClient({ url: 'http://guildhall.invalid/', fetch: async () => Response.json(ada) });
    expect(await client.execute(who)).toEqual(ada.data);
  });
});

describe('an answer with missing parts', () => {
  const partial = {
    data: { viewer: { subject: 'ada' } },
    errors: [
      {
        message: 'One service could not be reached.',
        path: ['viewer', 'member'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'learning' },
      },
    ],
  };

  it('is an answer for executePartial, which says what is missing', async () => {
    const url = await serve((response) => sendJson(response, partial, { headers: { 'x-request-id': 'r-1' } }));
    expect(await createClient({ url }).executePartial(who)).toEqual({
      data: partial.data,
      requestId: 'r-1',
      problems: [
        {
          message: 'One service could not be reached.',
          code: 'SUBGRAPH_UNAVAILABLE',
          path: ['viewer', 'member'],
          service: 'learning',
        },
      ],
    });
  });

  it('is a failure for execute', async () => {
    const url = await serve((response) => sendJson(response, partial, { headers: { 'x-request-id': 'r-1' } }));
    expect(await failureOf(createClient({ url }).execute(who))).toMatchObject({
      name: 'GraphError',
      code: 'SUBGRAPH_UNAVAILABLE',
      details: { requestId: 'r-1', problems: [{ service: 'learning' }] },
    });
  });
});

describe('a request that fails as a whole', () => {
  it('names the code of a refused token, whatever the HTTP status', async () => {
    const errors = [{ message: 'Sign in again.', extensions: { code: 'UNAUTHENTICATED' } }];
    const url = await serve((response) => sendJson(response, { errors }, { status: 401 }));
    const error = await failureOf(createClient({ url, token: 'expired' }).executePartial(who));
    expect(error).toMatchObject({ code: 'UNAUTHENTICATED', message: 'Sign in again.', details: { status: 401 } });
  });

  it('says after how many seconds to come back', async () => {
    const errors = [{ message: 'Too many requests.', extensions: { code: 'RATE_LIMITED' } }];
    const url = await serve((response) =>
      sendJson(response, { errors }, { status: 429, headers: { 'retry-after': '7' } }),
    );
    expect(await failureOf(createClient({ url }).execute(who))).toMatchObject({
      code: 'RATE_LIMITED',
      details: { retryAfterSeconds: 7 },
    });
  });

  it('is BAD_RESPONSE when a proxy answers with a page, and never shows the page', async () => {
    const url = await serve((response) =>
      response
        .writeHead(502, { 'content-type': 'text/html', 'retry-after': '30' })
        .end('<html><h1>Bad gateway</h1></html>'),
    );
    const error = await failureOf(createClient({ url }).execute(who));
    expect(error).toMatchObject({ code: 'BAD_RESPONSE', details: { status: 502, retryAfterSeconds: 30 } });
    expect(error.message).not.toContain('<');
  });

  it('is NETWORK when nothing listens there', async () => {
    const url = await serve((response) => sendJson(response, ada));
    await server?.stop();
    const error = await failureOf(createClient({ url }).execute(who));
    expect(error).toMatchObject({ name: 'GraphError', code: 'NETWORK', cause: { message: 'fetch failed' } });
  });

  it('is NETWORK when the connection breaks in the middle of the answer', async () => {
    const url = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"data":', () => response.destroy());
    });
    expect(await failureOf(createClient({ url }).execute(who))).toMatchObject({ code: 'NETWORK' });
  });

  it('is TIMEOUT when the server says nothing in time', async () => {
    const url = await serve(() => undefined);
    expect(await failureOf(createClient({ url, timeoutMs: 100 }).execute(who))).toMatchObject({ code: 'TIMEOUT' });
  });

  it('is TIMEOUT when the server stops in the middle of its answer', async () => {
    const url = await serve((response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
    });
    expect(await failureOf(createClient({ url, timeoutMs: 200 }).execute(who))).toMatchObject({ code: 'TIMEOUT' });
  });
});
