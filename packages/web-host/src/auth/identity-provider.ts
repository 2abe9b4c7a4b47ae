import * as oidc from 'openid-client';
import { z } from 'zod';

/** Which provider signs people in, and what this app asks of it. */
export type IdentityProviderOptions = {
  readonly issuer: string;
  readonly clientId: string;
  readonly scope: string;
};

/** What must be remembered between sending a person to the provider and their coming back. */
export const pendingSignInSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnPath: z.string(),
});

/** A sign-in under way. */
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/** What a provider grants: the tokens, and who they are for. */
export type GrantedTokens = {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly expiresInSeconds: number;
  readonly subject: string;
  readonly name?: string;
};

/** The provider, seen by one app. Every call rejects when the provider cannot be reached or refuses. */
export type IdentityProvider = {
  begin(redirectUri: string, returnPath: string): Promise<{ readonly url: string; readonly pending: PendingSignIn }>;
  finish(callback: URL, pending: PendingSignIn): Promise<GrantedTokens>;
  refresh(refreshToken: string): Promise<GrantedTokens>;
  revoke(refreshToken: string): Promise<void>;
  /** Where the browser ends the provider's own session and comes back from; nothing if the provider has no such page. */
  signOutUrl(returnTo: string): Promise<string | undefined>;
};

/** Talks to an OpenID provider. What it says about itself is read at first use, so the provider may start later than the app. */
export function createIdentityProvider({ issuer, clientId, scope }: IdentityProviderOptions): IdentityProvider {
  let discovered: Promise<oidc.Configuration> | undefined;
  const configuration = (): Promise<oidc.Configuration> => {
    discovered ??= discover(issuer, clientId).catch((fault: unknown) => {
      discovered = undefined;
      throw fault;
    });
    return discovered;
  };
  return {
    begin: async (redirectUri, returnPath) => begin(await configuration(), { redirectUri, returnPath, scope }),
    async finish(callback, { state, nonce, verifier }) {
      const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
      return readTokens(await oidc.authorizationCodeGrant(await configuration(), callback, checks));
    },
    async refresh(refreshToken) {
      return readTokens(await oidc.refreshTokenGrant(await configuration(), refreshToken), refreshToken);
    },
    async revoke(refreshToken) {
      await oidc.tokenRevocation(await configuration(), refreshToken, { token_type_hint: 'refresh_token' });
    },
    async signOutUrl(returnTo) {
      const known = await configuration();
      if (known.serverMetadata().end_session_endpoint === undefined) return undefined;
      return oidc.buildEndSessionUrl(known, { post_logout_redirect_uri: returnTo, client_id: clientId }).href;
    },
  };
}

/** True when the provider said that a refresh token is no longer any good, rather than that something broke. */
export function isRefusal(fault: unknown): boolean {
  return fault instanceof oidc.ResponseBodyError && fault.error === 'invalid_grant';
}

function discover(issuer: string, clientId: string): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const execute = url.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  return oidc.discovery(url, clientId, undefined, oidc.None(), { execute, timeout: 10 });
}

async function begin(
  configuration: oidc.Configuration,
  asked: { readonly redirectUri: string; readonly returnPath: string; readonly scope: string },
): Promise<{ readonly url: string; readonly pending: PendingSignIn }> {
  const pending = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    returnPath: asked.returnPath,
  };
  const url = oidc.buildAuthorizationUrl(configuration, {
    redirect_uri: asked.redirectUri,
    scope: asked.scope,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
  });
  return { url: url.href, pending };
}

function readTokens(
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
  previousRefreshToken?: string,
): GrantedTokens {
  const claims = tokens.claims();
  const refreshToken = tokens.refresh_token ?? previousRefreshToken;
  if (claims === undefined || refreshToken === undefined) {
    throw new Error('The provider granted no ID token or no refresh token; check the scopes this app asks for.');
  }
  const name = typeof claims['name'] === 'string' ? claims['name'] : undefined;
  const expiresInSeconds = tokens.expiresIn() ?? 60;
  return { accessToken: tokens.access_token, refreshToken, expiresInSeconds, subject: claims.sub, name };
}
