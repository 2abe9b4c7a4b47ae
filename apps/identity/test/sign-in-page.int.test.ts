import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BegunSignIn, IdentityUnderTest } from './running-identity.js';
import { beginSignIn, discover, openBrowser, startIdentityUnderTest } from './running-identity.js';

let identity: IdentityUnderTest;
let begun: BegunSignIn;
beforeAll(async () => {
  identity = await startIdentityUnderTest();
  begun = await beginSignIn(await discover(identity.issuer));
});
afterAll(() => identity.stop());

const read = async (acceptLanguage: string): Promise<string> =>
  (await begun.browser(begun.pageUrl, { headers: { 'accept-language': acceptLanguage } })).text();

describe('the sign-in page', () => {
  it('shows every demo person, says that it is a demonstration, and asks no password', async () => {
    const page = await read('en-GB');
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('Choose a person to continue to Guildhall portal.');
    expect(page).toContain('Ada Okafor');
    expect(page).toContain('Demonstration');
    expect(page).not.toContain('type="password"');
  });

  it('speaks Chinese to those who ask for it', async () => {
    const page = await read('zh-CN,zh;q=0.9,en;q=0.5');
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain('演示环境');
    expect(page).toContain('学生');
  });

  it('runs no script, not even one in a name', async () => {
    const page = await read('en');
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('&#60;script&#62;');
  });

  it('allows its own style, its own form and the way back to the app, and nothing else', async () => {
    const { headers } = await begun.browser(begun.pageUrl);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self' http:\/\/127\.0\.0\.1:4010; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('lets in exactly the style it carries', async () => {
    const response = await begun.browser(begun.pageUrl);
    const style = /<style>([^<]*)<\/style>/.exec(await response.text())?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'sha256-${hash}'`);
  });

  it('keeps its cookies from scripts and from other sites', async () => {
    const response = await fetch(
      `${identity.issuer}/auth?client_id=portal&response_type=code&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%3A4010%2Fauth%2Fcallback&code_challenge=${'a'.repeat(43)}&code_challenge_method=S256`,
      { redirect: 'manual' },
    );
    const cookies = response.headers.getSetCookie();
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) expect(cookie).toMatch(/^guildhall_identity_.*samesite=lax; httponly/i);
  });

  it('belongs to the browser that began: another one sees neither the people nor a way in', async () => {
    const stranger = openBrowser();
    const shown = await stranger(begun.pageUrl);
    expect(shown.status).toBe(400);
    expect(await shown.text()).toContain('expired');
    const posted = await stranger(begun.pageUrl, { method: 'POST', body: new URLSearchParams({ subject: 'ada' }) });
    expect(posted.status).toBe(400);
  });

  it('answers under its own address alone, even to the browser that began', async () => {
    const response = await begun.browser(`${identity.issuer}/sign-in/another`);
    expect(response.status).toBe(400);
  });

  it.each([
    ['a person nobody knows', new URLSearchParams({ subject: 'nobody' }), 400],
    ['nobody', new URLSearchParams(), 400],
    ['more than a form ever holds', 'x'.repeat(5_000), 413],
    ['bytes that are no form', '\u0000\uFFFF{"subject":"ada"}', 400],
  ])('refuses %s with a clear page', async (_what, body, status) => {
    const response = await begun.browser(begun.pageUrl, { method: 'POST', body });
    expect(response.status).toBe(status);
    expect(await response.text()).toContain('This did not work');
  });

  it('refuses any other method', async () => {
    const response = await begun.browser(begun.pageUrl, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
  });
});
