import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Cookie } from './cookies.js';
import { createCookies, readCookie, writeCookie } from './cookies.js';
import type { PendingSignIn } from './identity-provider.js';
import { pendingSignInSchema } from './identity-provider.js';
import { createSealer } from './sealer.js';

/** One sealed value in the browser: written as a `Set-Cookie` line, read back only if nobody changed it. */
export type SealedCookie<Value> = {
  write(value: Value): string;
  read(request: IncomingMessage): Value | undefined;
  /** The `Set-Cookie` line that removes it. */
  clear(): string;
};

/** What the host keeps in the browser for one app, in place of a store of its own. */
export type SessionCookies = {
  readonly session: SealedCookie<{ readonly refreshToken: string }>;
  readonly signIn: SealedCookie<PendingSignIn>;
};

/** The sealed cookies of an app: without the host's keys they tell nothing and cannot be made. */
export function createSessionCookies(options: {
  readonly app: string;
  readonly isSecure: boolean;
  readonly cookieKeys: readonly string[];
}): SessionCookies {
  const { session, signIn } = createCookies(options.app, options.isSecure);
  const seal = <Value>(cookie: Cookie, schema: z.ZodType<Value>): SealedCookie<Value> => {
    const sealer = createSealer(options.cookieKeys, cookie.name);
    return {
      write: (value) => writeCookie(cookie, sealer.seal(JSON.stringify(value))),
      read(request) {
        const sealed = readCookie(request, cookie);
        const text = sealed === undefined ? undefined : sealer.open(sealed);
        return text === undefined ? undefined : schema.safeParse(JSON.parse(text)).data;
      },
      clear: () => writeCookie(cookie, ''),
    };
  };
  return { session: seal(session, z.object({ refreshToken: z.string() })), signIn: seal(signIn, pendingSignInSchema) };
}
