/** A link of a read ledger as the graph gives it; texts are base64url. */
export type LedgerLink = {
  readonly position: number;
  readonly salt?: string | null;
  readonly facts?: string | null;
  readonly commitment: string;
  readonly hash: string;
};

/** What a check found: up to which place the chain holds, and the code of its last link. */
export type LedgerCheck = {
  readonly isWhole: boolean;
  /** The first place that does not fit; 0 when all fit. */
  readonly brokenAt: number;
  readonly code: string;
};

/**
 * Computes a chain again, here in the browser, from what its description in the schema says: no gap in the places, each
 * commitment over its salt and facts, each hash over the one before. Links whose facts were erased still carry the chain.
 */
export async function verifyLedger(links: readonly LedgerLink[]): Promise<LedgerCheck> {
  let before = new Uint8Array(32);
  for (const [index, link] of links.entries()) {
    const committed = fromBase64Url(link.commitment);
    const joined = await sha256(utf8('guildhall/chain'), before, committed);
    const isJoined = link.position === index + 1 && toBase64Url(joined) === link.hash;
    if (!isJoined || !(await isTrue(link, committed))) return { isWhole: false, brokenAt: index + 1, code: '' };
    before = joined;
  }
  return { isWhole: true, brokenAt: 0, code: links.at(-1)?.hash ?? '' };
}

/** Up to which place the chain is the one whose code was noted before; 0 when it holds no such link. */
export function placeOfCode(links: readonly LedgerLink[], code: string): number {
  return links.find(({ hash }) => hash === code.trim())?.position ?? 0;
}

async function isTrue({ salt, facts }: LedgerLink, committed: Uint8Array): Promise<boolean> {
  if (typeof salt !== 'string' || typeof facts !== 'string') return salt === facts;
  const made = await sha256(utf8('guildhall/disclosure'), fromBase64Url(salt), utf8(facts));
  return toBase64Url(made) === toBase64Url(committed);
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
