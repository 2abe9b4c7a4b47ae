import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppUnderTest } from './running-app.js';
import { askForToken, openBrowser, reachCallback, signIn, startAppUnderTest } from './running-app.js';

let app: AppUnderTest;
beforeAll(async () => {
  app = await startAppUnderTest();
});
afterAll(() => app.stop());

const sessionCookie = 'guildhall_portal_session';
const post = { method: 'POST', headers: { 'x-guildhall-session': '1' } };

function claimsOf(accessToken: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
}

async function signedIn() {
  const browser = openBrowser();
  await signIn(browser, app.origin);
  return browser;
}

describe('signing in', () => {
  it('leads through the provider back to the page that was asked for, and gives that page a token', async () => {
    const browser = openBrowser();
    const back = await signIn(browser, app.origin, '/activities/7?tab=people#top');
    expect(back.status).toBe(303);
    expect(back.headers.get('location')).toBe('/activities/7?tab=people#top');
    const answer = await askForToken(browser, app.origin);
    if (answer.state !== 'signed-in') throw new Error('not signed in');
    expect(answer).toMatchObject({ subject: 'ada', name: 'Ada Okafor', expiresInSeconds: 900 });
    expect(claimsOf(answer.accessToken)).toMatchObject({ sub: 'ada', aud: 'guildhall', client_id: 'portal' });
  });

  it('works at the other name of the same machine, with the answer sent there', async () => {
    const browser = openBrowser();
    expect(await reachCallback(browser, app.localhostOrigin)).toMatch(
      new RegExp(`^${app.localhostOrigin}/auth/callback\\?`),
    );
    const second = openBrowser();
    await signIn(second, app.localhostOrigin);
    expect(await askForToken(second, app.localhostOrigin)).toMatchObject({ state: 'signed-in' });
  });

  it('asks the provider with PKCE, a state and a nonce', async () => {
    const response = await openBrowser().visit(`${app.origin}/auth/sign-in`);
    const { searchParams } = new URL(response.headers.get('location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce']) expect(searchParams.get(name)?.length).toBeGreaterThan(20);
  });

  it.each([
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example',
    '/auth/sign-in',
    'data:text/html,hello',
  ])('never leads to %j afterwards', async (returnPath) => {
    const back = await signIn(openBrowser(), app.origin, returnPath);
    expect(back.headers.get('location')).toBe('/');
  });

  it('says so when the person went back without signing in', async () => {
    const browser = openBrowser();
    const response = await browser.visit(await reachCallback(browser, app.origin, { form: { cancel: '' } }));
    const page = await response.text();
    expect(page).toContain('You went back without signing in');
    const style = await browser.visit(new URL(/href="([^"]+\.css)"/.exec(page)?.[1] ?? '', app.origin).href);
    expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it('refuses an answer in a browser that asked nothing, so that nobody is signed in as somebody else', async () => {
    const callback = await reachCallback(openBrowser(), app.origin);
    const victim = openBrowser();
    const response = await victim.visit(callback);
    expect(response.status).toBe(400);
    expect(victim.jar.has(sessionCookie)).toBe(false);
  });

  it('refuses an answer with another state', async () => {
    const browser = openBrowser();
    const callback = new URL(await reachCallback(browser, app.origin));
    callback.searchParams.set('state', 'another');
    expect((await browser.visit(callback.href)).status).toBe(400);
    expect(browser.jar.has(sessionCookie)).toBe(false);
  });

  it('refuses a code that was used before', async () => {
    const browser = openBrowser();
    const callback = await reachCallback(browser, app.origin);
    const pending = browser.jar.get('guildhall_portal_sign_in') ?? '';
    await browser.visit(callback);
    const again = openBrowser(new Map([['guildhall_portal_sign_in', pending]]));
    const response = await again.visit(callback, { headers: { 'accept-language': 'zh-CN' } });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('重新登录');
  });
});

describe('the session cookie', () => {
  it('is kept from scripts, other sites and other apps, and names its app', async () => {
    const response = await signIn(openBrowser(), app.origin);
    const line = response.headers.getSetCookie().find((each) => each.startsWith(sessionCookie));
    expect(line).toMatch(/^guildhall_portal_session=[\w-]+; Path=\/; Max-Age=1209600; HttpOnly; SameSite=Strict$/);
  });

  it('tells nothing without the keys of the host, and carries no access token', async () => {
    const browser = await signedIn();
    const value = browser.jar.get(sessionCookie) ?? '';
    expect(Buffer.from(value, 'base64url').toString('latin1')).not.toContain('refresh');
    expect(value.length).toBeLessThan(300);
  });

  it('is worth nothing when a single character was changed', async () => {
    const browser = await signedIn();
    const value = browser.jar.get(sessionCookie) ?? '';
    browser.jar.set(sessionCookie, `${value.slice(0, 40)}${value[40] === 'A' ? 'B' : 'A'}${value.slice(41)}`);
    expect(await askForToken(browser, app.origin)).toEqual({ state: 'signed-out' });
  });

  it('is worth nothing to another app with the same keys', async () => {
    const browser = await signedIn();
    browser.jar.set('guildhall_desk_session', browser.jar.get(sessionCookie) ?? '');
    await app.restartHost({ app: 'desk' });
    expect(await askForToken(browser, app.origin)).toEqual({ state: 'signed-out' });
    await app.restartHost();
  });

  it('outlives a restart of the host, and a new key put before the old one', async () => {
    const browser = await signedIn();
    await app.restartHost();
    expect(await askForToken(browser, app.origin)).toMatchObject({ state: 'signed-in', subject: 'ada' });
    await app.restartHost({ cookieKeys: ['another key, also more than long enough', ...app.options.cookieKeys] });
    expect(await askForToken(browser, app.origin)).toMatchObject({ state: 'signed-in' });
    await app.restartHost();
    expect(await askForToken(browser, app.origin)).toEqual({ state: 'signed-out' });
  });
});

describe('asking for a token', () => {
  it('spends the refresh token: the cookie is a new one each time', async () => {
    const browser = await signedIn();
    const first = browser.jar.get(sessionCookie);
    await askForToken(browser, app.origin);
    expect(browser.jar.get(sessionCookie)).not.toBe(first);
    expect(await askForToken(browser, app.origin)).toMatchObject({ state: 'signed-in' });
  });

  it('serves two tabs that ask at once, and a page whose last answer was lost', async () => {
    const browser = await signedIn();
    const cookie = browser.jar.get(sessionCookie) ?? '';
    const tabs = [openBrowser(new Map([[sessionCookie, cookie]])), openBrowser(new Map([[sessionCookie, cookie]]))];
    const answers = await Promise.all(tabs.map((tab) => askForToken(tab, app.origin)));
    expect(answers.map(({ state }) => state)).toEqual(['signed-in', 'signed-in']);
    expect(await askForToken(openBrowser(new Map([[sessionCookie, cookie]])), app.origin)).toMatchObject({
      state: 'signed-in',
    });
    for (const tab of tabs) expect(await askForToken(tab, app.origin)).toMatchObject({ state: 'signed-in' });
  });

  it('says signed out, without an error, to a visitor without a session', async () => {
    expect(await askForToken(openBrowser(), app.origin)).toEqual({ state: 'signed-out' });
  });

  it.each([
    ['without the header only our pages can send', {}],
    ['from another origin', { 'x-guildhall-session': '1', origin: 'https://evil.example' }],
    ['from another port of the same machine', { 'x-guildhall-session': '1', origin: 'http://127.0.0.1:4003' }],
    ['from another site as the browser tells it', { 'x-guildhall-session': '1', 'sec-fetch-site': 'same-site' }],
  ])('is refused %s, and so is signing out', async (_from, headers) => {
    const browser = await signedIn();
    for (const path of ['/auth/token', '/auth/sign-out']) {
      const response = await browser.visit(`${app.origin}${path}`, { method: 'POST', headers });
      expect(response.status).toBe(403);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
    expect(await askForToken(browser, app.origin)).toMatchObject({ state: 'signed-in' });
  });

  it('is refused with any other method', async () => {
    const response = await (await signedIn()).visit(`${app.origin}/auth/token`);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it('keeps the session when the provider is away, and says that this is why', async () => {
    const browser = await signedIn();
    await app.stopIdentity();
    const response = await browser.visit(`${app.origin}/auth/token`, post);
    expect([response.status, await response.json()]).toEqual([503, { error: 'IDENTITY_UNAVAILABLE' }]);
    expect(response.headers.getSetCookie()).toEqual([]);
    await app.startIdentity();
    expect(await askForToken(browser, app.origin)).toMatchObject({ state: 'signed-in' });
  });
});

describe('signing out', () => {
  it('revokes the session, so that a copy of its cookie is worth nothing', async () => {
    const browser = await signedIn();
    const copy = openBrowser(new Map([[sessionCookie, browser.jar.get(sessionCookie) ?? '']]));
    const response = await browser.visit(`${app.origin}/auth/sign-out`, post);
    const { signOutUrl } = (await response.json()) as { signOutUrl: string };
    expect(new URL(signOutUrl).origin).toBe(app.issuer);
    expect(new URL(signOutUrl).searchParams.get('post_logout_redirect_uri')).toBe(`${app.origin}/`);
    expect(browser.jar.has(sessionCookie)).toBe(false);
    expect(await askForToken(copy, app.origin)).toEqual({ state: 'signed-out' });
  });

  it('clears the cookie even when the provider is away', async () => {
    const browser = await signedIn();
    await app.stopIdentity();
    const response = await browser.visit(`${app.origin}/auth/sign-out`, post);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    expect(browser.jar.has(sessionCookie)).toBe(false);
    await app.startIdentity();
  });
});

describe('the log', () => {
  it('names no person, token or code', () => {
    expect(app.log.length).toBeGreaterThan(0);
    expect(app.log.join('\n')).not.toMatch(/ada|okafor|eyJ|code=|state=/i);
  });

  it('leads to a page, not to a blank answer, when the provider is away as a sign-in begins', async () => {
    await app.restartHost();
    await app.stopIdentity();
    const response = await openBrowser().visit(`${app.origin}/auth/sign-in`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('cannot be reached');
    await app.startIdentity();
  });
});
