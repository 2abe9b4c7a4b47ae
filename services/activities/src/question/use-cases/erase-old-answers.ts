import { ok } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';

/** Erases answers seven days after the end of their activity, as the platform. Nobody could read them since that instant. */
export function eraseOldAnswers({ transaction, clock }: Deps) {
  return transaction(async ({ questions }) => ok(await questions.eraseOld(clock.now())));
}
