import type { Layer, Place, Vault, WrappedKey } from '../src/sealing/sealing.js';
import type { Row } from '@guildhall/subgraph';

/** A row of `sealed_text`, ready for JSON. */
export async function sealedRow(
  vault: Vault,
  key: WrappedKey,
  at: Place & { readonly layer: Layer; readonly referralId?: string; readonly text: string },
): Promise<Row> {
  const { caseId, place, layer, referralId, text } = at;
  return {
    case_id: caseId,
    place,
    layer,
    referral_id: referralId ?? null,
    content: hexOf(await vault.seal(key, { caseId, place }, text)),
  };
}

/** Bytes as PostgreSQL reads them from text. */
export function hexOf(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
