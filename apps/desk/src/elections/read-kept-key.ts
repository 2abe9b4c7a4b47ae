import type { MutationResult } from '@guildhall/ui';
import { readKeyText } from './key-text.js';

/** What a trustee gave back: the words of a file, or a text. */
export type Kept = { readonly file: string; readonly text: string };

/** The private half, or what is wrong and at which field. */
export type KeptKey = { readonly privateKey: string } | { readonly problem: MutationResult };

/** Reads what was kept, and holds it against the public half that it must belong to. */
export async function readKeptKey({ file, text }: Kept, publicKey: string): Promise<KeptKey> {
  const path = file === '' ? 'text' : 'file';
  const kept = file === '' ? text : file;
  if (kept.trim() === '') return refuse('file', 'REQUIRED');
  const privateKey = await readKeyText(kept);
  if (privateKey === undefined) return refuse(path, 'NOT_A_KEY');
  const { isKeyPair } = await import('./trustee-keys.js');
  return (await isKeyPair({ publicKey, privateKey })) ? { privateKey } : refuse(path, 'OTHER_KEY');
}

function refuse(path: string, rule: string): KeptKey {
  return { problem: { __typename: 'ValidationError', message: '', fields: [{ path, rule }] } };
}
