import type { Actor } from '@guildhall/kernel';
import { closeCase } from '../../case/use-cases/close-case.js';
import { withdrawCase } from '../../case/use-cases/withdraw-case.js';
import type { Deps } from '../../deps.js';
import { actByCode } from './act-by-code.js';

/** The code of the case. */
export type ByReceipt = { readonly code: string };

/** Accepts the outcome of an anonymous case with its code. */
export function closeCaseByReceipt(deps: Deps, _actor: Actor, { code }: ByReceipt) {
  return actByCode(deps, code, ({ actor }, caseId) => closeCase(deps, actor, { caseId }));
}

/** Ends an anonymous case with its code; every consent given in it ends too. */
export function withdrawCaseByReceipt(deps: Deps, _actor: Actor, { code }: ByReceipt) {
  return actByCode(deps, code, ({ actor }, caseId) => withdrawCase(deps, actor, { caseId }));
}
