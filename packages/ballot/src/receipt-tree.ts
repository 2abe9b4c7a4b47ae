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

/** The root of the Merkle tree of RFC 9162 over receipts in the order of their digits, whatever order they come in. */
export const rootOf = (receipts: readonly string[]): string => bytesToHex(treeHash(leavesOf(receipts)));

/** How a receipt is included under the root of all; undefined where it is not among them. */
export function proofOf(receipts: readonly string[], receipt: string): ReceiptProof | undefined {
  const index = receipts.toSorted().indexOf(receipt);
  if (index === -1) return undefined;
  return { index, size: receipts.length, path: pathOf(index, leavesOf(receipts)).map(bytesToHex) };
}

/** Whether the proof leads from the receipt to the root. Anything that is no proof does not. */
export function verifyInclusion(receipt: string, { index, size, path }: ReceiptProof, root: string): boolean {
  const isHash = (text: string): boolean => /^[\da-f]{64}$/.test(text);
  if (![receipt, root, ...path].every(isHash) || !Number.isSafeInteger(size)) return false;
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  const hash = climb(leafHash(hexToBytes(receipt)), { index, size, path: path.map(hexToBytes) });
  return hash !== undefined && bytesToHex(hash) === root;
}

const leavesOf = (receipts: readonly string[]): readonly Uint8Array[] => receipts.toSorted().map(hexToBytes);

/** The hash of a leaf; the zero tells it from a node, so that no node passes for a leaf. */
export const leafHash = (leaf: Uint8Array): Uint8Array => sha256(concatBytes(Uint8Array.of(0), leaf));
const nodeHash = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(1), left, right));

/** The hash of the tree over leaves in their order (RFC 9162, 2.1.1). */
export function treeHash(leaves: readonly Uint8Array[]): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return leafHash(only);
  const split = splitOf(leaves.length);
  return nodeHash(treeHash(leaves.slice(0, split)), treeHash(leaves.slice(split)));
}

/** The hashes beside the way from a leaf to the root, the lowest first (RFC 9162, 2.1.3.1). */
export function pathOf(index: number, leaves: readonly Uint8Array[]): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...pathOf(index, leaves.slice(0, split)), treeHash(leaves.slice(split))]
    : [...pathOf(index - split, leaves.slice(split)), treeHash(leaves.slice(0, split))];
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
