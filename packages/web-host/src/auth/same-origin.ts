import type { IncomingMessage } from 'node:http';

/** The header a page of ours sends with every request about its session. */
export const sessionHeader = 'x-guildhall-session';

/**
 * True when a page of this very origin asks. The custom header is what counts: another origin cannot send it without a preflight,
 * which this host never grants. `Origin` and `Sec-Fetch-Site` are believed when they speak against it, because another port of
 * the same host is the same site and would carry our Strict cookie.
 */
export function isSameOrigin({ headers }: IncomingMessage, origin: string): boolean {
  if (headers[sessionHeader] === undefined) return false;
  if (headers.origin !== undefined && headers.origin !== origin) return false;
  const fetchSite = headers['sec-fetch-site'];
  return fetchSite === undefined || fetchSite === 'same-origin';
}
