import type { IncomingMessage } from 'node:http';

/** One cookie of one app. */
export type Cookie = {
  readonly name: string;
  /** `Strict` for the session; `Lax` for a sign-in under way, because the provider's answer comes from another site. */
  readonly sameSite: 'Strict' | 'Lax';
  readonly isSecure: boolean;
  readonly maxAgeSeconds: number;
};

/**
 * The two cookies of an app. Cookies do not separate by port, so the name says whose they are; on https the `__Host-` prefix makes
 * the browser refuse one set by a neighbouring host.
 */
export function createCookies(app: string, isSecure: boolean): { readonly session: Cookie; readonly signIn: Cookie } {
  const prefix = isSecure ? '__Host-' : '';
  return {
    session: { name: `${prefix}guildhall_${app}_session`, sameSite: 'Strict', isSecure, maxAgeSeconds: 14 * 24 * 3600 },
    signIn: { name: `${prefix}guildhall_${app}_sign_in`, sameSite: 'Lax', isSecure, maxAgeSeconds: 15 * 60 },
  };
}

/** The `Set-Cookie` line that stores a value, or with an empty value removes the cookie. */
export function writeCookie(cookie: Cookie, value: string): string {
  const maxAge = value === '' ? 0 : cookie.maxAgeSeconds;
  const secure = cookie.isSecure ? '; Secure' : '';
  return `${cookie.name}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=${cookie.sameSite}${secure}`;
}

/** The value of a cookie; nothing when the browser sent none. */
export function readCookie({ headers }: IncomingMessage, { name }: Cookie): string | undefined {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}
