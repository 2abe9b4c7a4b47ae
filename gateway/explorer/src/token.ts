/** What a pasted token says about itself, for display only: the gateway is what verifies it. */
export type TokenSummary = { readonly holder: string; readonly expiresAt?: Date };

/** Accepts the token with or without the word Bearer before it, as people copy it. */
export function cleanToken(pasted: string): string {
  return pasted.trim().replace(/^bearer\s+/i, '');
}

/** Reads holder and expiry from a JWT; nothing when the text is not a JWT. */
export function summariseToken(token: string): TokenSummary | undefined {
  try {
    const payload = token.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null) return undefined;
    const holder = textClaim(claims, 'sub') ?? textClaim(claims, 'client_id');
    const seconds = 'exp' in claims && typeof claims.exp === 'number' ? claims.exp : undefined;
    if (holder === undefined) return undefined;
    return { holder, expiresAt: seconds === undefined ? undefined : new Date(seconds * 1000) };
  } catch {
    return undefined;
  }
}

function textClaim(claims: object, name: string): string | undefined {
  const value: unknown = Reflect.get(claims, name);
  return typeof value === 'string' ? value : undefined;
}
