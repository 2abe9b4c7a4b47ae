import { err, illegalTransition, notAllowed, notFound, ok, toId, type Actor, type Id } from '@guildhall/kernel';
import { caseLifecycle } from '../../case/case.js';
import type { Deps } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { checkRequest, type MediationRequest } from '../mediation-request.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf } from '../mediation-viewer.js';
import { addMediation, nameDepartments } from './add-mediation.js';

/** What a case worker proposes to the student of a case; `ownName` is the student's. */
export type ProposeMediation = KeyedInput & Omit<MediationRequest, 'isCollective'> & { readonly caseId: Id<'Case'> };

/** Proposes mediation to the student of a case. Nothing happens before the student says yes, and a no is told to nobody. */
export function proposeMediation(deps: Deps, actor: Actor, input: ProposeMediation) {
  const { idempotentTransaction, clock, ids, vault } = deps;
  const viewer = mediationViewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'proposeMediation', input),
    ({ cases }) => cases.findVisible(viewer, toId(input.caseId)),
    async (unit) => {
      const item = await unit.cases.findVisible(viewer, input.caseId);
      if (item === null) return err(notFound('Case'));
      if (!mediationPolicy.canPropose(viewer, item)) return err(notAllowed('PROPOSE', 'Mediation'));
      const now = clock.now();
      if (!caseLifecycle.can('START_MEDIATION', item, now)) return err(illegalTransition('PROPOSE', item.status));
      const saved = await unit.cases.save(item);
      const busy = await unit.mediations.listBusyCases([item.id]);
      if (busy.length > 0) return err(illegalTransition('PROPOSE', 'IN_MEDIATION'));
      const asked = checkRequest(await nameDepartments(unit, { ...input, isCollective: false }));
      if (!asked.ok) return asked;
      const proposed = { asked: asked.value, student: item.student, caseId: item.id, status: 'PROPOSED' } as const;
      await addMediation(unit, proposed, { now, ids, vault });
      return ok(saved);
    },
  );
}
