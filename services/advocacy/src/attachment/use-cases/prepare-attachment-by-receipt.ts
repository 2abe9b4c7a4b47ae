import type { DeclaredFile } from '@guildhall/files/declared';
import type { Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { actByCode } from '../../receipt/use-cases/act-by-code.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { prepareAttachment } from './prepare-attachment.js';

/** What the holder of a code is about to send. */
export type PrepareAttachmentByReceipt = KeyedInput & DeclaredFile & { readonly code: string };

/** Makes room for a file in an anonymous case, for whoever holds its code. */
export function prepareAttachmentByReceipt(deps: Deps, _actor: Actor, { code, ...file }: PrepareAttachmentByReceipt) {
  return actByCode(deps, code, ({ actor }, caseId) =>
    prepareAttachment(deps, actor, { ...file, caseId, layer: 'CASE' }),
  );
}
