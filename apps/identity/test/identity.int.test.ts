import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import { issueDemoToken, loadOrCreateKeys, startIdentity } from '../src/index.js';
import type { IdentityUnderTest } from './running-identity.js';
import { beginSignIn, discover, portalCallback, press, signIn, startIdentityUnderTest } from './running-identity.js';

let identity: IdentityUnderTest;
beforeAll(async () => {
  identity = await startIdentityUnderTest();
});
afterAll(() => identity.stop());
afterEach(() => {
  const faults = identity.faults.splice(0);
  if (faults.length > 0) throw new AggregateError(faults, 'identity answered 5xx');
});

/** Exactly what the gateway does with a token. */
const verify = async (token: string) => {
  const keys = createRemoteJWKSet(new URL(`${identity.issuer}/jwks`));
  return (await jwtVerify(token, keys, { issuer: identity.issuer, audience: 'guildhall', typ: 'at+jwt' })).payload;
};

describe('a person', () => {
  it('signs in without a password or consent and gets tokens that say who, never what they may do', async () => {
    const config = await discover(identity.issuer);
    const before = Math.floor(Date.now() / 1000);
    const { tokens } = await signIn(config, 'ada');
    const claims = await verify(tokens.access_token);
    expect(claims).toMatchObject({ sub: 'ada', client_id: 'portal', scope: 'openid profile graph' });
    expect(claims['auth_time']).toBeGreaterThanOrEqual(before);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(900);
    expect(Object.keys(claims).sort()).toEqual([
      'aud',
      'auth_time',
      'client_id',
      'exp',
      'iat',
      'iss',
      'jti',
      'scope',
      'sub',
    ]);
    expect(tokens.claims()).toMatchObject({ sub: 'ada', name: 'Ada Okafor' });
  });

  it('stays signed in by the refresh token, which is good for one use', async () => {
    const config = await discover(identity.issuer);
    const { tokens } = await signIn(config, 'omar');
    const first = tokens.refresh_token ?? '';
    const renewed = await oidc.refreshTokenGrant(config, first);
    const [before, after] = [await verify(tokens.access_token), await verify(renewed.access_token)];
    expect(after).toMatchObject({ sub: 'omar', scope: 'openid profile graph', auth_time: before['auth_time'] });
    expect(renewed.refresh_token).not.toBe(first);
    await expect(oidc.refreshTokenGrant(config, first)).rejects.toMatchObject({ error: 'invalid_grant' });
    // The old one was stolen, or the new one was: neither is believed any more.
    await expect(oidc.refreshTokenGrant(config, renewed.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('stays signed in over a restart: refresh, session and every token issued before still work', async () => {
    const config = await discover(identity.issuer);
    const { tokens, browser } = await signIn(config, 'ada');
    await identity.restart();
    expect((await verify(tokens.access_token)).sub).toBe('ada');
    const renewed = await oidc.refreshTokenGrant(config, tokens.refresh_token ?? '');
    expect((await verify(renewed.access_token)).sub).toBe('ada');
    const again = await beginSignIn(config, browser);
    expect(again.pageUrl.startsWith(`${portalCallback}?code=`)).toBe(true);
  });

  it('may go back without signing in', async () => {
    const begun = await beginSignIn(await discover(identity.issuer));
    const callback = await press(begun, { cancel: 'yes' });
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.has('code')).toBe(false);
  });

  it('signs out of the browser session and its refresh tokens after saying yes', async () => {
    const config = await discover(identity.issuer);
    const { tokens, browser } = await signIn(config, 'ada');
    const endSession = oidc.buildEndSessionUrl(config, {
      id_token_hint: tokens.id_token ?? '',
      post_logout_redirect_uri: 'http://127.0.0.1:4010/',
    });
    const question = await browser(endSession.href);
    const page = await question.text();
    expect(page).toContain('Sign out?');
    expect(question.headers.get('content-security-policy')).toContain("form-action 'self' http://127.0.0.1:4010;");
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
    const answer = await browser(action, { method: 'POST', body: new URLSearchParams({ xsrf, logout: 'yes' }) });
    expect(answer.headers.get('location')).toBe('http://127.0.0.1:4010/');
    await expect(oidc.refreshTokenGrant(config, tokens.refresh_token ?? '')).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

describe('a machine', () => {
  it('gets a token for the scopes it has and no other, with its secret only', async () => {
    const secret = identity.machines[0]?.clientSecret ?? '';
    const config = await discover(identity.issuer, 'analytics', secret);
    const tokens = await oidc.clientCredentialsGrant(config, { scope: 'insights:read' });
    const claims = await verify(tokens.access_token);
    expect(claims).toMatchObject({ sub: 'analytics', client_id: 'analytics', scope: 'insights:read' });
    expect(claims).not.toHaveProperty('auth_time');
    await expect(oidc.clientCredentialsGrant(config, { scope: 'graph' })).rejects.toMatchObject({
      error: 'invalid_scope',
    });
    const guessing = await discover(identity.issuer, 'analytics', 'a-guess');
    await expect(oidc.clientCredentialsGrant(guessing, { scope: 'insights:read' })).rejects.toMatchObject({
      status: 401,
    });
  });

  it('cannot sign in as a person', async () => {
    const url = `${identity.issuer}/auth?client_id=analytics&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(portalCallback)}`;
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.status).toBe(400);
    expect(response.headers.has('location')).toBe(false);
  });
});

describe('the provider', () => {
  it.each([
    'http://127.0.0.1:4010/elsewhere',
    'http://127.0.0.1:4011/auth/callback',
    'https://evil.example/auth/callback',
  ])('refuses to send an answer to %s, which no app registered', async (redirectUri) => {
    const url = `${identity.issuer}/auth?client_id=portal&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(redirectUri)}`;
    const response = await fetch(url, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect(response.status).toBe(400);
    expect(response.headers.has('location')).toBe(false);
    expect(await response.text()).toContain('This did not work');
  });

  it('refuses a sign-in without PKCE, and a code without its verifier', async () => {
    const url = `${identity.issuer}/auth?client_id=portal&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(portalCallback)}`;
    const response = await fetch(url, { redirect: 'manual' });
    expect(response.headers.get('location')).toContain('error=invalid_request');
    const config = await discover(identity.issuer);
    const begun = await beginSignIn(config);
    const callback = await press(begun, { subject: 'ada' });
    const stolen = { pkceCodeVerifier: oidc.randomPKCECodeVerifier(), expectedState: begun.state };
    await expect(oidc.authorizationCodeGrant(config, callback, stolen)).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });

  it('refuses a token for any other resource', async () => {
    const config = await discover(identity.issuer, 'analytics', identity.machines[0]?.clientSecret ?? '');
    const grant = oidc.clientCredentialsGrant(config, { scope: 'insights:read', resource: 'urn:other' });
    await expect(grant).rejects.toMatchObject({ error: 'invalid_target' });
  });

  it('names itself by its own address, whatever Host it is called by', async () => {
    const response = await fetch(`${identity.issuer}/.well-known/openid-configuration`, {
      headers: { 'x-forwarded-host': 'evil.example' },
    });
    const metadata = await response.text();
    expect(metadata).toContain(`"token_endpoint":"${identity.issuer}/token"`);
    expect(metadata).not.toContain('evil.example');
  });

  it('publishes no private part of its keys', async () => {
    const response = await fetch(`${identity.issuer}/jwks`);
    const text = await response.text();
    expect(text).toContain('"kid"');
    for (const part of ['"d"', '"p"', '"q"', '"dp"', '"dq"', '"qi"']) expect(text).not.toContain(part);
  });

  it('never starts in production, nor issues a token there', async () => {
    const keys = await loadOrCreateKeys(identity.folder);
    process.env['GUILDHALL_ENV'] = 'production';
    try {
      await expect(startIdentity(identity.options)).rejects.toThrow('GUILDHALL_ENV=production');
      await expect(issueDemoToken({ keys, issuer: identity.issuer, subject: 'ada' })).rejects.toThrow(
        'GUILDHALL_ENV=production',
      );
    } finally {
      delete process.env['GUILDHALL_ENV'];
    }
  });

  it('says so when its port is taken', async () => {
    await expect(startIdentity(identity.options)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a token of the command line', () => {
  it('is verified like any other and lives twelve hours', async () => {
    const keys = await loadOrCreateKeys(identity.folder);
    const claims = await verify(await issueDemoToken({ keys, issuer: identity.issuer, subject: 'ada' }));
    expect(claims).toMatchObject({ sub: 'ada', client_id: 'command-line', scope: 'openid profile graph' });
    expect(claims['auth_time']).toBe(claims.iat);
    expect(Number(claims.exp) - Number(claims.iat)).toBe(43_200);
  });

  it('names a machine as a machine', async () => {
    const keys = await loadOrCreateKeys(identity.folder);
    const claims = await verify(
      await issueDemoToken({ keys, issuer: identity.issuer, clientId: 'analytics', scopes: ['insights:read'] }),
    );
    expect(claims).toMatchObject({ sub: 'analytics', client_id: 'analytics', scope: 'insights:read' });
    expect(claims).not.toHaveProperty('auth_time');
  });
});
