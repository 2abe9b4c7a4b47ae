/**
 * Where to go after signing in: the path asked for if it lies on this very origin, else the start page. A path under `/auth` would
 * begin again what has just ended, so it counts as none.
 */
export function chooseReturnPath(asked: string | null, origin: string): string {
  if (asked === null || !asked.startsWith('/')) return '/';
  const url = URL.parse(asked, origin);
  if (url === null || url.origin !== origin || url.pathname.startsWith('/auth/') || url.pathname.startsWith('//')) {
    return '/';
  }
  return `${url.pathname}${url.search}${url.hash}`;
}
