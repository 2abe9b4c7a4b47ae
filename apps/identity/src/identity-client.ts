/** A scope of people: sign-in itself, the name of the person, and the graph. */
export const personScopes = ['openid', 'profile', 'graph'] as const;

/** An app in a browser: it keeps no secret, so it proves itself by PKCE and by where its answers may go. */
export type BrowserClient = {
  readonly kind: 'browser';
  readonly clientId: string;
  readonly displayName: string;
  readonly redirectUris: readonly string[];
  readonly postLogoutRedirectUris: readonly string[];
};

/** A program that acts for itself, with a secret and the only scopes it may ask for. */
export type MachineClient = {
  readonly kind: 'machine';
  readonly clientId: string;
  readonly displayName: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
};

/** A program that somebody else registers, at any time; of its secrets only SHA-256 digests (base64url) are known. */
export type RegisteredClient = {
  readonly clientId: string;
  readonly displayName: string;
  readonly scopes: readonly string[];
  readonly secretHashes: readonly string[];
};

/** Where programs that are registered elsewhere are found, and every scope that one of them can have. */
export type ClientDirectory = {
  readonly scopes: readonly string[];
  find(clientId: string): Promise<RegisteredClient | undefined>;
};

/** Whoever may ask this provider for a token. */
export type IdentityClient = BrowserClient | MachineClient;

/** Our own apps, each on an origin of its own so that one can never read the session of another. */
export type BrowserApp = 'portal' | 'desk' | 'partners' | 'insights' | 'explorer';

const displayNames: Readonly<Record<BrowserApp, string>> = {
  portal: 'Guildhall portal',
  desk: 'Guildhall desk',
  partners: 'Guildhall partners',
  insights: 'Guildhall insights',
  explorer: 'Guildhall explorer',
};

/** Where each app is served: origins such as `http://127.0.0.1:4010`, without a path. */
export type BrowserAppOrigins = Readonly<Partial<Record<BrowserApp, readonly string[]>>>;

/**
 * The public clients of our own apps. An answer goes to `/auth/callback` of one of its app's origins and nowhere else, except that
 * the explorer lives on the gateway's own page and takes it at `/graphql`.
 */
export function createBrowserClients(originsByApp: BrowserAppOrigins): readonly BrowserClient[] {
  const apps: readonly BrowserApp[] = ['portal', 'desk', 'partners', 'insights', 'explorer'];
  return apps.flatMap((app) => {
    const origins = originsByApp[app] ?? [];
    if (origins.length === 0) return [];
    const home = app === 'explorer' ? '/graphql' : '/';
    const callback = app === 'explorer' ? home : '/auth/callback';
    return {
      kind: 'browser',
      clientId: app,
      displayName: displayNames[app],
      redirectUris: origins.map((origin) => new URL(callback, origin).href),
      postLogoutRedirectUris: origins.map((origin) => new URL(home, origin).href),
    } as const;
  });
}
