import type { Actor } from '@guildhall/kernel';
import { postCaseMessage } from '../../case/use-cases/post-case-message.js';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { actByCode } from './act-by-code.js';

/** What the holder of a code writes. */
export type PostReceiptMessage = KeyedInput & { readonly code: string; readonly body: string };

/** Writes to the case worker as the student of an anonymous case, with nothing but its code. */
export function postReceiptMessage(deps: Deps, _actor: Actor, { code, ...message }: PostReceiptMessage) {
  return actByCode(deps, code, ({ actor }, caseId) => postCaseMessage(deps, actor, { ...message, caseId }));
}
