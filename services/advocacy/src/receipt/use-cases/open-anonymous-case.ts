import { err, limitReached, ok, parseId, toId, type Actor } from '@guildhall/kernel';
import { fileCase } from '../../case/use-cases/file-case.js';
import type { Deps } from '../../deps.js';
import type { KeyedInput } from '../../sealing/sealed-request.js';
import { checkAnonymousIntake, codeFrom, digestOf, holderOf, type AnonymousIntake } from '../receipt.js';
import { receiptPolicy } from '../receipt.policy.js';

const hourMs = 3_600_000;
const operation = 'openAnonymousCase';

/**
 * Opens a case for whoever asks and gives them its code. The code follows from the client's key and what was told, so
 * that the same request gives the same code again although no code is kept. So many openings an hour and no more.
 */
export async function openAnonymousCase(deps: Deps, _actor: Actor, input: AnonymousIntake & KeyedInput) {
  const { idempotentTransaction, clock, ids, vault, anonymousCasesPerHour } = deps;
  const { idempotencyKey, ...told } = input;
  // Anybody could share another text; a random id is known to one client alone.
  const key = idempotencyKey === undefined ? undefined : parseId(idempotencyKey);
  const code = codeFrom(vault.digest({ operation, seed: key === undefined ? ids.random() : { key, told } }));
  const holder = holderOf(vault, code);
  const request = {
    actor: vault.alias(operation),
    key: key && vault.digest({ operation, key }),
    operation,
    input: { digest: vault.digest(told) },
  };
  const opened = await idempotentTransaction(
    request,
    ({ cases }, id) => cases.findVisible(holder, toId(id)),
    async (unit) => {
      const now = clock.now();
      const intake = checkAnonymousIntake(told);
      if (!intake.ok) return intake;
      const openings = await unit.receipts.countOpenings(new Date(now.getTime() - hourMs));
      if (!receiptPolicy.canOpen(openings, anonymousCasesPerHour))
        return err(
          limitReached(
            'More anonymous cases were opened in the last hour than can be taken. Please try again later, or come to the advice office.',
            anonymousCasesPerHour,
          ),
        );
      const filing = { student: holder.self, now, isAnonymous: true };
      const item = await fileCase(unit, deps, { intake: intake.value, filing });
      await unit.receipts.add({
        id: ids.random(),
        caseId: item.id,
        kind: 'ANONYMOUS',
        codeDigest: digestOf(vault, code),
        openedCase: true,
        madeAt: now,
      });
      return ok(item);
    },
  );
  return opened.ok ? ok({ code, item: opened.value }) : opened;
}
