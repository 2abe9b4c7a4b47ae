const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const keyBytes = 32;
const checkBytes = 3;
const textLength = ((keyBytes + checkBytes) * 8) / 5;

/**
 * A private key, given in base64url, as fourteen groups of four characters that can be copied by hand: no letter looks like a digit
 * (Crockford's base 32), and the last characters find slips of the pen.
 */
export async function toKeyText(privateKey: string): Promise<string> {
  const bytes = fromBase64Url(privateKey);
  const all = Uint8Array.from([...bytes, ...(await checkOf(bytes))]);
  const bits = Array.from(all, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/**
 * The private key in base64url that a kept text means: what `toKeyText` wrote, typed with or without dashes and in any case, or a whole
 * file that holds it. Nothing when there is none or a character of it is wrong.
 */
export async function readKeyText(kept: string): Promise<string | undefined> {
  const found = /(?:[0-9a-z]{4}-){13}[0-9a-z]{4}/i.exec(kept)?.[0] ?? kept;
  const text = found.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll(/[IL]/g, '1').replaceAll('O', '0');
  if (text.length !== textLength || [...text].some((character) => !alphabet.includes(character))) return undefined;
  const bits = [...text].map((character) => alphabet.indexOf(character).toString(2).padStart(5, '0')).join('');
  const all = Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2));
  const bytes = all.slice(0, keyBytes);
  const check = await checkOf(bytes);
  return check.every((byte, index) => byte === all[keyBytes + index]) ? toBase64Url(bytes) : undefined;
}

async function checkOf(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).slice(0, checkBytes);
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
