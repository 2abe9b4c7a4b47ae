import {
  err,
  illegalTransition,
  notAllowed,
  notFound,
  ok,
  toId,
  type Actor,
  type Id,
  type IllegalTransitionError,
  type NotFoundError,
  type Result,
} from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import { caseLifecycle } from '../../case/case.js';
import type { Deps, Repositories } from '../../deps.js';
import { sealedRequest, type KeyedInput } from '../../sealing/sealed-request.js';
import { isStudentOf } from '../../sealing/viewer.js';
import { checkRequest, type MediationRequest } from '../mediation-request.js';
import { mediationPolicy } from '../mediation.policy.js';
import { mediationViewerOf, type MediationViewer } from '../mediation-viewer.js';
import { addMediation, nameDepartments } from './add-mediation.js';

/** What a student asks: with whom, why, and for which case of theirs, if any. */
export type RequestMediation = KeyedInput & MediationRequest & { readonly caseId: Id<'Case'> | undefined };

/** Asks for mediation in a matter of one's own. Nobody else hears of it before it was screened. */
export function requestMediation(deps: Deps, actor: Actor, input: RequestMediation) {
  const { idempotentTransaction, clock, ids, vault } = deps;
  const viewer = mediationViewerOf(actor, vault);
  return idempotentTransaction(
    sealedRequest(vault, viewer, 'requestMediation', input),
    ({ mediations }, id) => mediations.findVisible(viewer, toId(id)),
    async (unit) => {
      const student = viewer.self;
      if (student === undefined || !mediationPolicy.canRequest(viewer)) return err(notAllowed('REQUEST', 'Mediation'));
      const now = clock.now();
      const free = await requireFreeCase(unit, viewer, { caseId: input.caseId, now });
      if (!free.ok) return free;
      const asked = checkRequest(await nameDepartments(unit, input));
      if (!asked.ok) return asked;
      return ok(
        await addMediation(
          unit,
          { asked: asked.value, student, caseId: input.caseId, status: 'REQUESTED' },
          { now, ids, vault },
        ),
      );
    },
  );
}

/** The case must be the student's own, living, and in no other mediation; it is held until the transaction ends. */
async function requireFreeCase(
  { cases, mediations }: Unit<Repositories>,
  viewer: MediationViewer,
  { caseId, now }: { readonly caseId: Id<'Case'> | undefined; readonly now: Date },
): Promise<Result<undefined, NotFoundError | IllegalTransitionError>> {
  if (caseId === undefined) return ok(undefined);
  const item = await cases.findVisible(viewer, caseId);
  if (item === null || !isStudentOf(viewer, item)) return err(notFound('Case'));
  if (!caseLifecycle.can('POST_MESSAGE', item, now)) return err(illegalTransition('REQUEST', item.status));
  await cases.save(item);
  const busy = await mediations.listBusyCases([caseId]);
  return busy.length > 0 ? err(illegalTransition('REQUEST', 'IN_MEDIATION')) : ok(undefined);
}
