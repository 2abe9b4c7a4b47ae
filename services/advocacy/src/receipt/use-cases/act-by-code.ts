import { err, notFound, ok, toId, type Err, type NotFoundError, type Result } from '@guildhall/kernel';
import type { CaseId } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { digestOf, holderOf, type Holder } from '../receipt.js';
import { receiptPolicy } from '../receipt.policy.js';

type AnyResult = Result<unknown, { readonly __typename: string }>;

/**
 * Runs what the student of a case may do for whoever holds the code of their anonymous case. A code that leads nowhere,
 * or tells the status alone, leads to a case that nobody has, so that the same is asked of the database for each of them.
 */
export async function actByCode<R extends AnyResult>(
  deps: Deps,
  code: string,
  act: (holder: Holder, caseId: CaseId) => Promise<R>,
): Promise<R | Err<NotFoundError>> {
  const { transaction, vault } = deps;
  const found = await transaction(async ({ receipts }) => ok(await receipts.findByCode(digestOf(vault, code))));
  const caseId = (found.ok && receiptPolicy.canAct(found.value?.kind) && found.value?.item.id) || toId<'Case'>('');
  const result = await act(holderOf(vault, code), caseId);
  return !result.ok && result.error.__typename === 'NotFoundError' ? err(notFound('Receipt')) : result;
}
