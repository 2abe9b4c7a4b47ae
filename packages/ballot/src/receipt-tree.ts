import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64Url } from './bytes.js';

/** How a receipt is included under a root (RFC 9162, 2.1.3): its place from 0, how many there are, and hashes, lowest first. */
export type ReceiptProof = { readonly index: number; readonly size: number; readonly path: readonly string[] };

/** The receipt of a sealed ballot: its SHA-256 in hexadecimal digits. It says nothing of what is inside. */
export async function receiptOf(sealed: string): Promise<string> {
  const bytes = fromBase64Url(sealed);
  if (bytes === undefined) throw new RangeError('A sealed ballot is written in base64url.');
  return bytesToHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** The Merkle tree of RFC 9162 over receipts in the order of their digits; hashes in hexadecimal digits, leaves first. */
export type ReceiptTree = { readonly receipts: readonly string[]; readonly levels: readonly (readonly string[])[] };

/** The tree over receipts, whatever order they come in. It takes two hashes for each, so many are a thread's work. */
export function treeOf(receipts: readonly string[]): ReceiptTree {
  const sorted = receipts.toSorted();
  return { receipts: sorted, levels: levelsOf(sorted.map(hexToBytes)).map((level) => level.map(bytesToHex)) };
}

/** The root of a tree; over nothing it is the hash of nothing. */
export const rootIn = ({ levels }: ReceiptTree): string => levels.at(-1)?.[0] ?? bytesToHex(sha256(new Uint8Array()));

/** How a receipt is included under the root of a tree; undefined where it is not among its leaves. */
export function proofIn({ receipts, levels }: ReceiptTree, receipt: string): ReceiptProof | undefined {
  const index = receipts.indexOf(receipt);
  if (index === -1) return undefined;
  // Where a node has nobody beside it, it goes up as it is.
  const path = levels.slice(0, -1).flatMap((level, height) => level[Math.floor(index / 2 ** height) ^ 1] ?? []);
  return { index, size: receipts.length, path };
}

/** The root over receipts, whatever order they come in. */
export const rootOf = (receipts: readonly string[]): string => rootIn(treeOf(receipts));

/** How a receipt is included under the root of all; undefined where it is not among them. */
export const proofOf = (receipts: readonly string[], receipt: string): ReceiptProof | undefined =>
  proofIn(treeOf(receipts), receipt);

/** Whether the proof leads from the receipt to the root. Anything that is no proof does not. */
export function verifyInclusion(receipt: string, { index, size, path }: ReceiptProof, root: string): boolean {
  const isHash = (text: string): boolean => /^[\da-f]{64}$/.test(text);
  if (![receipt, root, ...path].every(isHash) || !Number.isSafeInteger(size)) return false;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const hash = climb(leafHash(hexToBytes(receipt)), { index, size, path: path.map(hexToBytes) });
  return hash !== undefined && bytesToHex(hash) === root;
}

/** The hash of a leaf; the zero tells it from a node, so that no node passes for a leaf. */
const leafHash = (leaf: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(0), leaf));
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(1), left, right));

/**
 * The levels of the tree over leaves in their order, from the bottom. Two by two with the odd one going up is the same tree
 * as the splits of RFC 9162, 2.1.1, at the largest power of two.
 */
export function levelsOf(leaves: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const levels = [leaves.map(leafHash)];
  for (let level = levels[0] ?? []; level.length > 1; levels.push(level)) level = levelAbove(level);
  return levels;
}

function levelAbove(level: readonly Uint8Array[]): Uint8Array[] {
  const pairs = Array.from({ length: Math.ceil(level.length / 2) }, (_, pair) => level.slice(2 * pair, 2 * pair + 2));
  return pairs.flatMap(([left, right]) => (left && right ? nodeHash(left, right) : (left ?? [])));
}

/** The largest power of two below a number of leaves. */
const splitOf = (size: number): number => 2 ** Math.floor(Math.log2(size - 1));

type Way = { readonly index: number; readonly size: number; readonly path: readonly Uint8Array[] };

/** From a leaf to the root along a path; undefined where the path is too long or too short (RFC 9162, 2.1.3.2). */
function climb(hash: Uint8Array, { index, size, path }: Way): Uint8Array | undefined {
  if (size === 1) return path.length === 0 ? hash : undefined;
  const sibling = path.at(-1);
  if (sibling === undefined) return undefined;
  const split = splitOf(size);
  const rest = path.slice(0, -1);
  const isLeft = index < split;
  const below = climb(
    hash,
    isLeft ? { index, size: split, path: rest } : { index: index - split, size: size - split, path: rest },
  );
  if (below === undefined) return undefined;
  return isLeft ? nodeHash(below, sibling) : nodeHash(sibling, below);
}
