import type { IncomingMessage } from 'node:http';
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startWebHost } from '../src/index.js';
import type { AppUnderTest } from './running-app.js';
import { scriptText, startAppUnderTest } from './running-app.js';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startAppUnderTest();
});
afterAll(() => app.stop());

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.origin}${path}`, { headers, redirect: 'manual' });

/** Sends a request exactly as written; fetch would mend the path and refuse a Host of our own. */
function send(path: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(app.origin);
    httpRequest({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('the files of an app', () => {
  it('are kept for a year when their name holds their hash, and asked for again when not', async () => {
    expect((await get('/assets/app-1a2b3c4d.js')).headers.get('cache-control')).toBe(
      'public, max-age=31536000, immutable',
    );
    expect((await get('/favicon.svg')).headers.get('cache-control')).toBe('no-cache');
    expect((await get('/')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', null],
  ])('go out as a client that accepts "%s" can read them', async (accepted, encoding) => {
    const response = await get('/assets/app-1a2b3c4d.js', { 'accept-encoding': accepted });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('vary')).toBe('accept-encoding');
    expect(await response.text()).toBe(scriptText);
  });

  it('are not sent again to a browser that has them', async () => {
    const etag = (await get('/')).headers.get('etag') ?? '';
    expect((await get('/', { 'if-none-match': etag })).status).toBe(304);
  });

  it('include no file the build keeps to itself', async () => {
    for (const path of ['/.vite/manifest.json', '/notes.secret', '/assets/app-1a2b3c4d.js.br']) {
      expect((await get(path)).status).toBe(404);
    }
  });

  it('give every place inside the app the page, and a missing script a plain 404', async () => {
    const place = await get('/cases/0190?tab=messages');
    expect(place.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await place.text()).toContain('<title>Portal</title>');
    const stale = await get('/assets/app-00000000.js');
    expect(stale.status).toBe(404);
    expect(stale.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each(['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2f', '/assets/%00'])(
    'never come from outside their folder: %s',
    async (path) => {
      expect(await send(path, new URL(app.origin).host)).toBe(404);
    },
  );

  it('are read, not written', async () => {
    const response = await fetch(`${app.origin}/`, { method: 'POST' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('the headers of every answer', () => {
  it('let in files of this origin, calls to the gateway, identity and what the app was given, and nothing inline', async () => {
    expect((await get('/')).headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; manifest-src 'self'; ` +
        `connect-src 'self' http://127.0.0.1:4000 ${app.issuer} http://127.0.0.1:4008; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  it.each([
    '/',
    '/assets/app-1a2b3c4d.js',
    '/config.json',
    '/auth/sign-in',
    '/auth/callback',
    '/auth/nothing',
    '/nothing.js',
  ])('are the same at %s', async (path) => {
    const { headers } = await get(path);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  it('let the pages of an app that scans ask for the camera, and no other page', async () => {
    expect((await get('/')).headers.get('permissions-policy')).toMatch(/^camera=\(\), /);
    await app.restartHost({ usesCamera: true });
    expect((await get('/')).headers.get('permissions-policy')).toMatch(/^camera=\(self\), .*microphone=\(\)/);
    await app.restartHost({ usesCamera: false });
  });
});

describe('the host', () => {
  it('tells the page where the graph is and nothing secret', async () => {
    const response = await get('/config.json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      app: 'portal',
      gatewayUrl: 'http://127.0.0.1:4000/graphql',
      environment: 'development',
      campusZone: 'Europe/London',
    });
  });

  it('answers under its own names alone', async () => {
    const { host } = new URL(app.origin);
    expect(await send('/', host)).toBe(200);
    expect(await send('/', 'rebound.example')).toBe(421);
    expect(await send('//evil.example/', host)).toBe(200);
    expect(await send('http://evil.example/', host)).toBe(421);
  });

  it('says that it is well', async () => {
    expect(await (await get('/health')).json()).toEqual({ status: 'ok' });
  });

  it('sets host-bound cookies and demands https on https origins', async () => {
    const publicUrls = ['https://portal.union.example'];
    await app.restartHost({ publicUrls });
    const response = await new Promise<IncomingMessage>((resolve) => {
      const { port } = new URL(app.origin);
      httpRequest(
        { host: '127.0.0.1', port, path: '/auth/sign-in', headers: { host: 'portal.union.example' } },
        resolve,
      ).end();
    });
    response.resume();
    expect(response.headers['set-cookie']?.[0]).toMatch(
      /^__Host-guildhall_portal_sign_in=[\w-]+; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(response.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(response.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    await app.restartHost();
  });

  it('does not start in production over plain http, and names each address', async () => {
    const start = startWebHost({
      ...app.options,
      environment: 'production',
      publicUrls: ['https://portal.union.example'],
    });
    await expect(start).rejects.toThrow(`${app.issuer} must be reached over https in production`);
  });

  it('does not start with a short key, or on a folder without a page', async () => {
    await expect(startWebHost({ ...app.options, cookieKeys: ['short'] })).rejects.toThrow('at least 32 characters');
    await expect(startWebHost({ ...app.options, cookieKeys: [] })).rejects.toThrow('a cookie key is missing');
    await expect(startWebHost({ ...app.options, root: `${app.options.root}/assets` })).rejects.toThrow('no index.html');
  });
});
