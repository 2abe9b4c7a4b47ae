/** Whether somebody is signed in, as far as this page knows. `unreachable`: nobody could tell, because the host or the provider is away. */
export type SessionState =
  | { readonly status: 'starting' | 'signed-out' | 'unreachable' }
  | { readonly status: 'signed-in'; readonly subject: string; readonly name?: string };

/** The session of this page. The access token never leaves its memory; the refresh token is never in it. */
export type Session = {
  readonly state: () => SessionState;
  subscribe(onChange: () => void): () => void;
  /** A token good for at least half a minute, fetched anew when needed; nothing for a visitor who is not signed in. */
  getAccessToken(): Promise<string | undefined>;
  /** Forgets the token at hand, because the gateway refused it. */
  dropAccessToken(): void;
  /** Goes to the provider's page and comes back to this one. */
  signIn(): void;
  /** Ends the session here, at the provider and in the other tabs, and goes to where the provider says. */
  signOut(): Promise<void>;
};

/** What a session needs of the browser, given so that it can be driven without one. */
export type SessionSurroundings = {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Runs one at a time across the tabs of this origin. */
  readonly exclusively: <Result>(task: () => Promise<Result>) => Promise<Result>;
  readonly channel: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>;
  readonly here: () => string;
  readonly goTo: (address: string) => void;
};

type Token = { readonly text: string; readonly goodUntilMs: number };

const marginMs = 30_000;
const post = { method: 'POST', headers: { 'x-guildhall-session': '1' } } as const;

/** A session that asks the host for tokens (`POST /auth/token`), one request at a time. */
export function createSession(surroundings: SessionSurroundings): Session {
  const { now, channel, exclusively, goTo, here } = surroundings;
  let state: SessionState = { status: 'starting' };
  let token: Token | undefined;
  let pending: Promise<string | undefined> | undefined;
  const listeners = new Set<() => void>();
  const enter = (next: SessionState): void => {
    if (next.status !== 'signed-in') token = undefined;
    state = next;
    for (const listener of listeners) listener();
  };
  const refresh = async (): Promise<string | undefined> => {
    const answer = await exclusively(() => askForToken(surroundings.fetch));
    if (answer.state !== 'signed-in') {
      enter({ status: answer.state });
      return undefined;
    }
    token = { text: answer.accessToken, goodUntilMs: now() + answer.expiresInSeconds * 1_000 - marginMs };
    const isSame = state.status === 'signed-in' && state.subject === answer.subject && state.name === answer.name;
    if (!isSame) enter({ status: 'signed-in', subject: answer.subject, name: answer.name });
    return token.text;
  };
  channel.addEventListener('message', () => enter({ status: 'signed-out' }));
  return {
    state: () => state,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
    async getAccessToken() {
      if (state.status === 'signed-out') return undefined;
      if (token !== undefined && token.goodUntilMs > now()) return token.text;
      pending ??= refresh().finally(() => (pending = undefined));
      return pending;
    },
    dropAccessToken: () => (token = undefined),
    signIn: () => goTo(`/auth/sign-in?return=${encodeURIComponent(here())}`),
    async signOut() {
      const response = await surroundings.fetch('/auth/sign-out', post);
      const { signOutUrl } = (await response.json()) as { readonly signOutUrl?: string };
      channel.postMessage('signed-out');
      enter({ status: 'signed-out' });
      goTo(signOutUrl ?? '/');
    },
  };
}

type TokenAnswer =
  | { readonly state: 'signed-out' | 'unreachable' }
  | {
      readonly state: 'signed-in';
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      readonly subject: string;
      readonly name?: string;
    };

async function askForToken(ask: typeof fetch): Promise<TokenAnswer> {
  try {
    const response = await ask('/auth/token', post);
    return response.ok ? ((await response.json()) as TokenAnswer) : { state: 'unreachable' };
  } catch {
    return { state: 'unreachable' };
  }
}
