import { conflict, err, notAllowed, notFound, ok, toId, type Actor } from '@guildhall/kernel';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { viewerOf } from '../../sealing/viewer.js';
import { askEmergencyAccess as ask, waitsMs, type EmergencyRequest } from '../emergency-access.js';
import { emergencyPolicy } from '../emergency-access.policy.js';

/** Asks to read a case in an emergency. Whoever could be the second person is told at once; nothing can be read before one of them grants it. */
export function askEmergencyAccess(
  { idempotentTransaction, clock, ids, vault }: Deps,
  actor: Actor,
  input: EmergencyRequest & KeyedInput,
) {
  const viewer = viewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'askEmergencyAccess', input),
    async ({ emergencies }, id) => emergencies.findVisible(await emergencies.viewerOf(viewer, clock.now()), toId(id)),
    async ({ cases, emergencies, inbox }) => {
      const now = clock.now();
      const item = await cases.findQueued(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      if (!emergencyPolicy.canAsk(viewer) || actor.kind !== 'person' || item.dataKey === undefined)
        return err(notAllowed('ASK', 'EmergencyAccess'));
      const { subject: askedBy } = actor;
      const asked = ask(input, { id: ids.random(), askedBy, now });
      if (!asked.ok) return asked;
      const lapsedBefore = new Date(now.getTime() - waitsMs);
      if (await emergencies.hasOpen(item.id, askedBy, { now, lapsedBefore }))
        return err(conflict('You have asked already, or have emergency access now.'));
      const access = await emergencies.add(asked.value, input.words.trim());
      for (const subject of await emergencies.listSecondPersons(access, now)) {
        await inbox.tell({ to: { kind: 'STAFF', subject }, reason: 'SECOND_PERSON_WANTED', sourceId: access.id });
      }
      return ok(access);
    },
  );
}
