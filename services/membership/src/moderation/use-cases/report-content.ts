import { actorKey, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { fileReport, type FileReport } from './file-report.js';

/** Reports to the moderators what somebody wrote. Nobody is told who reported it. */
export function reportContent(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey: key, ...input }: FileReport & { readonly idempotencyKey: string },
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'reportContent', input },
    () => Promise.resolve(input.subject),
    async (unit) => {
      const filed = await fileReport(unit, { actor, ids, now: clock.now() }, input);
      return filed.ok ? ok(filed.value) : filed;
    },
  );
}
