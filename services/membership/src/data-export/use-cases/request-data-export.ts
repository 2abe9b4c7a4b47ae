import { actorKey, err, notAllowed, ok, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { beginExport } from '../data-export.js';
import { dataExportPolicy } from '../data-export.policy.js';

/** Begins a copy of everything kept about the actor. Every service hears of it by event and writes its own part. */
export function requestDataExport(
  { idempotentTransaction, clock, ids }: Deps,
  actor: Actor,
  { idempotencyKey: key }: { readonly idempotencyKey: string | undefined },
) {
  return idempotentTransaction(
    { actor: actorKey(actor), key, operation: 'requestDataExport', input: {} },
    ({ dataExports }, id) => dataExports.findOwn(actor, id),
    async ({ dataExports, outbox }) => {
      const memberId = dataExportPolicy.subjectOf(actor);
      if (memberId === undefined) return err(notAllowed('REQUEST', 'DataExport'));
      const latest = await dataExports.findLatestLocked(actor);
      const copy = beginExport(latest, { id: ids.random(), memberId, now: clock.now() });
      if (!copy.ok) return copy;
      await dataExports.begin(copy.value);
      await outbox.append('DataExportRequested', copy.value.id, { exportId: copy.value.id, memberId });
      return ok(copy.value);
    },
  );
}
