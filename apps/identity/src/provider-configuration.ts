import type { ClientMetadata, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { errors, interactionPolicy } from 'oidc-provider';
import type { ClientDirectory, IdentityClient } from './identity-client.js';
import { personScopes } from './identity-client.js';
import type { IdentityKeys } from './identity-keys.js';
import { signingAlgorithm } from './identity-keys.js';
import { withClientDirectory } from './registered-clients.js';
import { createSessionAdapterFactory } from './session-adapter.js';
import type { SessionStore } from './session-store.js';
import { askToSignOut, renderError, saySignedOut } from './sign-in/provider-pages.js';
import { signInPath } from './sign-in/sign-in-handler.js';
import type { DemoPerson } from './sign-in/sign-in-page.js';
import { graphResource, tokenAudience } from './token-audience.js';

/** What the provider is made of. */
export type ProviderConfigurationOptions = {
  readonly signingKeys: IdentityKeys['signingKeys'];
  readonly cookieKeys: IdentityKeys['cookieKeys'];
  readonly clients: readonly IdentityClient[];
  /** Programs that are registered while the provider runs. */
  readonly directory?: ClientDirectory;
  readonly people: readonly DemoPerson[];
  readonly sessionStore: SessionStore;
  readonly clock: () => Date;
};

const minuteSeconds = 60;
const daySeconds = 24 * 60 * minuteSeconds;

/** The configuration of the provider: code with PKCE, refresh and client credentials, and nothing else switched on. */
export function createProviderConfiguration(options: ProviderConfigurationOptions): Configuration {
  const { clients, people, sessionStore: store, clock, directory } = options;
  const machineScopes = new Set([
    ...clients.flatMap((client) => (client.kind === 'machine' ? client.scopes : [])),
    ...(directory?.scopes ?? []),
  ]);
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    adapter: withClientDirectory(createSessionAdapterFactory({ store, clock }), directory),
    clients: clients.map(toMetadata),
    jwks: { keys: [...options.signingKeys.keys] },
    cookies: { keys: [...options.cookieKeys], names: cookieNames, long: cookie, short: cookie },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    scopes: [...personScopes, ...machineScopes],
    responseTypes: ['code'],
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    features: createFeatures(machineScopes),
    interactions: { policy, url: (_ctx, { uid }) => `${signInPath}${uid}` },
    findAccount: (_ctx, subject) => {
      const person = people.find((each) => each.subject === subject);
      if (person === undefined) return undefined;
      const claims = { sub: subject, name: person.displayName, preferred_username: subject };
      return { accountId: subject, claims: () => claims };
    },
    loadExistingGrant: grantOurOwnApps,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    extraTokenClaims: ({ oidc: { entities } }) => {
      const authTime = entities.AuthorizationCode?.authTime ?? entities.RefreshToken?.authTime;
      return authTime === undefined ? undefined : { auth_time: authTime };
    },
    clientBasedCORS: (_ctx, origin, client) =>
      client.redirectUris?.some((uri) => URL.parse(uri)?.origin === origin) ?? false,
    renderError,
    ttl: {
      AccessToken: 15 * minuteSeconds,
      AuthorizationCode: minuteSeconds,
      ClientCredentials: 15 * minuteSeconds,
      IdToken: 60 * minuteSeconds,
      Interaction: 60 * minuteSeconds,
      RefreshToken: 14 * daySeconds,
      Session: 14 * daySeconds,
      Grant: 14 * daySeconds,
    },
  };
}

// Cookies do not separate by port, so the names say whose they are.
const cookieNames = {
  session: 'guildhall_identity_session',
  interaction: 'guildhall_identity_sign_in',
  resume: 'guildhall_identity_resume',
};
const cookie = { httpOnly: true, sameSite: 'lax', signed: true } as const;

function createFeatures(machineScopes: ReadonlySet<string>): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    // An app may end what was given to it, and nothing else.
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: { enabled: true, logoutSource: askToSignOut, postLogoutSuccessSource: saySignedOut },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => graphResource,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== graphResource) throw new errors.InvalidTarget();
        return {
          scope: [...personScopes, ...machineScopes].join(' '),
          audience: tokenAudience,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: signingAlgorithm } },
        };
      },
    },
  };
}

function toMetadata(client: IdentityClient): ClientMetadata {
  const common = {
    client_id: client.clientId,
    client_name: client.displayName,
    id_token_signed_response_alg: signingAlgorithm,
  } as const;
  if (client.kind === 'machine') {
    return {
      ...common,
      client_secret: client.clientSecret,
      grant_types: ['client_credentials'],
      response_types: [],
      redirect_uris: [],
      scope: client.scopes.join(' '),
    };
  }
  return {
    ...common,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    redirect_uris: [...client.redirectUris],
    post_logout_redirect_uris: [...client.postLogoutRedirectUris],
    scope: personScopes.join(' '),
  };
}

/** Our own apps need no consent: the union that runs them is the one that holds the data. */
async function grantOurOwnApps(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  const accountId = session?.accountId;
  if (client === undefined || session === undefined || accountId === undefined) return undefined;
  const existingId = session.grantIdFor(client.clientId);
  const existing = existingId === undefined ? undefined : await provider.Grant.find(existingId);
  if (existing !== undefined) return existing;
  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope(personScopes.join(' '));
  grant.addResourceScope(graphResource, personScopes.join(' '));
  await grant.save();
  return grant;
}
