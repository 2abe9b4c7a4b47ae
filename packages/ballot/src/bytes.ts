import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** Bytes that stand in memory of their own, as the platform's cryptography wants them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Writes bytes in base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads base64url; undefined for anything that `toBase64Url` does not write, so that the same bytes have one text. */
export function fromBase64Url(text: string): Bytes | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
  return toBase64Url(bytes) === text ? bytes : undefined;
}

/** The SHA-256 of a list of texts, written as JSON first so that no two lists run into each other. */
export const digestOfTexts = (texts: readonly string[]): Bytes =>
  new Uint8Array(sha256(utf8ToBytes(JSON.stringify(texts))));
